import { once } from "node:events";
import { expect, test } from "vitest";
import { createIdempotencyStore } from "../../src/server/idempotency-store.ts";
import { settled, testClock } from "../support/clock.ts";
import { type HttpAnswer, startServer, type TestServerOptions } from "../support/server.ts";
import { applied, asked, openRequest, replyWith, until } from "./upload-client.ts";

const key = { "idempotency-key": '"8e03978e-40d5-43dd-bc93-6894a57f9324"' };
const create = {
  query:
    'mutation Create($name: String!) { createLabel(input: { type: TIER, name: $name, color: "#123456" }) { labelId } }',
  variables: { name: "Gold" },
};
const start = (options?: TestServerOptions) => startServer({ clock: testClock(), ...options });
const code = ({ json }: Pick<HttpAnswer, "json">) => json.errors?.[0].extensions.code;
const replayed = ({ headers }: HttpAnswer) => headers.get("idempotency-replayed");

test.each([
  ["empty", ""],
  ["with a blank", "a b"],
  ["of more than 255 characters", "x".repeat(256)],
  ["with letters beyond ASCII", "clé"],
])("a key that is %s is refused", async (_, name) => {
  await using server = await start();
  const { status, json } = await server.post(create, { "idempotency-key": name });
  expect([status, json.errors[0].extensions.code]).toEqual([400, "BAD_REQUEST"]);
  expect(server.calls()).toEqual([]);
});

test.each(["null", "[]", "5", "{}", '{"query":5}', '{"extensions":{"persistedQuery":null}}'])(
  "a body that is no operation is refused as ever with a key: %s",
  async (body) => {
    await using server = await start();
    expect((await server.post(body, key)).status).toBe(400);
  },
);

test("of a query the key does not count, whatever it is, also where it says mutation", async () => {
  await using server = await start();
  const queries = [
    "{ labels { name } }",
    "query mutation { labels { name } }",
    "{ mutation: labels { name } }",
  ];
  const answers = [];
  for (const query of queries) {
    for (const name of ["k", "a b"]) answers.push(await server.post({ query }, { "idempotency-key": name }));
  }
  expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(200));
  expect(answers.map(replayed)).toEqual(Array(6).fill(null));
});

test("a request with files takes none", async () => {
  await using server = await start();
  const file = { name: "0", filename: "a.png", content: "x" };
  const { status } = await server.request("/graphql", {
    method: "POST",
    headers: { "content-type": "multipart/form-data; boundary=edge", ...asked, ...key },
    body: replyWith(file),
  });
  expect(status).toBe(400);
  expect(server.calls()).toEqual([]);
});

test("where no key can be remembered, nothing is run", async () => {
  const clock = testClock();
  await using server = await start({
    clock,
    idempotencyStore: createIdempotencyStore(clock, { mostBytes: 10_000 }),
  });
  const statuses = [];
  for (let number = 0; number < 6; number += 1) {
    statuses.push((await server.post(create, { "idempotency-key": String(number) })).status);
  }
  const full = await server.post(create, { "idempotency-key": "more" });
  expect([full.status, code(full), full.headers.get("retry-after")]).toEqual([503, "OVERLOADED", "86400"]);
  expect(statuses[0]).toBe(200);
  expect(applied(server)).toHaveLength(statuses.filter((status) => status === 200).length);
  expect(replayed(await server.post(create, { "idempotency-key": "0" }))).toBe("true");
});

test("a mutation whose body comes when no other may be run gives its key up", async () => {
  const clock = testClock();
  await using server = await start({ clock, maxInFlight: 1 });
  const come = once(server.server.app.server, "request");
  const late = await openRequest(server, { "content-type": "application/json", ...key });
  await come;
  await settled();
  server.sandbox.assembly.inject({ row: "labels.create", delayMs: 2_000, times: 1 });
  const other = server.post(create);
  await until(() => server.sandbox.assembly.journal.length > 0);
  await late.send(JSON.stringify(create));
  late.end();
  const refused = await late.answer;
  expect([refused.status, code(refused)]).toEqual([503, "OVERLOADED"]);
  await clock.advance(2_000);
  expect((await other).status).toBe(200);
  const again = await server.post(create, key);
  expect([again.status, replayed(again)]).toEqual([200, null]);
  expect(applied(server)).toEqual(["labels.create", "labels.create"]);
});

test("the log tells of a replay as that, without writes, and never of a key", async () => {
  await using server = await start();
  for (let times = 0; times < 2; times += 1) await server.post(create, { "idempotency-key": "planted-key" });
  await server.post({ ...create, variables: {} }, { "idempotency-key": "planted-key" });
  await settled();
  const lines = server.logLines.map((line) => JSON.parse(line)).filter(({ msg }) => msg === "operation");
  expect(lines.map(({ answeredBy, calls, name }) => [name, answeredBy, calls])).toEqual([
    ["Create", "run", 1],
    ["Create", "replay", 0],
  ]);
  expect(server.logLines.join()).not.toContain("planted-key");
});
