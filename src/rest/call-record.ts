import type { LooseEndpoint } from "./endpoint.ts";

/** Where the answer to a call came from; `sideLoaded` rows came along with another read. */
export type ServedFrom = "network" | "coalesced" | "fresh" | "stale" | "sideLoaded";

/** How one call of an operation was answered. */
export interface CallRecord {
  readonly system: string;
  /** Method and template: `GET /v0/people/{id}`. */
  readonly endpoint: string;
  readonly servedFrom: ServedFrom;
  /** Requests sent for it, also by another operation that it joined; 0 when none was. */
  readonly attempts: number;
  /** Path, as in errors, of the field that asked for it first. @default no field asked, or it is not told */
  readonly path?: readonly (string | number)[];
  /** Moment of the clock at which it was asked for, in milliseconds. */
  readonly startedAtMs: number;
  /** Spent waiting for the budget. */
  readonly budgetWaitMs: number;
  /** From asking to the answer. */
  readonly durationMs: number;
  /** How long ago the answer had arrived. */
  readonly ageMs: number;
  /** The code it failed with. */
  readonly code?: string;
  /** Status of HTTP that it failed with. @default it did not fail, or was not answered */
  readonly status?: number;
  /** The kept answer that was used; absent when it is not kept. */
  readonly kept?: KeptAnswer;
}

/** An answer that may be given again, without its value, so that remembering it does not keep the value in memory. */
export interface KeptAnswer {
  /** Whether it would be given again now, without a call. */
  isCurrent(): boolean;
  /** Whether this is the value that it answered. */
  answered(value: unknown): boolean;
  /** The read that it answers; undefined when it is put together from several. */
  readonly source: ReadSource | undefined;
}

/** One read, to be made again. */
export interface ReadSource {
  readonly system: string;
  readonly endpoint: LooseEndpoint;
  readonly url: URL;
}
