import { describe, expect, test } from "vitest";
import { type ErrorCode, GatewayError } from "../../../src/errors.ts";
import type { AnyEndpoint } from "../../../src/rest/endpoint.ts";
import type { RetryClass } from "../../../src/rest/send.ts";
import { type Verdict, verdict } from "../../../src/rest/sending/verdict.ts";
import { DELETE, GET, POST, PUT } from "../routes.ts";

const read = GET("/things").returns();
const update = PUT("/things/{id}").returns();
const removal = DELETE("/things/{id}").returns();
const removalOfWindow = DELETE("/things").returns();
const create = POST("/things").returns();
const upsert = POST("/things/once", "conditional").returns();
const verifiable = POST("/things", "idempotent").verifiedBy("{ thing }").returns();

/** A failed attempt, and whether a request was sent in it. */
interface Failed {
  readonly code: ErrorCode;
  readonly retryClass: RetryClass;
  /** @default true */
  readonly wasSent?: boolean;
}

const unsent: Failed = { code: "UPSTREAM_UNAVAILABLE", retryClass: "unsent" };
const notTried: Failed = { code: "UPSTREAM_RATE_LIMITED", retryClass: "final", wasSent: false };
const refused: Failed = { code: "UPSTREAM_RATE_LIMITED", retryClass: "refused" };
const lost: Failed = { code: "UPSTREAM_TIMEOUT", retryClass: "ambiguous" };
const rejected: Failed = { code: "UPSTREAM_REJECTED", retryClass: "final" };
const missing: Failed = { code: "NOT_FOUND", retryClass: "final" };
const conflict: Failed = { code: "CONFLICT", retryClass: "final" };

const earlier = new GatewayError("UPSTREAM_OUTCOME_UNKNOWN", "An earlier attempt may have taken effect.");

/** The verdict, and the code of the error that it tells: that of the latest attempt, or of the earlier one. */
function judged(
  endpoint: AnyEndpoint,
  { code, retryClass, wasSent = true }: Failed,
  isAfterLost: boolean,
): readonly [Verdict["kind"], "earlier" | "latest"] {
  const error = new GatewayError(code, "The latest attempt failed.");
  const repeatable = endpoint.effect !== "create";
  const request = { endpoint, repeatable };
  const history = { ambiguous: isAfterLost ? earlier : undefined };
  const { kind, error: told } = verdict(history, { error, retryClass, wasSent }, request);
  return [kind, told === earlier ? "earlier" : "latest"];
}

describe("a first attempt that failed", () => {
  test.each([
    ["unsent", unsent, "again", "again", "again"],
    ["refused for its number", refused, "again", "again", "failed"],
    ["without an answer", lost, "again", "again", "failed"],
    ["rejected", rejected, "failed", "failed", "failed"],
    ["of nothing that exists", missing, "failed", "failed", "failed"],
    ["in conflict", conflict, "failed", "failed", "failed"],
    ["that was never tried", notTried, "failed", "failed", "failed"],
  ] as const)("%s", (_, failed, ofRead, ofIdempotent, ofCreate) => {
    expect(judged(read, failed, false)).toEqual([ofRead, "latest"]);
    expect(judged(update, failed, false)).toEqual([ofIdempotent, "latest"]);
    expect(judged(upsert, failed, false)).toEqual([ofIdempotent, "latest"]);
    expect(judged(removal, failed, false)).toEqual([ofIdempotent, "latest"]);
    expect(judged(create, failed, false)).toEqual([ofCreate, "latest"]);
  });
});

describe("an attempt that failed after one without an answer", () => {
  test.each([
    ["a removal of what is gone is done", removal, missing, ["done", "latest"]],
    ["a removal of a window misses something else", removalOfWindow, missing, ["failed", "latest"]],
    ["an update finds nothing", update, missing, ["failed", "latest"]],
    ["an upsert is done where it conflicts with what it made", upsert, conflict, ["done", "latest"]],
    ["of an upsert another refusal tells nothing", upsert, rejected, ["failed", "earlier"]],
    ["of an upsert another lost answer tells", upsert, lost, ["again", "latest"]],
    [
      "of a write that can be looked for a conflict tells nothing",
      verifiable,
      conflict,
      ["unknown", "latest"],
    ],
    ["an update is told its conflict", update, conflict, ["failed", "latest"]],
    ["one that was not tried tells nothing", update, notTried, ["failed", "earlier"]],
    ["one that was not sent may be followed", update, { ...unsent, wasSent: false }, ["again", "earlier"]],
    ["a refusal for its number may be followed", update, refused, ["again", "latest"]],
  ] as const)("%s", (_, endpoint, failed, expected) => {
    expect(judged(endpoint, failed, true)).toEqual(expected);
  });
});
