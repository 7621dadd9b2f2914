import type { ReplicaOptions } from "../processes/replica.ts";
import { type Judge, overBucket, overWindow } from "./judge.ts";
import type { RedisProcess } from "./redis-process.ts";
import type { ReplicaProcess } from "./replica-process.ts";

/** The limits that a judge counts by. */
export type LimitName = ReplicaOptions["limits"];

/** A port that other runs of Redis on the machine leave alone. */
export const redisPort = 24_379;
/** Callers of each replica that has more calls than the limit lets through. */
export const callers = 40;
/** In which replicas find each other. */
export const settlingMs = 1_500;

/** A judge and a Redis, and replicas over them. */
export interface Bench {
  readonly judge: Judge;
  readonly redis: RedisProcess;
  /** Starts a replica; without an address it is alone. */
  start(limits: LimitName, redisUrl?: string, expected?: number): Promise<ReplicaProcess>;
}

/** Calls over the documented limits, of those that a judge counted. */
export const over: Readonly<Record<LimitName, (times: readonly number[]) => number>> = {
  assembly: (times) => overWindow(times, 30, 1_000),
  assembled: (times) => overBucket(times, 20, 5) + overWindow(times, 300, 60_000),
  replies: (times) => overWindow(times, 60, 60_000),
  wide: (times) => overWindow(times, 3_000, 1_000),
};

/** Calls of each replica. */
export const madeBy = async (replicas: readonly ReplicaProcess[]): Promise<number[]> =>
  Promise.all(replicas.map(async (replica) => (await replica.figures()).made));

/** Calls that failed, as a row tells them. */
export async function failuresOf(replicas: readonly ReplicaProcess[]): Promise<string[]> {
  const figures = await Promise.all(replicas.map((replica) => replica.figures()));
  return figures.flatMap(({ failed }) => Object.entries(failed).map(([code, count]) => `${count} ${code}`));
}

/** Ends replicas at once. */
export const end = (replicas: readonly ReplicaProcess[]): void => {
  for (const replica of replicas) replica.signal("SIGKILL");
};

/** A part as a row tells it. */
export const share = (part: number, whole: number): string => `${Math.round((100 * part) / whole)} %`;
