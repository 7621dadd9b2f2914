import type { GraphQLError } from "graphql";
import type { OperationAudit } from "../observation/audit-trail.ts";
import type { OpenReport } from "../observation/events.ts";
import type { CallNote } from "../rest/call-note.ts";
import type { OperationContext } from "./context.ts";
import type { RequestOptions } from "./request-options.ts";
import type { Waiter } from "./waiter.ts";

/** The context of an operation with what its answer says of it. */
export interface GatewayContext extends OperationContext {
  /** Stands in every error, and in the log. */
  readonly requestId: string;
  /** The client that waits for the answer. */
  readonly waiter: Waiter;
  readonly options: RequestOptions;
  /** How the calls of the operation were answered so far. */
  readonly records: readonly CallNote[];
  /** Waits until the operation may begin to work; undefined when it may at once. */
  turn(): Promise<void> | undefined;
  /** Whether a write of the operation may have taken effect so far, or may do so still. */
  mayHaveWritten(): boolean;
  /** Says what the operation is and how it goes, for log, metrics and traces. */
  readonly report: OpenReport;
  readonly audit: OperationAudit;
  /** Rows that lists had to leave out so far. */
  readonly leftOut: readonly GraphQLError[];
}
