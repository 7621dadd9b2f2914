import { randomUUID } from "node:crypto";
import type { DocumentNode, GraphQLError } from "graphql";
import type { Client } from "../auth/client.ts";
import type { Executed } from "../execution/compile-operation.ts";
import type { AuditTrail, OperationAudit } from "../observation/audit-trail.ts";
import { type OpenReport, openReport } from "../observation/events.ts";
import type { CallRecord } from "../rest/call-record.ts";
import { liveOperation } from "../rest/operation.ts";
import { payersOf } from "../rest/payers.ts";
import { createContext, type OperationContext, type SharedParts } from "./context.ts";
import { currentPath } from "./field-path.ts";
import { defaultRequestOptions, type RequestOptions } from "./request-options.ts";
import type { Waiter } from "./waiter.ts";

/** The context of an operation with what its answer says of it. */
export interface GatewayContext extends OperationContext {
  /** Stands in every error, and in the log. */
  readonly requestId: string;
  /** The client that waits for the answer. */
  readonly waiter: Waiter;
  readonly options: RequestOptions;
  /** How the calls of the operation were answered so far. */
  readonly records: readonly CallRecord[];
  /** Moment of the clock at which the operation began, in milliseconds. */
  readonly startedAtMs: number;
  /** Whether a write of the operation may have taken effect so far, or may do so still. */
  mayHaveWritten(): boolean;
  /** Says what the operation is and how it goes, for log, metrics and traces. */
  readonly report: OpenReport;
  readonly audit: OperationAudit;
  /** Rows that lists had to leave out so far. */
  readonly leftOut: GraphQLError[];
  /** The result of its execution, where it was executed before Apollo Server was asked. */
  executed?: DirectResult;
}

/** The result of an execution around Apollo Server. */
export interface DirectResult extends Executed {
  /** The document that it was executed by: the same but for blanks, comments and the name of its only operation. */
  readonly document: DocumentNode;
}

/** Facts about an operation before it is read. */
export interface AskedOperation {
  /** @default a new one */
  readonly requestId?: string;
  /** From its headers. @default those of a request without them */
  readonly options?: RequestOptions;
  /** The header that names its trace, for systems that are sent it. @default it has none */
  readonly traceparent?: string;
  /** The client that sends it. @default one that may do all */
  readonly client?: Client;
}

/** Makes the context of one operation. @param waiter who waits for its answer. */
export type ContextFor = (waiter: Waiter, asked?: AskedOperation) => GatewayContext;

/**
 * Makes the maker of contexts.
 * @param options.anonymous the client of operations that name none; its calls are charged to no client.
 */
export const contextMaker =
  (
    shared: SharedParts,
    { anonymous, trail }: { readonly anonymous: Client; readonly trail: AuditTrail },
  ): ContextFor =>
  (waiter, asked = {}) => {
    const {
      client = anonymous,
      options = defaultRequestOptions,
      requestId = randomUUID(),
      traceparent,
    } = asked;
    const records: CallRecord[] = [];
    const startedAtMs = shared.clock.nowMs();
    const tellsFields = options.explains === "calls";
    let writes = 0;
    const leftOut: GraphQLError[] = [];
    const operation = liveOperation(
      { signal: () => waiter.cancellation, deadlineAtMs: () => waiter.deadlineAtMs },
      {
        accepts: options.accepts,
        record: tellsFields
          ? (record: CallRecord) => records.push(withPath(record))
          : (record: CallRecord) => records.push(record),
        noteWrite() {
          writes += 1;
          return () => {
            writes -= 1;
          };
        },
        ...(traceparent !== undefined && { traceparent }),
        ...(client !== anonymous && { payers: payersOf(client) }),
      },
    );
    const context = createContext(shared, operation, client, (error) => leftOut.push(error));
    const report = openReport();
    const audit = trail.operation({ requestId, client: client.name }, report);
    const mayHaveWritten = () => writes > 0;
    const told = { records, startedAtMs, tellsFields, report, audit, leftOut, mayHaveWritten };
    // Spread into a literal, members would give each context a hidden class of its own, which outlives it.
    return Object.assign(context, told, { requestId, waiter, options });
  };

/** A record with the field that is being resolved. */
function withPath(record: CallRecord): CallRecord {
  const path = currentPath();
  return path ? { ...record, path } : record;
}
