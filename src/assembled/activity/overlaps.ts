import { GatewayError } from "../../errors.ts";
import { freshCallsOf, type LoaderUse } from "../../estimate/field-cost.ts";
import { longestReadDays } from "../../resolving/time.ts";
import type { CallOnce } from "../../rest/call.ts";
import { idIn } from "../../rest/row-values.ts";
import type { TypesById } from "../activity-type/endpoints.ts";
import { covered, isIn, overlap, partsOf, type Span } from "../spans.ts";
import { activities, type NewActivityBody } from "./endpoints.ts";

/** The reads of schedules where activities are to be. */
export function overlapReads(spans: readonly Span[]): LoaderUse {
  const reads = covered(spans, longestReadDays).map((span) => {
    const isAlone = spans.filter((each) => overlap(each, span)).length === 1;
    return isAlone ? 1 : partsOf(span, { days: longestReadDays }).length;
  });
  return freshCallsOf(activities.list, { least: 1, most: reads.reduce((sum, each) => sum + each, 0) });
}

/**
 * Reads the schedules where new activities are to be, as `overlapReads` says.
 * @param bodies no more than the agents that one read may name.
 * @returns the types of activities, which come along so that they need no call of their own (assembled-v0.txt:1082).
 * @throws CONFLICT when one of them overlaps what is there, or another of them.
 */
export async function refuseOverlaps(
  bodies: readonly NewActivityBody[],
  schedule: { readonly schedule_id?: string },
  call: CallOnce,
): Promise<TypesById | undefined> {
  const isInTheWay = (one: Slot, body: NewActivityBody) =>
    idIn(one.agent_id) === body.agent_id && isIn(one, body);
  if (bodies.some((body, at) => bodies.slice(at + 1).some((other) => isInTheWay(other, body)))) {
    throw conflict("Two of the new activities overlap; nothing was written.");
  }
  const reads = readsFor(bodies).map((query) => call(activities.list, { query: { ...query, ...schedule } }));
  const answers = await Promise.all(reads);
  if (answers.some(({ rows }) => rows.some((old) => bodies.some((body) => isInTheWay(old, body))))) {
    throw conflict("The agent has an activity in this window already; nothing was written.");
  }
  return answers[0]?.types;
}

type Slot = Pick<NewActivityBody, "agent_id" | "start_time" | "end_time">;

/** Few reads, none of which holds more than an answer may. */
const readsFor = (bodies: readonly NewActivityBody[]) =>
  covered(bodies, longestReadDays).flatMap((span) => {
    const inside = bodies.filter((body) => overlap(body, span));
    // One activity has one agent, of whom an answer may hold a year.
    const parts = inside.length === 1 ? [span] : partsOf(span, { days: longestReadDays });
    return parts.flatMap((part) => {
      const concerned = inside.filter((body) => overlap(body, part));
      const agents = [...new Set(concerned.map(({ agent_id }) => agent_id))];
      // Without any, the upstream would answer those of all.
      return agents.length > 0 ? [{ ...part, include_activity_types: true as const, agents }] : [];
    });
  });

const conflict = (message: string) => new GatewayError("CONFLICT", message, { system: "assembled" });
