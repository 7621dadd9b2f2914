import { expect, test } from "vitest";
import { uuidMaker } from "../../src/sandbox/random.ts";
import { slidingWindow } from "../../src/sandbox/rate-limit.ts";
import { ask, kit, rows } from "./kit.ts";

test("between rows of one shape the patterns of their arguments decide, and fixed words come before both", async () => {
  const { emulator } = kit();
  await ask(emulator, "GET /things/42");
  await ask(emulator, "GET /things/special");
  await ask(emulator, "GET /things/gr%C3%BCn%20oak");
  await ask(emulator, "GET /things/A-1");
  expect(rows(emulator)).toEqual([
    ["things.getById", 200],
    ["things.special", 204],
    ["things.getByName", 200],
    [undefined, 404],
  ]);
});

test("path arguments arrive decoded, and the journal keeps them as they came", async () => {
  const { emulator } = kit();
  const reply = await ask(emulator, "GET /things/gr%C3%BCn%20oak?b=1&a=%2B");
  expect(reply.body).toMatchObject({ params: { name: "grün oak" }, query: "b=1&a=%2B" });
  expect(emulator.journal).toEqual([
    {
      atMs: 1_000_000,
      method: "GET",
      path: "/things/gr%C3%BCn%20oak",
      query: "b=1&a=%2B",
      row: "things.getByName",
      status: 200,
      body: "",
    },
  ]);
});

test("a template with a query key takes the requests that have the key, an empty value included", async () => {
  const { emulator } = kit();
  expect(await ask(emulator, "GET /things?tag=a%20b")).toEqual({ status: 200, body: { tag: "a b" } });
  expect(await ask(emulator, "GET /things?tag=")).toEqual({
    status: 400,
    body: { error: "tag must not be empty" },
  });
  await ask(emulator, "GET /things?other=1");
  expect(rows(emulator).at(-1)).toEqual(["things.list", 200]);
});

test("an unknown path, method or percent sign that encodes nothing is 404", async () => {
  const { emulator } = kit();
  for (const call of [
    "GET /thing",
    "PUT /things/42",
    "GET /things/%E0%A4%A",
    "GET /things/",
    "GET /things/42/x",
  ]) {
    expect(await ask(emulator, call)).toMatchObject({ status: 404 });
  }
});

test("a base path stands before every route", async () => {
  const { emulator } = kit({ basePath: "/v2" });
  expect(await ask(emulator, "GET /v2/things")).toMatchObject({ status: 200 });
  expect(await ask(emulator, "GET /things")).toMatchObject({ status: 404 });
  expect(await ask(emulator, "GET /v20/things")).toMatchObject({ status: 404 });
});

test("a body is parsed, also that of a DELETE, and one that is no JSON is 400", async () => {
  const { emulator, created } = kit();
  expect(await ask(emulator, "DELETE /things/7", { reason: "old" })).toMatchObject({
    body: { body: { reason: "old" } },
  });
  expect(await ask(emulator, "POST /things", '{"name":')).toMatchObject({ status: 400 });
  expect(created).toEqual([]);
});

test("authentication comes before limits and routes, and each refusal is in the journal without a row", async () => {
  const { emulator } = kit({
    limits: [slidingWindow({ calls: 1, windowMs: 1000 })],
    before: ({ target }) => (target.includes("odd") ? { status: 418 } : undefined),
    requestId: uuidMaker("test"),
  });
  expect(await ask(emulator, "GET /nowhere", "", "wrong")).toMatchObject({ status: 401 });
  const odd = await ask(emulator, "GET /things?odd");
  expect(odd).toMatchObject({
    status: 418,
    headers: { "request-id": expect.stringMatching(/^[0-9a-f-]{36}$/) },
  });
  expect(await ask(emulator, "GET /things")).toMatchObject({ status: 429 });
  expect(rows(emulator)).toEqual([
    [undefined, 401],
    [undefined, 418],
    [undefined, 429],
  ]);
});

test("errors count against the limit, refused calls do not, and each credential has its own", async () => {
  const { emulator, clock } = kit({
    limits: [slidingWindow({ calls: 2, windowMs: 1000 })],
    authenticate: () => undefined,
  });
  const status = async (call: string, key = "key") => (await ask(emulator, call, "", key)).status;
  expect([await status("GET /nowhere"), await status("GET /things"), await status("GET /things")]).toEqual([
    404, 200, 429,
  ]);
  expect(await status("GET /things", "other")).toBe(200);
  clock.nowMs += 1000;
  expect(await status("GET /things")).toBe(200);
});

test("limits are off when the settings say so", async () => {
  const { emulator } = kit({
    limits: [slidingWindow({ calls: 0, windowMs: 1000 })],
    settings: { nowMs: () => 0, sleep: async () => {}, enforceLimits: false },
  });
  expect(await ask(emulator, "GET /things")).toMatchObject({ status: 200 });
});

test("a cleared journal starts anew", async () => {
  const { emulator } = kit();
  await ask(emulator, "GET /things");
  emulator.clearJournal();
  expect(emulator.journal).toEqual([]);
});
