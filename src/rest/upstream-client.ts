import type { CacheControl } from "./cache-policy.ts";
import type { Call } from "./call.ts";
import type { AnyEndpoint } from "./endpoint.ts";
import type { Units } from "./held-limits.ts";
import type { BudgetWaits } from "./limit.ts";
import type { KeyedLock } from "./lock.ts";
import type { Operation } from "./operation.ts";
import type { StoreNumbers } from "./store-numbers.ts";

/** Knowledge of a system's health from the calls made to it. */
export type UpstreamState = "untried" | "answering" | "failing";

/** A system, ready to be called on behalf of operations. */
export interface Upstream {
  readonly name: string;
  /** The version of its API that every call asks for; undefined for a system without versions. */
  readonly apiVersion: string | undefined;
  readonly state: UpstreamState;
  /**
   * Why the last call failed, while the state is `failing`: a code of the connection (`ECONNREFUSED`,
   * `CERT_HAS_EXPIRED`) where it could not be made or broke, otherwise the code of the error (`UPSTREAM_TIMEOUT`). While
   * its base URL is doubted and calls are refused for other reasons it is `UPSTREAM_INVALID_RESPONSE`.
   */
  readonly cause: string | undefined;
  /** Calls that could be sent at this moment without waiting. */
  readonly callsLeft: number;
  /** The part of its limits that this process holds, where other processes hold the rest. */
  readonly units: Units | undefined;
  /** Whether calls are refused at the moment, since it has not been answering. */
  readonly isBreakerOpen: boolean;
  readonly budgetWaits: BudgetWaits;
  /** Its objects that are being changed. */
  readonly lock: KeyedLock;
  /** The store of its reads. */
  readonly kept: StoreNumbers;
  /** Writes that have ended so far: what began before the last of them may show the time before it. */
  readonly writes: number;
  /** Milliseconds until the last of `calls` more could be sent. */
  waitMs(calls: number): number;
  /**
   * Whether reads of an endpoint may be answered without a call, to an operation that begins now: some answer to one is kept,
   * or one is on its way.
   * @param accepts how old the answer may be.
   */
  mayAnswer(endpoint: AnyEndpoint, accepts: CacheControl): boolean;
  /** Opens a connection for a write that is about to come, beside the reads that it is made from. */
  preconnect(): void;
  /**
   * Calls made on behalf of one operation.
   * @param onWrite told when a write of this operation has ended, however it did.
   */
  callsFor(operation: Operation, onWrite?: () => void): Call;
}
