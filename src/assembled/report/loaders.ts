import type { LoaderDefinition } from "../../lists/loader-definition.ts";
import { orNull } from "../../loaders/promise-or-value.ts";
import { asking } from "../../loaders/strategies/asking.ts";
import { pointReads } from "../../loaders/strategies/point-reads.ts";
import type { ByIdLoader } from "../../resolving/noun.ts";
import type { CallOnce } from "../../rest/call.ts";
import { kind, mostReportJobs, reportId } from "../ids.ts";
import {
  isComplete,
  type ReportJobJson,
  type ReportJobQuery,
  type ReportJson,
  reports,
} from "./endpoints.ts";

/** Ids of reports. */
export const reportKind = kind("Report", reportId);

/** The id of the report that some jobs make together. */
export const reportIdOf = (jobIds: readonly string[]): string => jobIds.join(".");

/** The jobs that make a report. */
export const jobsOf = (id: string): string[] => id.split(".");

/**
 * The report that jobs make together, read job by job up to the first one that is not complete.
 * @param read gives a job as far as it has come; undefined where that is not known.
 */
export async function reportOf<Job>(
  jobs: readonly Job[],
  idOf: (job: Job) => string,
  read: (job: Job, at: number) => Promise<ReportJobJson | undefined>,
): Promise<ReportJson> {
  const id = reportIdOf(jobs.map(idOf));
  let createdAt: string | null | undefined;
  for (const [at, job] of jobs.entries()) {
    const answered = await read(job, at);
    createdAt ??= answered?.created_at;
    const status = answered?.status ?? "in_progress";
    if (!isComplete({ status })) return { id, status, created_at: createdAt };
  }
  return { id, status: "complete", created_at: createdAt };
}

/** Gives the query that asks for the status of a job, by its place among the jobs of its report. */
export type StatusQueryOf = (at: number) => ReportJobQuery;

/** Reads a report by its id; null when it does not exist. */
export const readReport = (id: string, queryOf: StatusQueryOf, call: CallOnce): Promise<ReportJson | null> =>
  orNull(
    reportOf(
      jobsOf(id),
      (job) => job,
      (job, at) => call(reports.get, { id: job, query: queryOf(at) }),
    ),
  );

/** Asks for the status of a job, and for no more metrics than a page must hold. */
export const statusQuery: ReportJobQuery = { limit: 1, offset: 0 };

/** A report by its id. */
export const reportById: LoaderDefinition<ByIdLoader<ReportJson>> = {
  access: asking([{ access: pointReads(reports.get), keysPerKey: { least: 1, most: mostReportJobs } }]),
  create: ({ call }) => ({ load: (id) => readReport(id, () => statusQuery, call), clearAll() {} }),
};
