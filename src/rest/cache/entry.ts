import { GatewayError } from "../../errors.ts";
import type { Freshness } from "../cache-policy.ts";
import type { KeptAnswer, ReadSource } from "../call-record.ts";
import type { AnyEndpoint } from "../endpoint.ts";

/** That there is no such object, as plain facts: through its stack, an Error would hold the operation that was told so. */
export type Absence = Pick<GatewayError, "facts" | "message">;

/** The error that tells an absence, made anew for each that is told of it. */
export const absenceError = ({ facts, message }: Absence): GatewayError =>
  new GatewayError("NOT_FOUND", message, facts);

/** Whether an error tells that there is no such object. */
export const isAbsence = (error: unknown): error is GatewayError =>
  error instanceof GatewayError && error.code === "NOT_FOUND";

/** The answer to a read: a value, which must not be changed, or the fact that there is no such object. */
export type Outcome = { readonly value: unknown } | { readonly absence: Absence };

/** The request of a read. */
export interface Asked {
  readonly endpoint: AnyEndpoint;
  readonly url: URL;
  /** The key whose share of the answer it is. @default the answer is whole */
  readonly share?: string;
}

/** An answer as it came. */
export interface CachedResponse {
  readonly key: string;
  readonly noun: string | undefined;
  readonly freshness: Freshness;
  readonly outcome: Outcome;
  /** Tells whether another body is the same; undefined where there is none. */
  readonly digest: string | undefined;
  /** The read's place among all reads of the system, in order of their beginning. */
  readonly sequence: number;
  /** The number of writes that had ended when the read began. */
  readonly version: number;
  readonly source: ReadSource | undefined;
  readonly asked: Asked;
}

/** A cached answer. */
export interface CacheEntry extends CachedResponse {
  /** The number of the last write that left it as it is. */
  version: number;
  /** Its place among all that arrived or were changed. */
  readonly arrival: number;
  readonly arrivedAtMs: number;
  /** Bytes that it takes on the heap, as measured. */
  readonly bytes: number;
  /** How it is shown to operations. */
  readonly kept: KeptAnswer;
}
