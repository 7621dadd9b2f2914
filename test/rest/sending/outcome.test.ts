import { describe, expect, test } from "vitest";
import { errorCodes, GatewayError } from "../../../src/errors.ts";
import { NotSent } from "../../../src/rest/exchange.ts";
import { mostAttempts } from "../../../src/rest/sending/retry.ts";
import { attemptTimeoutMs } from "../../../src/rest/sending/timeout.ts";
import { settled, testNowMs } from "../../support/clock.ts";
import { at, type Exchange, engine, outcomeOf, things } from "../engine.ts";

const withCode = (code: string): Error => Object.assign(new Error(`connect ${code} 10.0.0.1:443`), { code });

async function* brokenOff(): AsyncGenerator<Uint8Array> {
  yield Buffer.from('{"id":"1",');
  throw withCode("ECONNRESET");
}

/** What can befall a request, and how each kind of call answers it. */
interface Fault {
  readonly name: string;
  readonly strike: (exchange: Exchange) => void;
  /** Time that passes before it shows, or until the call may be made again. */
  readonly afterMs?: number;
  readonly code: string;
  /** Where the route names no object. @default `code` */
  readonly codeOfNoObject?: string;
  readonly status?: number;
  /** What may have come of a write: nothing was sent, nothing was done, or anything. */
  readonly left: "unsent" | "undone" | "unknown";
  /** Whether another attempt would be of no use. */
  readonly final?: true;
  /** Whether it lasts until the operator has mended something. */
  readonly isOperators?: true;
  /** Whether a write is done all the same, since it was answered 2xx: `accepted.test.ts`. */
  readonly isAccepted?: true;
}

const status = (code: string, number: number, left: Fault["left"], more: Partial<Fault> = {}): Fault => ({
  name: `status ${number}`,
  strike: (exchange) => exchange.answer("no JSON, secret-canary", number),
  code,
  status: number,
  left,
  ...more,
});
const final = { final: true } as const;
const nothingThere = { final: true, codeOfNoObject: "UPSTREAM_INVALID_RESPONSE" } as const;

const faults: readonly Fault[] = [
  status("UPSTREAM_REJECTED", 400, "undone", final),
  status("UPSTREAM_AUTH", 401, "undone", final),
  status("FORBIDDEN", 403, "undone", final),
  status("NOT_FOUND", 404, "undone", nothingThere),
  status("CONFLICT", 409, "undone", final),
  status("NOT_FOUND", 410, "undone", nothingThere),
  status("UPSTREAM_REJECTED", 422, "undone", final),
  status("UPSTREAM_RATE_LIMITED", 429, "undone", { afterMs: 1_000 }),
  status("UPSTREAM_UNAVAILABLE", 500, "unknown"),
  status("UPSTREAM_UNAVAILABLE", 502, "unknown"),
  status("UPSTREAM_UNAVAILABLE", 503, "unknown"),
  status("UPSTREAM_UNAVAILABLE", 504, "unknown"),
  status("UPSTREAM_INVALID_RESPONSE", 302, "unknown", final),
  ...["ECONNREFUSED", "EAI_AGAIN", "ECONNRESET", "ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION"].map((code) => ({
    name: `a connection that is not made (${code})`,
    strike: (exchange: Exchange) => exchange.fail(new NotSent(withCode(code))),
    code: "UPSTREAM_UNAVAILABLE",
    left: "unsent" as const,
  })),
  ...["ENOTFOUND", "CERT_HAS_EXPIRED", "ERR_TLS_CERT_ALTNAME_INVALID"].map((code) => ({
    name: `a connection that no other try will make (${code})`,
    strike: (exchange: Exchange) => exchange.fail(new NotSent(withCode(code))),
    code: "UPSTREAM_UNAVAILABLE",
    left: "undone" as const,
    isOperators: true as const,
    ...final,
  })),
  ...["ECONNRESET", "HPE_INVALID_CONSTANT", "EPIPE"].map((code) => ({
    name: `a connection that breaks (${code})`,
    strike: (exchange: Exchange) => exchange.fail(withCode(code)),
    code: "UPSTREAM_UNAVAILABLE",
    left: "unknown" as const,
  })),
  {
    name: "a body that breaks off",
    strike: (exchange) => exchange.stream(brokenOff()),
    code: "UPSTREAM_UNAVAILABLE",
    status: 200,
    left: "unknown",
    isAccepted: true,
  },
  {
    name: "no answer",
    strike: () => {},
    afterMs: attemptTimeoutMs,
    code: "UPSTREAM_TIMEOUT",
    left: "unknown",
  },
  {
    name: "a page of HTML",
    strike: (exchange) => exchange.answer("<html>secret-canary</html>"),
    code: "UPSTREAM_INVALID_RESPONSE",
    status: 200,
    left: "unknown",
    isAccepted: true,
  },
  {
    name: "cut JSON",
    strike: (exchange) => exchange.answer('{"id":"secret-canary","na'),
    code: "UPSTREAM_INVALID_RESPONSE",
    status: 200,
    left: "unknown",
    isAccepted: true,
  },
];

const kinds = [
  { kind: "read", name: "GET /things/{id}", line: "GET /things/1", twiceIsOnce: true },
  { kind: "idempotent write", name: "PATCH /things/{id}", line: "PATCH /things/1", twiceIsOnce: true },
  { kind: "create", name: "POST /things", line: "POST /things", twiceIsOnce: false },
  { kind: "conditional write", name: "POST /things/once", line: "POST /things/once", twiceIsOnce: false },
] as const;

describe.each(faults)(
  "$name",
  ({ strike, afterMs, status, left, final, isOperators, isAccepted, ...fault }) => {
    test.each(kinds.filter(({ kind }) => kind === "read" || !isAccepted))(
      "of a $kind",
      async ({ kind, name, line, twiceIsOnce }) => {
        const { operation, sent, clock, calls } = engine();
        const { call } = operation();
        const body = { name: "secret-canary" };
        const code = (!name.includes("{") && fault.codeOfNoObject) || fault.code;
        const start = {
          read: () => call(things.get, { id: "1" }),
          "idempotent write": () => call(things.update, { id: "1", body }),
          create: () => call(things.create, { body }),
          "conditional write": () => call(things.createOnce, { body }),
        };
        const outcome = outcomeOf(start[kind]());
        const repeated = !final && (twiceIsOnce || left === "unsent");
        const attempts = repeated ? mostAttempts : 1;
        for (let attempt = 0; attempt < attempts; attempt += 1) {
          await settled();
          expect(outcome).toEqual({});
          strike(at(sent, attempt));
          await clock.advance(afterMs ?? 0);
        }
        await settled();

        expect(outcome.error).toBeInstanceOf(GatewayError);
        const { code: given, facts, message } = outcome.error as GatewayError;
        const unknown = left === "unknown" && !twiceIsOnce;
        expect(given).toBe(unknown ? "UPSTREAM_OUTCOME_UNKNOWN" : code);
        expect(facts).toEqual({
          system: "things",
          endpoint: name,
          attempts,
          ...(status !== undefined && { status }),
          ...(code === "UPSTREAM_RATE_LIMITED" && { retryAfterMs: 1_000 }),
          ...(isOperators && { retryable: false }),
          ...(unknown && { sentAt: new Date(testNowMs).toISOString() }),
        });
        // Says what was asked and nothing that was sent or answered.
        expect(message).toContain(name);
        expect(message).not.toMatch(/canary|10\.0\.0\.1|http/);
        expect(errorCodes[given].retryable).toBe(
          !unknown && ["UPSTREAM_UNAVAILABLE", "UPSTREAM_TIMEOUT", "UPSTREAM_RATE_LIMITED"].includes(code),
        );
        expect([calls(), clock.pending]).toEqual([Array(attempts).fill(line), 0]);
      },
    );
  },
);

test("JSON of another shape is the upstream's fault", async () => {
  const { operation, sent, calls } = engine();
  const outcome = outcomeOf(operation().call(things.list));
  await settled();
  at(sent, 0).answer({ people: [] });
  await settled();
  expect(outcome.error).toMatchObject({
    code: "UPSTREAM_INVALID_RESPONSE",
    message: "GET /things of Things answered JSON of an unknown shape.",
    facts: { system: "things", endpoint: "GET /things", status: 200, attempts: 1 },
  });
  expect(calls()).toEqual(["GET /things"]);
});

test.each(["", "null", "7", '"text"', "true"])(
  "a read answered with %j does not pass for absence",
  async (body) => {
    const { operation, sent, calls } = engine();
    const outcome = outcomeOf(operation().call(things.get, { id: "1" }));
    await settled();
    at(sent, 0).answer(body);
    await settled();
    expect(outcome.error).toMatchObject({
      code: "UPSTREAM_INVALID_RESPONSE",
      facts: { status: 200, attempts: 1 },
    });
    expect(calls()).toEqual(["GET /things/1"]);
  },
);

test("a body that cannot be written as JSON is our own fault, and nothing is sent", async () => {
  const { operation, calls } = engine();
  const body = { name: 1n as unknown as string };
  await expect(operation().call(things.create, { body })).rejects.toThrow(TypeError);
  expect(calls()).toEqual([]);
});
