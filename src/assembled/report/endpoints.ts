import { reference } from "../../rest/cache-policy.ts";
import { requireRows } from "../../rest/message/shape.ts";
import { textIn } from "../../rest/row-values.ts";
import { endpoints, GET, POST } from "../endpoints.ts";

/** A report of one job or several, as fields give it. */
export interface ReportJson {
  /** The ids of its jobs, with dots between them. */
  readonly id: string;
  readonly status: string;
  readonly created_at?: string | null | undefined;
}

/** A value that was measured of one agent. */
export interface ReportMetricJson {
  readonly name: string;
  readonly value: number | null;
  readonly attributes: {
    readonly agent_id: string;
    /** Unix seconds. */
    readonly start_time: number;
    /** Unix seconds. */
    readonly end_time: number;
    /** `full_interval` or `interval`. */
    readonly type: string;
  };
}

/** A job as Assembled answers it, with a page of its metrics. */
export interface ReportJobJson {
  /** `in_progress`, `complete` or `error`. */
  readonly status: string;
  /** ISO 8601, unlike the times of metrics. */
  readonly created_at?: string | null;
  readonly total_metric_count?: number | null;
  /** Absent or empty before the job is complete. */
  readonly metrics?: readonly ReportMetricJson[] | null;
}

/** The job to start (assembled-v0.txt:2186-2210). */
export interface ReportBody {
  /** Unix seconds, a multiple of 900. */
  readonly start_time: number;
  /** Unix seconds, a multiple of 900. */
  readonly end_time: number;
  readonly interval: string;
  readonly channel: string;
  readonly queue_id?: string;
  readonly agent_id?: string;
  readonly filters?: { readonly site_id?: string; readonly team_id?: string; readonly skill_id?: string };
}

/** A page of metrics, and which ones (assembled-v0.txt:2315-2325). */
export interface ReportJobQuery {
  readonly limit: number;
  readonly offset: number;
  readonly metric?: readonly string[] | undefined;
  readonly type?: readonly string[] | undefined;
}

/** Whether a job has ended well. */
export const isComplete = ({ status }: Pick<ReportJson, "status">): boolean => status === "complete";

/** Whether a job has ended, be it with an error. */
export const hasEnded = (job: Pick<ReportJson, "status">): boolean =>
  isComplete(job) || job.status === "error";

function jobIdIn({ report_id }: { readonly report_id: string }): string {
  const id = textIn(report_id);
  if (id === undefined) throw new TypeError("The start of a report answered no id.");
  return id;
}

/** A job without a status must not pass for one that goes on, nor one without its metrics for one that has none. */
function jobIn(job: ReportJobJson): ReportJobJson {
  if (typeof job.status !== "string") throw new TypeError("A report has no status.");
  const { metrics, total_metric_count: total } = job;
  if (isComplete(job) && (metrics || total)) requireRows(metrics ?? []);
  if (isComplete(job) && !metrics && total) throw new TypeError("A report has no metrics.");
  return job;
}

/** Reports: assembled-v0.txt:2155-2345. Equal parameters are an equal report, so that a start may be repeated; it changes nothing that can be read. */
export const reports = endpoints(
  { cache: reference, invalidates: [] },
  {
    startAdherence: POST("/v0/reports/adherence", "idempotent")
      .namesObject()
      .body<ReportBody>()
      .returns(jobIdIn),
    startAgentTicketStats: POST("/v0/reports/agent_ticket_stats", "idempotent")
      .namesObject()
      .body<ReportBody>()
      .returns(jobIdIn),
    startAgentStateHandleTimes: POST("/v0/reports/agent_state_handle_times", "idempotent")
      .namesObject()
      .body<ReportBody>()
      .returns(jobIdIn),
    get: GET("/v0/reports/{id}").query<ReportJobQuery>().keptIf(isComplete).returns(jobIn),
  },
);
