import type { OperationEvent } from "./events.ts";

/** The trace of one operation. */
export interface OperationTrace {
  /** The header `traceparent` for calls of the operation. */
  readonly traceparent: string;
  /** Makes the spans of the operation and of its calls. */
  end(event: OperationEvent): void;
}

/** The beginning of an operation, for its trace. */
export interface TraceBegin {
  /** The header `traceparent` of its request; one that cannot be read is ignored. */
  readonly traceparent: string | undefined;
  /** Moment of the wall clock, in milliseconds since 1970. */
  readonly startedOnMs: number;
  /** The same moment of the clock that spans of time are told by, in milliseconds. */
  readonly startedAtMs: number;
}

/** Makes traces and sends them away. Nothing of it throws, or waits for the collector. */
export interface Tracing {
  begin(operation: TraceBegin): OperationTrace;
  /** Sends what is left, for a bounded time. */
  close(): Promise<void>;
}
