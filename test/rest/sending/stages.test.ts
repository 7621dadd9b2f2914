import { expect, test } from "vitest";
import { GatewayError } from "../../../src/errors.ts";
import type { Operation } from "../../../src/rest/operation.ts";
import type { PreparedRequest } from "../../../src/rest/prepared-request.ts";
import { answerOf, type Outcome, pipe, type Stage } from "../../../src/rest/send.ts";

const request = {} as PreparedRequest;
const operation = {} as Operation;
const answered: Outcome = { answer: { value: "answered", digest: undefined } };

test("the first stage of a list sees a request first and its outcome last", async () => {
  const seen: string[] = [];
  const stage =
    (name: string): Stage =>
    (next) =>
    async (...sent) => {
      seen.push(`${name} sends`);
      const outcome = await next(...sent);
      seen.push(`${name} hears`);
      return outcome;
    };
  const send = pipe(stage("first"), stage("second"))(async () => answered);
  expect(await send(request, operation)).toBe(answered);
  expect(seen).toEqual(["first sends", "second sends", "second hears", "first hears"]);
});

test("a stage that refuses keeps a request from those behind it", async () => {
  const error = new GatewayError("UPSTREAM_UNAVAILABLE", "Refused.");
  const refusal: Outcome = { error, retryClass: "final" };
  const send = pipe(() => async () => refusal)(() => {
    throw new Error("It was sent.");
  });
  expect(await send(request, operation)).toBe(refusal);
});

test("an outcome gives its answer, its error, or what broke off its body", () => {
  const error = new GatewayError("NOT_FOUND", "There is none.");
  const brokenOff = new Error("A file broke off.");
  expect(answerOf(answered).value).toBe("answered");
  expect(() => answerOf({ error, retryClass: "final" })).toThrow(error);
  expect(() => answerOf({ withdrawn: brokenOff })).toThrow(brokenOff);
});
