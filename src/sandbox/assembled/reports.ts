import type {
  reports as endpoints,
  ReportJobJson,
  ReportMetricJson,
} from "../../assembled/report/endpoints.ts";
import type { ReportType } from "../../generated/resolvers.ts";
import type { StoredReport } from "../data/assembled/stored.ts";
import type { HandlerRequest, Reply, VerbHandlers } from "../emulator.ts";
import { uuidMaker } from "../random.ts";
import { Refusal } from "../refusal.ts";
import { knownIds, objectOf, wholeNumberOf } from "./fields.ts";
import { reportBody } from "./report-body.ts";
import { agentsOf, metricNames, metricsOf } from "./report-metrics.ts";
import type { AssembledState } from "./state.ts";

/** How reports are made. */
export interface ReportOptions {
  /** Time that a job takes. */
  readonly reportMs: number;
  /** Whether jobs end with an error. */
  readonly reportsFail: boolean;
}

/** Metrics of a page (assembled-v0.txt:2319). */
const pageSize = 500;

/** Answers the routes of reports (assembled-v0.txt:2155-2345). */
export function createReportHandlers(
  state: AssembledState,
  { reportMs, reportsFail }: ReportOptions,
): VerbHandlers<typeof endpoints> {
  const { people, reports } = state;
  const makeId = uuidMaker("assembled/report");
  /** Made when they are first asked for. */
  const made = new Map<string, readonly ReportMetricJson[]>();

  const isRunning = ({ startedAtMs }: StoredReport, nowMs: number): boolean => nowMs < startedAtMs + reportMs;

  /** Equal parameters are an equal report as long as that is in progress. */
  const start =
    (type: ReportType) =>
    ({ body, nowMs }: Pick<HandlerRequest<string>, "body" | "nowMs">): Reply => {
      const checked = reportBody(type, objectOf(body, "the body"), state);
      const key = JSON.stringify([type, checked]);
      const isEqual = (report: StoredReport) =>
        isRunning(report, nowMs) && JSON.stringify([report.type, report.body]) === key;
      const running = [...reports.values()].find(isEqual);
      const report = running ?? { id: makeId(), type, startedAtMs: nowMs, body: checked };
      reports.set(report.id, report);
      return { status: 200, body: { report_id: report.id } };
    };

  const shown = (report: StoredReport, query: URLSearchParams, nowMs: number): ReportJobJson => {
    const { body, id, startedAtMs, type } = report;
    const created_at = new Date(startedAtMs).toISOString();
    const isWanted = filterOf(type, query);
    if (isRunning(report, nowMs)) {
      return { status: "in_progress", created_at, total_metric_count: 0, metrics: [] };
    }
    if (reportsFail) return { status: "error", created_at };
    const all = made.get(id) ?? metricsOf(type, body, agentsOf(people.all(), body));
    made.set(id, all);
    const metrics = all.filter(isWanted);
    const offset = wholeNumberOf(query, "offset") ?? 0;
    const limit = Math.min(wholeNumberOf(query, "limit") ?? pageSize, pageSize);
    return {
      status: "complete",
      created_at,
      total_metric_count: metrics.length,
      metrics: metrics.slice(offset, offset + limit),
    };
  };

  return {
    startAdherence: start("adherence"),
    startAgentTicketStats: start("agent_ticket_stats"),
    startAgentStateHandleTimes: start("agent_state_handle_times"),
    get: ({ params, query, nowMs }) => {
      const report = reports.get(params.id);
      if (report === undefined) throw new Refusal(404, "report not found");
      return { status: 200, body: shown(report, query, nowMs) };
    },
  };
}

function filterOf(type: ReportType, query: URLSearchParams): (metric: ReportMetricJson) => boolean {
  const names = new Set(knownIds(query.getAll("metric"), new Set<string>(metricNames[type]), "metric"));
  const types = new Set(knownIds(query.getAll("type"), new Set(["full_interval", "interval"]), "type"));
  return ({ attributes, name }) =>
    (names.size === 0 || names.has(name)) && (types.size === 0 || types.has(attributes.type));
}
