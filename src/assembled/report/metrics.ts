import { type GraphQLResolveInfo, getArgumentValues, isObjectType } from "graphql";
import { selectedFields } from "../../estimate/selected-fields.ts";
import type { ReportMetricsArgs } from "../../generated/resolvers.ts";
import { nonBlank } from "../../resolving/input.ts";
import {
  type Connection,
  connection,
  type PageRequest,
  pageOfNoRows,
  pageRequest,
} from "../../resolving/pagination.ts";
import type { CallOnce } from "../../rest/call.ts";
import { longestText, within } from "../../text-limits.ts";
import {
  type ReportJobJson,
  type ReportJobQuery,
  type ReportJson,
  type ReportMetricJson,
  reports,
} from "./endpoints.ts";
import { jobsOf, type StatusQueryOf, statusQuery } from "./loaders.ts";

/** Metrics that Assembled answers at most in one page (assembled-v0.txt:2319). */
const metricPageSize = 500;

/** A page of metrics that is asked for. */
export interface MetricsRequest extends PageRequest {
  /** Which metrics are wanted. */
  readonly wanted: Pick<ReportJobQuery, "metric" | "type">;
  /** Whether it holds none whatever the report holds, so that it costs no call. */
  readonly isEmpty: boolean;
}

/** @throws BAD_USER_INPUT for a page size and a cursor that cannot be, and for a blank name or one that is too long. */
export function metricsRequest({ names, type, ...args }: Partial<ReportMetricsArgs>): MetricsRequest {
  const request = pageRequest(args, metricPageSize, metricPageSize);
  const metric =
    names && [...new Set(names)].map((name) => nonBlank(within(name, longestText.filter, "names"), "names"));
  return {
    ...request,
    wanted: { ...(metric && { metric }), ...(type && { type: [type] }) },
    isEmpty: request.first === 0 || metric?.length === 0,
  };
}

/**
 * The queries that ask for the status of each job of a report so that one of the answers is the page of the metrics that are
 * selected, too.
 * @param info of a field that gives a report.
 */
export function statusQueries(info: GraphQLResolveInfo): StatusQueryOf {
  const { fieldNodes, fragments, schema, variableValues } = info;
  const report = schema.getType("Report");
  if (!isObjectType(report)) return () => statusQuery;
  const reading = { schema, fragments: new Map(Object.entries(fragments)), variables: variableValues };
  const sets = fieldNodes.flatMap(({ selectionSet }) => selectionSet ?? []);
  const selected = selectedFields(reading, report, sets).find(([{ name }]) => name.value === "metrics");
  const field = report.getFields().metrics;
  if (!selected || !field) return () => statusQuery;
  const request = metricsRequest(getArgumentValues(field, selected[0], variableValues));
  const start = startOf(request);
  return (at) => (at === start.at && !request.isEmpty ? pageQuery(request, start.offset) : statusQuery);
}

/** Places that the metrics of one job take in the list of all, whose cursors are below ten million. */
const placesPerJob = 700_000;

/** The job whose metrics a page begins with, and how many of them are before it. */
const startOf = ({ offset }: PageRequest): { readonly at: number; readonly offset: number } => ({
  at: Math.floor(offset / placesPerJob),
  offset: offset % placesPerJob,
});

const pageQuery = ({ first, wanted }: MetricsRequest, offset: number): ReportJobQuery => ({
  limit: first,
  offset,
  ...wanted,
});

/** A page of the metrics of a complete report. It holds those of one job; jobs without any are passed over. */
export async function metricsPage(
  { id }: ReportJson,
  request: MetricsRequest,
  call: CallOnce,
): Promise<Connection<ReportMetricJson>> {
  const { first, isEmpty } = request;
  const jobs = jobsOf(id);
  let { at, offset } = startOf(request);
  for (; !isEmpty && at < jobs.length; at += 1, offset = 0) {
    const job = await call(reports.get, { id: jobs[at] ?? "", query: pageQuery(request, offset) });
    const isLastJob = at === jobs.length - 1;
    const metrics = job.metrics ?? [];
    if (metrics.length === 0 && !isLastJob) continue;
    const start = at * placesPerJob + offset;
    const isJobOver = isLastPage(job, offset, first);
    return connection<PlacedMetric, ReportMetricJson>(
      { ...request, offset: start },
      {
        rows: metrics.map((metric, place) => ({ metric, place: start + place })),
        hasNextPage: !(isJobOver && isLastJob),
        end: isJobOver ? (at + 1) * placesPerJob : undefined,
        idOf: ({ place }) => String(place),
        toNode: ({ metric }) => metric,
        totalCount: jobs.length === 1 ? (job.total_metric_count ?? undefined) : undefined,
      },
    );
  }
  return pageOfNoRows(request);
}

/** A metric and its place in the list of all, which tells it from others. */
interface PlacedMetric {
  readonly metric: ReportMetricJson;
  readonly place: number;
}

/** Whether there is no other page of a job behind this one. Nothing tells whether the total heeds filters. */
function isLastPage(
  { metrics, total_metric_count: total }: ReportJobJson,
  offset: number,
  limit: number,
): boolean {
  const count = metrics?.length ?? 0;
  if (count === 0) return true;
  return typeof total === "number" ? offset + count >= total : count < limit;
}
