import { expect, test } from "vitest";
import { endpointsOf } from "../../../src/rest/noun-endpoints.ts";
import { settled } from "../../support/clock.ts";
import { at, engine, outcomeOf } from "../engine.ts";
import { GET, POST } from "../routes.ts";

const beta = endpointsOf<string>()(
  { openTo: "accounts that take part in its trial" },
  {
    list: GET("/beta").returns<unknown>(),
    get: GET("/beta/{id}").returns<unknown>(),
    create: POST("/beta").returns<unknown>(),
  },
);
const html = { "content-type": "text/html" };

test.each([
  ["forbidden", beta.list, 403, {}, "FORBIDDEN"],
  ["a write, forbidden", beta.create, 403, {}, "FORBIDDEN"],
  ["hidden", beta.list, 404, {}, "FORBIDDEN"],
  ["a write, hidden", beta.create, 404, {}, "FORBIDDEN"],
  ["at the wrong address", beta.list, 404, html, "UPSTREAM_INVALID_RESPONSE"],
  ["refused for another reason", beta.list, 401, {}, "UPSTREAM_AUTH"],
])("a route that is open to some accounts: %s", async (_, endpoint, status, headers, code) => {
  const { operation, sent, calls } = engine();
  const outcome = outcomeOf(operation().call(endpoint));
  await settled();
  at(sent, 0).answer("{}", status, headers);
  await settled();
  const call = `${endpoint.method} ${endpoint.path}`;
  expect(outcome.error).toMatchObject({ code, facts: { endpoint: call, status } });
  const words = `${call} of Things answered ${status}: this is open only to accounts that take part in its trial.`;
  expect((outcome.error as Error).message === words).toBe(code === "FORBIDDEN");
  expect(calls()).toEqual([call]);
});

test("a route that is hidden says nothing of the address, so that an object may be missing elsewhere", async () => {
  const { operation, sent, calls } = engine();
  const { call } = operation();
  outcomeOf(call(beta.list));
  await settled();
  at(sent, 0).answer("", 404);
  await settled();
  const outcome = outcomeOf(call(beta.get, { id: "7" }));
  await settled();
  at(sent, 1).answer("", 404);
  await settled();
  expect(outcome.error).toMatchObject({ code: "NOT_FOUND" });
  expect(calls()).toEqual(["GET /beta", "GET /beta/7"]);
});
