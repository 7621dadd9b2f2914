import { GatewayError } from "../../errors.ts";
import type { OperationContext } from "../../graphql/context.ts";
import { orNull } from "../../loaders/promise-or-value.ts";
import { reference } from "../../rest/cache-policy.ts";
import { absent, explainRejection } from "../explain-rejection.ts";
import { agentOf, unreadAgents } from "../person/look-up.ts";
import { hasEnded, type ReportJobJson, type ReportJobQuery, type ReportJson, reports } from "./endpoints.ts";
import type { CheckedReport } from "./input.ts";
import { reportOf, type StatusQueryOf, statusQuery } from "./loaders.ts";
import { isPassing } from "./passing.ts";
import { pollGapMs, type RunningJob, runningJobs } from "./running-jobs.ts";

/** The endpoint that starts each type of report. */
export const startEndpoints = {
  adherence: reports.startAdherence,
  agent_ticket_stats: reports.startAgentTicketStats,
  agent_state_handle_times: reports.startAgentStateHandleTimes,
} as const;

/**
 * The jobs of a report: those of them that are in progress already are joined, the others started.
 * @param unseenMs time since a job was to be asked for, up to which it is joined although it may have ended. @default 0
 */
export async function startJobs(
  report: CheckedReport,
  context: OperationContext,
  unseenMs = 0,
): Promise<readonly RunningJob[]> {
  const { accepts, call, clock, of, ofGateway } = context;
  const { reference: person, type } = report;
  const agent = person && (await agentOf(of, person));
  const { join } = ofGateway(runningJobs);
  const isOver = async (job: RunningJob): Promise<boolean> =>
    clock.nowMs() - job.nextPollAtMs >= unseenMs && isSeenOver(job, context);
  return Promise.all(
    report.bodies(agent?.agentId).map((body) =>
      join(`${type} ${JSON.stringify(body)}`, {
        start: () =>
          explainRejection(call(startEndpoints[type], { body }), () =>
            absent(of, agent ? [unreadAgents([agent])] : []),
          ),
        longestAgeMs: accepts.maxAgeMs,
        isOver,
      }),
    ),
  );
}

/** Looks whether a job has ended; one that cannot be asked for just now goes on as far as is known. */
async function isSeenOver(job: RunningJob, context: OperationContext): Promise<boolean> {
  const seen = await orNull(poll(job, statusQuery, context));
  return seen === null || (seen !== undefined && hasEnded(seen));
}

/**
 * Starts a report and waits for it as long as the operation allows. A report that came too late for those who waited for it
 * is there for them when they ask again, as long as answers are kept.
 * @param queryOf asks for a page of metrics, so that the answer that tells the end of a job holds it.
 */
export async function startedReport(
  report: CheckedReport,
  queryOf: StatusQueryOf,
  context: OperationContext,
): Promise<ReportJson> {
  const jobs = await startJobs(report, context, reference.freshMs);
  return reportOf(
    jobs,
    ({ id }) => id,
    (job, at) => waitFor(job, queryOf(at), context),
  );
}

/** Left for the pages of metrics and the people behind them. */
const marginMs = 1_500;
/** Most polls of an operation that find a job in progress: after 1, 2, 4 and 8 seconds. */
export const mostEarlyPolls = 4;

/**
 * Waits until a job has ended, but no longer than leaves time for what comes after. It asks once in any case: an answer
 * that was made without a call would pass for one that can be given again.
 * @returns the job as it was seen last; undefined where it was not.
 */
async function waitFor(
  job: RunningJob,
  query: ReportJobQuery,
  context: OperationContext,
): Promise<ReportJobJson | undefined> {
  const { clock, ofGateway, pause, timeLeftMs } = context;
  let seen: ReportJobJson | undefined;
  for (let polls = 0; ; polls += 1) {
    const waitMs = Math.max(0, job.nextPollAtMs - clock.nowMs());
    const isInTime = waitMs + marginMs <= timeLeftMs();
    if (isInTime) await pause(waitMs);
    else if (polls > 0) return seen;
    seen = (await pollTogether(job, query, context)) ?? seen;
    if (!seen || !hasEnded(seen)) continue;
    ofGateway(runningJobs).forget(job.id);
    return seen;
  }
}

/** Asks for a job as all who wait for it do; where that fails for one of them, each goes on with a query of its own. */
async function pollTogether(
  job: RunningJob,
  query: ReportJobQuery,
  context: OperationContext,
): Promise<ReportJobJson | undefined> {
  job.pollQuery ??= query;
  const { pollQuery } = job;
  try {
    return await poll(job, pollQuery, context);
  } catch (error) {
    if (job.pollQuery === pollQuery) job.pollQuery = undefined;
    if (pollQuery === query) throw error;
    return pollTogether(job, query, context);
  }
}

/** Asks for a job; undefined where that fails, but may succeed later: the next poll is then no earlier than it may. */
async function poll(
  job: RunningJob,
  query: ReportJobQuery,
  { call, clock, ofGateway }: OperationContext,
): Promise<ReportJobJson | undefined> {
  job.nextPollAtMs = clock.nowMs() + pollGapMs(clock.nowMs() - job.startedAtMs);
  try {
    return await call(reports.get, { id: job.id, query });
  } catch (error) {
    if (isPassing(error)) {
      job.nextPollAtMs = Math.max(job.nextPollAtMs, clock.nowMs() + (error.facts.retryAfterMs ?? 0));
      return undefined;
    }
    if (error instanceof GatewayError && error.code === "NOT_FOUND") ofGateway(runningJobs).forget(job.id);
    throw error;
  }
}
