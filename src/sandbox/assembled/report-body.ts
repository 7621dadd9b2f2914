import type { ReportBody } from "../../assembled/report/endpoints.ts";
import type { ReportType } from "../../generated/resolvers.ts";
import { Refusal } from "../refusal.ts";
import { bodyWindow } from "./activity-window.ts";
import { type Fields, knownIds, objectOf, textOf } from "./fields.ts";
import { type AssembledState, peopleByAgentId } from "./state.ts";

const daySeconds = 86_400;
const channels: ReadonlySet<string> = new Set(["back_office", "chat", "email", "phone", "sms", "social"]);

/** The parameters of a report, or 400 (assembled-v0.txt:2201-2210). */
export function reportBody(type: ReportType, fields: Fields, state: AssembledState): ReportBody {
  const window = bodyWindow(fields);
  const seconds = window.end_time - window.start_time;
  if (window.start_time % 900 !== 0 || window.end_time % 900 !== 0) {
    throw new Refusal(400, "start_time and end_time must be multiples of 900 seconds");
  }
  if (seconds >= 31 * daySeconds) throw new Refusal(400, "the time range must be less than 31 days");
  const [channel = ""] = knownIds([textOf(fields.channel, "channel")], channels, "channel");
  const filters = isGiven(fields.filters) ? objectOf(fields.filters, "filters") : undefined;
  if (filters && isGiven(fields.agent_id)) throw new Refusal(400, "agent_id excludes filters");
  return {
    ...window,
    interval: intervalOf(type, fields.interval, seconds),
    channel,
    ...known("queue_id", fields, state.queues),
    ...known("agent_id", fields, peopleByAgentId(state)),
    ...(filters && {
      filters: {
        ...known("site_id", filters, state.sites),
        ...known("team_id", filters, state.teams),
        ...known("skill_id", filters, state.skills),
      },
    }),
  };
}

function intervalOf(type: ReportType, value: unknown, seconds: number): string {
  const short = type === "adherence" ? ["1h"] : ["30m", "1h"];
  const allowed = new Set(seconds > daySeconds ? ["24h", "1w"] : short);
  const [interval = ""] = knownIds([textOf(value, "interval")], allowed, "interval");
  return interval;
}

const isGiven = (value: unknown): boolean => value !== undefined && value !== null;

/** An id that may be left out. */
function known<Name extends string>(
  name: Name,
  fields: Fields,
  rows: { has(id: string): boolean },
): { readonly [Key in Name]?: string } {
  if (!isGiven(fields[name])) return {};
  const [id] = knownIds([textOf(fields[name], name)], rows, name);
  return { [name]: id } as { readonly [Key in Name]?: string };
}
