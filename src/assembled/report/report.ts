import type { GraphQLResolveInfo } from "graphql";
import { fact } from "../../estimate/facts.ts";
import { callsOf } from "../../estimate/field-cost.ts";
import { atMost } from "../../estimate/range.ts";
import { field } from "../../fields/field.ts";
import { payload } from "../../fields/payload.ts";
import { write } from "../../fields/write.ts";
import type {
  MutationResolvers,
  MutationStartReportArgs,
  QueryAdherenceReportArgs,
  QueryReportArgs,
  QueryResolvers,
  ReportMetricResolvers,
  ReportMetricsArgs,
  ReportResolvers,
  ReportType,
} from "../../generated/resolvers.ts";
import type { OperationContext } from "../../graphql/context.ts";
import { sourceIdOf, toGlobalId } from "../../resolving/ids.ts";
import { identity } from "../../resolving/node-fields.ts";
import type { Noun } from "../../resolving/noun.ts";
import { isObject } from "../../rest/row-values.ts";
import { mostReportJobs } from "../ids.ts";
import { agentUses } from "../person/look-up.ts";
import { personField } from "../person/of-person.ts";
import { hasEnded, isComplete, type ReportJson, type ReportMetricJson, reports } from "./endpoints.ts";
import { type CheckedReport, checkedReport } from "./input.ts";
import { jobsOf, readReport, reportById, reportIdOf, reportKind } from "./loaders.ts";
import { metricsPage, metricsRequest, statusQueries } from "./metrics.ts";
import { runningJobs } from "./running-jobs.ts";
import { mostEarlyPolls, startEndpoints, startedReport, startJobs } from "./wait.ts";

/** Jobs that make a report. */
const jobCountOf = fact<number>("jobs of a report");

const agentUsesOf = ({ reference }: CheckedReport) => agentUses(reference ? [reference] : []);

/** A field that starts a report of a type and waits for it. */
const waitedFor = (type: ReportType) =>
  field(
    (args: QueryAdherenceReportArgs) => {
      const report = checkedReport(type, args);
      const { jobCount } = report;
      const uses = [
        ...agentUsesOf(report),
        // Equal jobs that are in progress are joined.
        callsOf(startEndpoints[type], atMost(jobCount)),
        // One that may have ended is looked at before it is joined.
        callsOf(reports.get, { least: 1, most: 2 * jobCount + mostEarlyPolls }),
      ];
      return { uses, tells: jobCountOf.is(jobCount) };
    },
    (_: unknown, args: QueryAdherenceReportArgs, context: OperationContext, info: GraphQLResolveInfo) =>
      startedReport(checkedReport(type, args), statusQueries(info), context),
  );

const Query = {
  report: field(
    ({ id }: QueryReportArgs) => {
      const jobCount = jobsOf(sourceIdOf(reportKind, id)).length;
      return { uses: [callsOf(reports.get, { least: 1, most: jobCount })], tells: jobCountOf.is(jobCount) };
    },
    async (
      _: unknown,
      { id }: QueryReportArgs,
      { call, ofGateway }: OperationContext,
      info: GraphQLResolveInfo,
    ) => {
      const report = await readReport(sourceIdOf(reportKind, id), statusQueries(info), call);
      if (report && hasEnded(report)) for (const job of jobsOf(report.id)) ofGateway(runningJobs).forget(job);
      return report;
    },
  ),
  adherenceReport: waitedFor("adherence"),
  agentTicketStatsReport: waitedFor("agent_ticket_stats"),
  agentStateHandleTimesReport: waitedFor("agent_state_handle_times"),
} satisfies QueryResolvers;

const Mutation = {
  startReport: write(
    ({ input }: MutationStartReportArgs) => {
      const report = checkedReport(input.type, { ...input, queue: input.queueId });
      const { jobCount } = report;
      const tells = jobCountOf.is(jobCount);
      return {
        endpoint: startEndpoints[input.type],
        calls: atMost(jobCount),
        report,
        tells,
        // Jobs that may have ended are looked at before they are joined.
        uses: [...agentUsesOf(report), callsOf(reports.get, atMost(jobCount))],
      };
    },
    async ({ report }, context) => {
      const jobs = await startJobs(report, context);
      return { reportId: toGlobalId(reportKind, reportIdOf(jobs.map(({ id }) => id))) };
    },
  ),
} satisfies MutationResolvers;

const Report = {
  ...identity(reportKind),
  metrics: field(
    (args: ReportMetricsArgs, known) => {
      const { first, isEmpty } = metricsRequest(args);
      const most = isEmpty ? 0 : (jobCountOf.of(known) ?? mostReportJobs);
      return { uses: [callsOf(reports.get, atMost(most))], cardinality: atMost(first) };
    },
    (report: ReportJson, args: ReportMetricsArgs, { call }: OperationContext) =>
      isComplete(report) ? metricsPage(report, metricsRequest(args), call) : null,
  ),
} satisfies ReportResolvers;

/** The field of a metric's attributes, whatever stands in their place. */
const attribute =
  (name: keyof ReportMetricJson["attributes"]) =>
  ({ attributes }: ReportMetricJson): never =>
    (isObject(attributes) ? attributes[name] : undefined) as never;

const ReportMetric = {
  type: attribute("type"),
  startTime: attribute("start_time"),
  endTime: attribute("end_time"),
  person: personField(attribute("agent_id")),
} satisfies ReportMetricResolvers;

/** Measurements of agents, made by jobs. */
export const report: Noun = {
  endpoints: { reports },
  loaders: { reportById },
  nodes: [{ kind: reportKind, loader: reportById }],
  resolvers: {
    Query,
    Mutation,
    Report,
    ReportMetric,
    StartReportPayload: payload("report", reportKind, reportById),
  },
};
