import type { ReportBody } from "../../assembled/report/endpoints.ts";
import type { ReportType } from "../../generated/resolvers.ts";
import { Refusal } from "../refusal.ts";
import { bodyWindow } from "./activity-window.ts";
import { channels } from "./channels.ts";
import { type Fields, knownIds, objectOf, oneOf, optional, textOf } from "./fields.ts";
import { type AssembledState, peopleByAgentId } from "./state.ts";

const daySeconds = 86_400;

/** The parameters of a report, or 400 (assembled-v0.txt:2201-2210). */
export function reportBody(type: ReportType, fields: Fields, state: AssembledState): ReportBody {
  const window = bodyWindow(fields);
  const seconds = window.end_time - window.start_time;
  if (window.start_time % 900 !== 0 || window.end_time % 900 !== 0) {
    throw new Refusal(400, "start_time and end_time must be multiples of 900 seconds");
  }
  if (seconds >= 31 * daySeconds) throw new Refusal(400, "the time range must be less than 31 days");
  const channel = oneOf(fields.channel, channels, "channel");
  const filters = isGiven(fields.filters) ? objectOf(fields.filters, "filters") : undefined;
  if (filters && isGiven(fields.agent_id)) throw new Refusal(400, "agent_id excludes filters");
  return {
    ...window,
    interval: intervalOf(type, fields.interval, seconds),
    channel,
    ...optional(fields, "queue_id", idOf(state.queues)),
    ...optional(fields, "agent_id", idOf(peopleByAgentId(state))),
    ...(filters && {
      filters: {
        ...optional(filters, "site_id", idOf(state.sites)),
        ...optional(filters, "team_id", idOf(state.teams)),
        ...optional(filters, "skill_id", idOf(state.skills)),
      },
    }),
  };
}

function intervalOf(type: ReportType, value: unknown, seconds: number): string {
  const short = type === "adherence" ? ["1h"] : ["30m", "1h"];
  return oneOf(value, seconds > daySeconds ? ["24h", "1w"] : short, "interval");
}

const isGiven = (value: unknown): boolean => value !== undefined && value !== null;

/** Reads an id of these rows. */
const idOf =
  (rows: { has(id: string): boolean }) =>
  (value: unknown, name: string): string =>
    knownIds([textOf(value, name)], rows, name).join();
