import type { GatewayDefinition } from "../../resolving/of-gateway.ts";
import type { ReportJobQuery } from "./endpoints.ts";
import { isPassing } from "./passing.ts";

/** A job that makes a report, as operations wait for it. */
export interface RunningJob {
  readonly id: string;
  /** Moment of the clock when it was started, in milliseconds. */
  readonly startedAtMs: number;
  /** Moment of the clock from which asking for it is worth a call: all who wait ask then, and share the call. */
  nextPollAtMs: number;
  /** The query by which all who wait ask for it, so that they share the call: that of the first one. */
  pollQuery?: ReportJobQuery | undefined;
}

/** How an operation joins a job, or starts one. */
export interface Joining {
  /** Starts it and gives its id. */
  start(): Promise<string>;
  /** Age from which a job is not joined; five minutes at most. */
  readonly longestAgeMs: number;
  /** Whether another one is to be started in place of a job that may have ended since it was last asked for. */
  isOver(job: RunningJob): Promise<boolean>;
}

/** The jobs that are in progress, for all operations of a gateway. */
export interface RunningJobs {
  /** Joins the job under a key, or starts one. */
  join(key: string, joining: Joining): Promise<RunningJob>;
  /** Forgets a job that has ended. */
  forget(id: string): void;
}

/** Time until a job is first asked for. */
const firstPollMs = 1_000;
const longestGapMs = 5_000;
/** A job shows the time of its start, and one that goes on for so long may never end. */
const longestAgeMs = 5 * 60_000;
const mostJobs = 500;

/** Each wait is as long as all before it: 1, 2, 4 and 8 seconds after the start, then every five. */
export const pollGapMs = (elapsedMs: number): number =>
  Math.min(longestGapMs, Math.max(firstPollMs, elapsedMs));

interface Known {
  readonly startedAtMs: number;
  readonly job: Promise<RunningJob>;
  /** Once it is known. */
  id?: string;
}

/** Makes the memory of one gateway. */
export const runningJobs: GatewayDefinition<RunningJobs> = {
  make(clock) {
    const jobs = new Map<string, Known>();

    const begin = (key: string, start: () => Promise<string>): Promise<RunningJob> => {
      const job = start().then((id): RunningJob => {
        known.id = id;
        const startedAtMs = clock.nowMs();
        return { id, startedAtMs, nextPollAtMs: startedAtMs + firstPollMs };
      });
      const known: Known = { startedAtMs: clock.nowMs(), job };
      job.catch(() => {
        if (jobs.get(key) === known) jobs.delete(key);
      });
      jobs.delete(key);
      jobs.set(key, known);
      const [oldest] = jobs.keys();
      if (jobs.size > mostJobs && oldest !== undefined) jobs.delete(oldest);
      return job;
    };

    const forget = (id: string): void => {
      for (const [key, known] of jobs) if (known.id === id) jobs.delete(key);
    };

    /** @param mayRestart whether a start that failed for the operation which began it may be made once more for this one. */
    const join = async (key: string, joining: Joining, mayRestart = true): Promise<RunningJob> => {
      const old = jobs.get(key);
      const mostMs = Math.min(longestAgeMs, joining.longestAgeMs);
      if (!old || clock.nowMs() - old.startedAtMs >= mostMs) return begin(key, joining.start);
      const job = await old.job.catch((error: unknown) => {
        if (!mayRestart || !isPassing(error)) throw error;
        return join(key, joining, false);
      });
      if (clock.nowMs() < job.nextPollAtMs || !(await joining.isOver(job))) return job;
      forget(job.id);
      return join(key, joining, mayRestart);
    };

    return { join: (key, joining) => join(key, joining), forget };
  },
};
