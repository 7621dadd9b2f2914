import type { CallRecord } from "../rest/call-record.ts";
import type { CallEvent } from "../rest/upstream.ts";

/** One field of a mutation that has ended. No value of an argument stands in it but ids. */
export interface WriteReport {
  /** Name of the field: `createContact`. */
  readonly field: string;
  /** Ids that its payload gives and its arguments name; global ids where their type is known. */
  readonly ids: readonly string[];
  /** How many more ids there were. @default none */
  readonly idsLeftOut?: number;
  /**
   * `done`; `partial`, when only some parts of a write in parts were applied; `UNFINISHED`, when the process ended before it; or
   * the code of the error that it ended with.
   */
  readonly outcome: string;
  /** Requests that were sent for the call that failed; 0 when none was. @default the error does not say */
  readonly attempts?: number;
  /** How many parts of a write in parts had which outcome. @default it is no write in parts */
  readonly parts?: Readonly<Record<string, number>>;
}

/** One field of a mutation and who sent it: a line of the audit. */
export interface AuditEntry extends WriteReport {
  readonly requestId: string;
  /** Name of the client. */
  readonly client: string;
  /** Name of the operation. @default it has none */
  readonly operation?: string;
  /** From the begin of the field to its end; 0 when it was refused before it began. */
  readonly durationMs: number;
}

/** Takes one line of the audit; must not throw. */
export type Audit = (entry: AuditEntry) => void;
/**
 * How an operation ended: without an error, with errors beside data, with errors alone, or before it was run, since it
 * could not be read, is not valid or is too large.
 */
export type OperationOutcome = "ok" | "partial" | "failed" | "refused";

/** An operation and how it went, as far as the log may know. */
export interface OperationReport {
  readonly outcome: OperationOutcome;
  /** As its document names it. @default it has no name, or was not read so far */
  readonly name?: string | undefined;
  /** @default it was not read so far */
  readonly kind?: "query" | "mutation" | undefined;
  /** Whether the operator has listed its document as trusted. @default that is not looked at, or it was not read so far */
  readonly trusted?: boolean | undefined;
  /** Its name, where the operator knows its document: one of few, which clients cannot make up. @default it is another one */
  readonly knownName?: string | undefined;
  /** How many of its errors have which code. */
  readonly errorCodes: Readonly<Record<string, number>>;
}

/** A report that is written while its operation runs. */
export type OpenReport = { -readonly [Part in keyof OperationReport]: OperationReport[Part] };

/** The report of an operation of which nothing is known so far. */
export const openReport = (): OpenReport => ({ outcome: "refused", errorCodes: {} });

/** An operation that was answered. */
export interface OperationEvent extends OperationReport {
  readonly requestId: string;
  /** Name of the client. */
  readonly client: string;
  /** Status of HTTP. */
  readonly status: number;
  /** Whether it was run for this request, with an equal one in flight, or not at all: a `replay` is the answer to an earlier request with the same idempotency key. */
  readonly answeredBy: "run" | "shared" | "cache" | "replay";
  /** How the calls behind it were answered; none unless it was run for this request. */
  readonly calls: readonly CallRecord[];
  /** Moment of the wall clock at which it began, in milliseconds since 1970. */
  readonly startedOnMs: number;
  readonly durationMs: number;
  /** The header `traceparent` of its request. @default there is none */
  readonly traceparent?: string | undefined;
}

/** A request that was answered, or that its client left. */
export interface RequestEvent {
  readonly requestId: string;
  /** Name of the client. @default it is not known */
  readonly client?: string | undefined;
  readonly method: string;
  /** Template of its path, or `unknown`. */
  readonly route: string;
  /** Status of HTTP; 499 when the client left. */
  readonly status: number;
  /** The code that it was refused with as a whole. @default it was not, or its status says it all */
  readonly code?: string | undefined;
  /** Whether it was answered as an operation; one that was refused before it became one was not. */
  readonly isOperation: boolean;
  readonly durationMs: number;
}

/** A request that Node refused before any handler saw it. */
export interface UnreadRequestEvent {
  readonly requestId: string;
  /** One of few: `malformed`, `header overflow`. */
  readonly reason: string;
  /** Status of HTTP. */
  readonly status: number;
}

/** Told of what happens; none of its functions may throw, and each is called apart from its object. */
export interface Observer {
  readonly operation: (event: OperationEvent) => void;
  /** @default it does not want to know */
  readonly request?: (event: RequestEvent) => void;
  /** @default it does not want to know */
  readonly refused?: (event: UnreadRequestEvent) => void;
  /** Told of each call to a system when it ends. @default it does not want to know */
  readonly call?: (event: CallEvent) => void;
}

/** Tells several observers. */
export const observers = (all: readonly Observer[]): Required<Observer> => {
  const requests = all.flatMap(({ request }) => request ?? []);
  const refusals = all.flatMap(({ refused }) => refused ?? []);
  const calls = all.flatMap(({ call }) => call ?? []);
  return {
    operation(event) {
      for (const { operation } of all) operation(event);
    },
    request(event) {
      for (const request of requests) request(event);
    },
    refused(event) {
      for (const refused of refusals) refused(event);
    },
    call(event) {
      for (const call of calls) call(event);
    },
  };
};
