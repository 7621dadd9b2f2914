import type { ReportBody, ReportMetricJson } from "../../assembled/report/endpoints.ts";
import type { ReportType } from "../../generated/resolvers.ts";
import type { StoredPerson } from "../data/assembled/stored.ts";
import { type Random, seededRandom } from "../random.ts";

/** Names of the metrics of each type; only those of adherence stand in the documents, in examples (assembled-v0.txt:2290-2330). */
export const metricNames = {
  adherence: ["seconds_in_adherence", "adherence_percentage", "occupancy_percentage"],
  agent_ticket_stats: ["tickets_solved", "tickets_touched", "replies_sent"],
  agent_state_handle_times: [
    "agent_ticket_time_solved",
    "agent_tickets_touched_solved",
    "agent_average_handle_time_solved",
  ],
} as const satisfies Record<ReportType, readonly string[]>;

/** Seconds of each interval (assembled-v0.txt:2204). */
const intervalSeconds: Readonly<Record<string, number>> = {
  "30m": 1_800,
  "1h": 3_600,
  "24h": 86_400,
  "1w": 7 * 86_400,
};

/** All metrics of a report: agent by agent and name by name, the whole window before its intervals (assembled-v0.txt:2290-2312). */
export const metricsOf = (
  type: ReportType,
  body: ReportBody,
  agentIds: readonly string[],
): ReportMetricJson[] =>
  agentIds.flatMap((agent_id) => {
    const spans = spansOf(body).map((span) => ({ ...span, values: valuesOf(type, agent_id, span) }));
    return metricNames[type].flatMap((name, at) =>
      spans.map(({ values, ...span }) => ({
        name,
        value: values[at] ?? null,
        attributes: { agent_id, ...span },
      })),
    );
  });

/** Agents that a report is about, in the order of the roster; those who have left are in it for their time. */
export const agentsOf = (people: readonly StoredPerson[], body: ReportBody): string[] =>
  people.flatMap(({ agent_id, channels, queues, site, skills, teams }) => {
    const { agent_id: wanted, channel, filters, queue_id } = body;
    const has = (id: string | undefined, ids: readonly string[] | null | undefined) =>
      id === undefined || (ids ?? []).includes(id);
    const matches =
      has(wanted, agent_id ? [agent_id] : []) &&
      has(channel, channels) &&
      has(queue_id, queues) &&
      has(filters?.site_id, site ? [site] : []) &&
      has(filters?.team_id, teams) &&
      has(filters?.skill_id, skills);
    return agent_id && matches ? [agent_id] : [];
  });

type Span = Omit<ReportMetricJson["attributes"], "agent_id">;

function spansOf({ start_time, end_time, interval }: ReportBody): Span[] {
  const seconds = intervalSeconds[interval] ?? 3_600;
  const count = Math.ceil((end_time - start_time) / seconds);
  const parts = Array.from({ length: count }, (_, at) => ({
    start_time: start_time + at * seconds,
    end_time: Math.min(end_time, start_time + (at + 1) * seconds),
    type: "interval",
  }));
  return [{ start_time, end_time, type: "full_interval" }, ...parts];
}

/** The values of a span, in the order of the names; a share of nothing is none. */
function valuesOf(type: ReportType, agentId: string, { start_time, end_time }: Span): (number | null)[] {
  const random = seededRandom(`${type}/${agentId}/${start_time}/${end_time}`);
  const seconds = end_time - start_time;
  if (type === "adherence") return adherenceOf(random, seconds);
  const touched = random.integer(0, Math.ceil(seconds / 600));
  if (type === "agent_ticket_stats") return [Math.floor(touched * 0.7), touched, touched * 2];
  const time = touched * random.integer(120, 900);
  return [time, touched, touched === 0 ? null : time / touched];
}

function adherenceOf(random: Random, seconds: number): (number | null)[] {
  // Agents are off duty for some hours, and for no day.
  const scheduled = seconds < 86_400 && random.chance(0.2) ? 0 : Math.ceil(seconds / 3);
  const adherent = Math.floor(scheduled * (0.6 + 0.4 * random.next()));
  const percentage = (part: number) => (scheduled === 0 ? null : Math.round((1000 * part) / scheduled) / 10);
  return [adherent, percentage(adherent), percentage(adherent * random.next())];
}
