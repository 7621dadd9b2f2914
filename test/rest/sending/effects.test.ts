import { describe, expect, test } from "vitest";
import type { LooseEndpoint } from "../../../src/rest/endpoint.ts";
import { NotSent } from "../../../src/rest/exchange.ts";
import { settled, testNowMs } from "../../support/clock.ts";
import { at, type Exchange, engine, outcomeOf } from "../engine.ts";
import { callRow, namingNothing, systemRows } from "../systems.ts";

/** How a request fails, and what that says of what it may have done. */
interface Failure {
  readonly name: string;
  readonly strike: (exchange: Exchange) => void;
  /** Until it shows, or until another attempt may be made. */
  readonly afterMs?: number;
  readonly code: string;
  readonly status?: number;
  /** Nothing arrived, nothing was done, anything may have been done, or another attempt would fail like this one. */
  readonly says: "unsent" | "refused" | "ambiguous" | "final";
}

const failing = (code: string) => (exchange: Exchange) =>
  exchange.fail(Object.assign(new Error(`connect ${code}`), { code }));
const status = (number: number, code: string, says: Failure["says"], afterMs = 0): Failure => ({
  name: `status ${number}`,
  strike: (exchange) => exchange.answer("", number),
  afterMs,
  code,
  status: number,
  says,
});

const failures: readonly Failure[] = [
  {
    name: "a refused connection",
    strike: (exchange) => exchange.fail(new NotSent(new Error("connect ECONNREFUSED"))),
    code: "UPSTREAM_UNAVAILABLE",
    says: "unsent",
  },
  {
    name: "a connection that breaks",
    strike: failing("ECONNRESET"),
    code: "UPSTREAM_UNAVAILABLE",
    says: "ambiguous",
  },
  { name: "no answer", strike: () => {}, afterMs: 3_000, code: "UPSTREAM_TIMEOUT", says: "ambiguous" },
  status(500, "UPSTREAM_UNAVAILABLE", "ambiguous"),
  status(502, "UPSTREAM_UNAVAILABLE", "ambiguous"),
  status(503, "UPSTREAM_UNAVAILABLE", "ambiguous"),
  status(504, "UPSTREAM_UNAVAILABLE", "ambiguous"),
  status(429, "UPSTREAM_RATE_LIMITED", "refused", 1_000),
  status(400, "UPSTREAM_REJECTED", "final"),
  status(401, "UPSTREAM_AUTH", "final"),
  status(403, "FORBIDDEN", "final"),
  status(404, "NOT_FOUND", "final"),
  status(409, "CONFLICT", "final"),
  status(422, "UPSTREAM_REJECTED", "final"),
];

/** Of a row that names no object, a 404 says that the system is elsewhere, or that the row is closed to the account. */
const told = (code: string, name: string, { openTo }: LooseEndpoint): string => {
  if (code !== "NOT_FOUND" || !namingNothing.has(name)) return code;
  return openTo === undefined ? "UPSTREAM_INVALID_RESPONSE" : "FORBIDDEN";
};

/** Attempts that each effect allows after each failure. */
const attempts: Readonly<Record<Failure["says"], Readonly<Record<LooseEndpoint["effect"], number>>>> = {
  unsent: { read: 3, idempotent: 3, create: 3, conditional: 3 },
  refused: { read: 3, idempotent: 3, create: 1, conditional: 1 },
  ambiguous: { read: 3, idempotent: 3, create: 1, conditional: 1 },
  final: { read: 1, idempotent: 1, create: 1, conditional: 1 },
};

describe.each(systemRows)("$name", ({ definition, name, row, args }) => {
  test.each(failures)("after $name", async ({ strike, afterMs = 0, code, says, ...failure }) => {
    const { operation, sent, clock, calls } = engine({ definition });
    const outcome = outcomeOf(callRow(operation().call, row, args));
    const expected = attempts[says][row.effect];
    for (let attempt = 0; attempt < expected; attempt += 1) {
      await settled();
      strike(at(sent, attempt));
      await clock.advance(afterMs);
    }
    await settled();
    const isUnknown = says === "ambiguous" && (row.effect === "create" || row.effect === "conditional");
    const { reconcile } = row;
    expect(outcome.error).toMatchObject({
      code: isUnknown ? "UPSTREAM_OUTCOME_UNKNOWN" : told(code, name, row),
      facts: {
        system: definition.name,
        attempts: expected,
        ...(failure.status !== undefined && { status: failure.status }),
        ...(isUnknown && { sentAt: new Date(testNowMs).toISOString() }),
        ...(isUnknown && reconcile !== undefined && { reconcile }),
      },
    });
    expect([calls().length, clock.pending]).toEqual([expected, 0]);
  });
});
