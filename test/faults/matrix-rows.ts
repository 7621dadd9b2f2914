import type { Reply } from "../../src/sandbox/emulator.ts";
import type { CallFault } from "../../src/sandbox/fault.ts";
import type { SystemName } from "../support/sandbox.ts";
import type { CallEffect } from "./calls.ts";

/** The error that a call ends in. */
export interface Failure {
  readonly code: string;
  /** Requests sent for the call. */
  readonly attempts: number;
  /** Of the last answer, which may be the system's own; absent when there was none. */
  readonly status?: number | "own";
}

/** What becomes of a call: it is answered as if nothing were wrong, or it fails. */
export type Outcome = "done" | Failure;

/** One fault, and what it does to calls of each effect. */
export interface MatrixRow extends Readonly<Record<CallEffect, Outcome>> {
  readonly name: string;
  readonly fault: Omit<CallFault, "row"> | "refused";
  /** Where systems differ, since their answers are of different sizes. */
  readonly elsewhere?: Partial<Readonly<Record<SystemName, Partial<Readonly<Record<CallEffect, Outcome>>>>>>;
  /** Whether a request that meets the fault has taken effect. @default false */
  readonly takesEffect?: boolean;
}

const failure = (code: string, attempts: number, status?: number | "own"): Failure => ({
  code,
  attempts,
  ...(status !== undefined && { status }),
});

/** Sent again where that is safe, and then given up; `last` is the status of the last of three, `first` of the first. */
const ambiguous = (code: string, last?: Failure["status"], first = last) => ({
  read: failure(code, 3, last),
  idempotent: failure(code, 3, last),
  create: failure("UPSTREAM_OUTCOME_UNKNOWN", 1, first),
});

/** Told by the system in so many words, so that another try would be told the same. */
const told = (code: string, status: number) => ({
  read: failure(code, 1, status),
  idempotent: failure(code, 1, status),
  create: failure(code, 1, status),
});

const done = "done" as const;

/** A write that was accepted is done, whatever is said of it; of a create the id is missing. */
const accepted = (read: Failure, status: Failure["status"]) => ({
  read,
  idempotent: done,
  create: failure("UPSTREAM_INVALID_RESPONSE", 1, status),
});

/** No answer that can be used, which would come again. */
const unusable = (status: Failure["status"]) =>
  accepted(failure("UPSTREAM_INVALID_RESPONSE", 1, status), status);
const html = { "content-type": "text/html" };
const page = "<!doctype html><html><body><h1>502 Bad Gateway</h1></body></html>";
const tooMany = (headers?: Reply["headers"]): Reply => ({ status: 429, ...(headers && { headers }) });
const statuses = (...list: readonly number[]): Reply[] => list.map((status) => ({ status }));

/** Faults that show at once. */
export const quickRows = (decoyUrl: string): readonly MatrixRow[] => {
  const unavailable = (last?: Failure["status"], first?: number) =>
    ambiguous("UPSTREAM_UNAVAILABLE", last, first);
  const limited = (attempts: number) => ({
    read: failure("UPSTREAM_RATE_LIMITED", attempts, 429),
    idempotent: failure("UPSTREAM_RATE_LIMITED", attempts, 429),
    create: failure("UPSTREAM_RATE_LIMITED", 1, 429),
  });
  const refused = failure("UPSTREAM_UNAVAILABLE", 3);
  return [
    {
      name: "connection refused",
      fault: "refused",
      read: refused,
      idempotent: refused,
      create: refused,
    },
    { name: "reset before the head", fault: { kind: "reset" }, ...unavailable() },
    {
      name: "reset before the head, once it is done",
      fault: { kind: "reset", afterEffect: true },
      takesEffect: true,
      ...unavailable(),
    },
    {
      name: "reset in the body",
      fault: { kind: "resetMidBody" },
      takesEffect: true,
      ...accepted(failure("UPSTREAM_UNAVAILABLE", 3, "own"), "own"),
    },
    { name: "500, 502, 503", fault: { reply: statuses(500, 502, 503) }, ...unavailable(503, 500) },
    { name: "504", fault: { reply: { status: 504 } }, ...unavailable(504) },
    {
      name: "503, once it is done",
      fault: { reply: { status: 503 }, afterEffect: true },
      takesEffect: true,
      ...unavailable(503),
    },
    {
      name: "502 with HTML",
      fault: { reply: { status: 502, headers: html, body: page } },
      ...unavailable(502),
    },
    {
      name: "503 with a Retry-After that does not fit",
      fault: { reply: { status: 503, headers: { "retry-after": "11" } } },
      read: failure("UPSTREAM_UNAVAILABLE", 1, 503),
      idempotent: failure("UPSTREAM_UNAVAILABLE", 1, 503),
      create: failure("UPSTREAM_OUTCOME_UNKNOWN", 1, 503),
    },
    { name: "429", fault: { reply: tooMany() }, ...limited(3) },
    { name: "429 with Retry-After", fault: { reply: tooMany({ "retry-after": "2" }) }, ...limited(3) },
    {
      name: "429 with a Retry-After that does not fit",
      fault: { reply: tooMany({ "retry-after": "11" }) },
      ...limited(1),
    },
    {
      name: "401 in the middle of a stream of calls",
      fault: { skips: 3, times: 1, reply: { status: 401 } },
      ...told("UPSTREAM_AUTH", 401),
    },
    {
      name: "JSON that is cut",
      fault: { kind: "cut" },
      takesEffect: true,
      ...accepted(failure("UPSTREAM_INVALID_RESPONSE", 3, "own"), "own"),
    },
    ...["{}", "null", '"text"', "42", '{"unexpected":[null]}'].map((body) => ({
      name: `${body} in place of the answer`,
      fault: { reply: { status: 200, body }, afterEffect: true },
      takesEffect: true,
      ...unusable(200),
    })),
    {
      name: "a redirect to another port",
      fault: { reply: { status: 307, headers: { location: decoyUrl } } },
      read: failure("UPSTREAM_INVALID_RESPONSE", 1, 307),
      idempotent: failure("UPSTREAM_INVALID_RESPONSE", 1, 307),
      create: failure("UPSTREAM_OUTCOME_UNKNOWN", 1, 307),
    },
  ];
};

/** Faults that show with time alone. */
export const slowRows: readonly MatrixRow[] = [
  { name: "no answer", fault: { kind: "silent" }, ...ambiguous("UPSTREAM_TIMEOUT") },
  {
    name: "no answer, once it is done",
    fault: { kind: "silent", afterEffect: true },
    takesEffect: true,
    ...ambiguous("UPSTREAM_TIMEOUT"),
  },
  {
    name: "a head and then nothing",
    fault: { kind: "silentAfterHead" },
    takesEffect: true,
    ...accepted(failure("UPSTREAM_TIMEOUT", 3, "own"), "own"),
  },
  {
    name: "a byte every 200 ms",
    fault: { kind: "drip" },
    takesEffect: true,
    ...accepted(failure("UPSTREAM_TIMEOUT", 3, "own"), "own"),
  },
];

/** Faults that take memory. */
export const largeRows: readonly MatrixRow[] = [
  { name: "a body without end", fault: { kind: "endless" }, takesEffect: true, ...unusable("own") },
  { name: "a bomb", fault: { kind: "bomb" }, takesEffect: true, ...unusable("own") },
  {
    name: "a list of 100 000 items",
    fault: { kind: "manyItems" },
    takesEffect: true,
    ...unusable("own"),
    // Where the whole stays below the cap.
    elsewhere: { assembled: { create: done }, web1on1: { create: done } },
  },
];
