import { describe, expect, test } from "vitest";
import { createClient } from "../../src/auth/client.ts";
import { keyLifetimeMs } from "../../src/server/idempotency-store.ts";
import { testClock } from "../support/clock.ts";
import { type HttpAnswer, startServer, type TestServer, type TestServerOptions } from "../support/server.ts";
import { sha256 } from "../support/sha256.ts";
import { applied, until } from "./upload-client.ts";

const key = { "idempotency-key": '"8e03978e-40d5-43dd-bc93-6894a57f9324"' };
const create = {
  query:
    'mutation Create($name: String!) { createLabel(input: { type: TIER, name: $name, color: "#123456" }) { labelId } }',
  variables: { name: "Gold" },
};
const two = {
  query: `mutation {
    a: createLabel(input: { type: TIER, name: "A", color: "#123456" }) { labelId }
    b: createLabel(input: { type: TIER, name: "B", color: "#123456" }) { labelId }
  }`,
};
/** Reads what it wrote; such reads end when their client leaves. */
const readBack = {
  query: 'mutation { createLabel(input: { type: TIER, name: "A", color: "#123456" }) { label { name } } }',
};
const start = (options?: TestServerOptions) => startServer({ clock: testClock(), ...options });
const code = ({ json }: Pick<HttpAnswer, "json">) => json.errors?.[0].extensions.code;
const replayed = ({ headers }: HttpAnswer) => headers.get("idempotency-replayed");

describe("a mutation with a key that came before is not run again", () => {
  test("and is answered with the first answer, byte for byte, which a header says", async () => {
    await using server = await start();
    const first = await server.post(create, key);
    const again = await server.post(create, key);
    expect([replayed(first), replayed(again)]).toEqual([null, "true"]);
    expect([again.text, again.status, again.headers.get("content-type")]).toEqual([
      first.text,
      200,
      first.headers.get("content-type"),
    ]);
    expect(applied(server)).toEqual(["labels.create"]);
  });

  test("while one that came with another key, or with none, is", async () => {
    await using server = await start();
    for (const headers of [key, { "idempotency-key": "other" }, {}, {}]) await server.post(create, headers);
    expect(applied(server)).toEqual(Array(4).fill("labels.create"));
  });

  test("for 24 hours", async () => {
    const clock = testClock();
    await using server = await start({ clock });
    await server.post(create, key);
    await clock.advance(keyLifetimeMs - 1);
    expect(replayed(await server.post(create, key))).toBe("true");
    await clock.advance(1);
    expect(replayed(await server.post(create, key))).toBe(null);
    expect(applied(server)).toEqual(["labels.create", "labels.create"]);
  });

  test("when some of its fields failed; its errors name the request that is answered", async () => {
    await using server = await start();
    server.sandbox.assembly.inject({
      row: "labels.create",
      skips: 1,
      times: 1,
      reply: { status: 422, body: {} },
    });
    const first = await server.post(two, { ...key, "x-request-id": "first" });
    const again = await server.post(two, { ...key, "x-request-id": "again" });
    expect(first.json.data).toMatchObject({ a: {}, b: null });
    expect(again.text).toBe(first.text.replaceAll("first", "again"));
    expect(applied(server)).toEqual(["labels.create"]);
  });

  test("when its outcome is not known", async () => {
    await using server = await start();
    server.sandbox.assembly.inject({ row: "labels.create", times: 1, kind: "reset", afterEffect: true });
    const codes = [await server.post(create, key), await server.post(create, key)].map(code);
    expect(codes).toEqual(["UPSTREAM_OUTCOME_UNKNOWN", "UPSTREAM_OUTCOME_UNKNOWN"]);
    expect(applied(server)).toEqual(["labels.create"]);
  });

  test("however it is spelt and is to be answered, as long as it writes the same", async () => {
    await using server = await start();
    await server.post(create, key);
    const { query, variables } = create;
    const spelt = JSON.stringify({ operationName: "", variables, query, extensions: {} }, null, 2);
    const answers = [
      await server.post(spelt, key),
      await server.post(create, { ...key, accept: "application/graphql-response+json" }),
      await server.post(create, { ...key, "x-explain": "1", "cache-control": "no-cache" }),
    ];
    expect(answers.map(replayed)).toEqual(["true", "true", "true"]);
    expect(applied(server)).toEqual(["labels.create"]);
  });
});

describe("a key that came with another request before is refused, and nothing is run", () => {
  const desk = createClient("desk", ["assembly:read", "assembly:write"]);
  const other = { query: 'mutation { deleteLabel(id: "1") { deletedLabelId } }' };

  test.each<[string, object, Readonly<Record<string, string>>]>([
    ["another document", other, {}],
    ["a document that differs in a blank", { ...create, query: `${create.query} ` }, {}],
    ["other variables", { ...create, variables: { name: "Silver" } }, {}],
    ["an operation name", { ...create, operationName: "Create" }, {}],
    ["other rights of the client", create, { "x-rights": "less" }],
  ])("with %s", async (_, body, headers) => {
    const less = createClient("desk", ["assembly:write"]);
    await using server = await start({
      authenticate: ({ headers: sent }) => (sent["x-rights"] ? less : desk),
    });
    const first = await server.post(create, key);
    server.calls();
    const refused = await server.post(body, { ...key, ...headers });
    expect([refused.status, code(refused), refused.json.errors[0].extensions.retryable]).toEqual([
      422,
      "IDEMPOTENCY_KEY_REUSED",
      false,
    ]);
    expect(server.calls()).toEqual([]);
    expect((await server.post(create, key)).text).toBe(first.text);
  });

  test("but not when it was another client's", async () => {
    const clients = ["desk", "lead"].map((name) => createClient(name, ["assembly:write"]));
    await using server = await start({
      authenticate: ({ headers }) => clients[headers.authorization === "lead" ? 1 : 0] ?? desk,
    });
    const ids = [];
    for (const authorization of ["desk", "lead", "desk", "lead"]) {
      const { json } = await server.post(create, { ...key, authorization });
      ids.push(json.data.createLabel.labelId);
    }
    expect(ids.slice(2)).toEqual(ids.slice(0, 2));
    expect(new Set(ids).size).toBe(2);
  });
});

/** Starts a mutation whose call is under way until the clock is moved. */
async function startSlow() {
  const clock = testClock();
  const server = await start({ clock });
  server.sandbox.assembly.inject({ row: "labels.create", delayMs: 2_000, times: 1 });
  return { clock, server };
}
const arrived = ({ sandbox }: TestServer) => until(() => sandbox.assembly.journal.length > 0);

describe("while a mutation is under way", () => {
  test("another with its key is told to wait", async () => {
    const { clock, server: made } = await startSlow();
    await using server = made;
    const first = server.post(create, key);
    await arrived(server);
    const early = await server.post(create, key);
    expect([early.status, early.headers.get("retry-after"), early.json.errors[0].extensions]).toMatchObject([
      409,
      "1",
      { code: "IDEMPOTENCY_IN_PROGRESS", retryable: true, retryAfterMs: 1_000 },
    ]);
    expect((await server.post({ ...create, variables: { name: "x" } }, key)).status).toBe(422);
    await clock.advance(2_000);
    expect((await server.post(create, key)).text).toBe((await first).text);
    expect(applied(server)).toEqual(["labels.create"]);
  });

  test("its client may leave: it goes on to its end, and the answer is kept", async () => {
    const { clock, server: made } = await startSlow();
    await using server = made;
    const controller = new AbortController();
    const headers = { "content-type": "application/json", ...key };
    const init = { method: "POST", headers, body: JSON.stringify(readBack), signal: controller.signal };
    const left = server.request("/graphql", init).catch(() => "left");
    await arrived(server);
    controller.abort();
    expect(await left).toBe("left");
    await until(() => server.logLines.some((line) => line.includes('"status":499')));
    await clock.advance(2_000);
    await until(() => server.logLines.some((line) => line.includes('"msg":"operation"')));
    const again = await server.post(readBack, key);
    expect([replayed(again), again.json]).toEqual([
      "true",
      { data: { createLabel: { label: { name: "A" } } } },
    ]);
    expect(applied(server)).toEqual(["labels.create"]);
  });
});

describe("a key is given up when nothing was written", () => {
  test.each<[string, object, Parameters<TestServer["sandbox"]["assembly"]["inject"]>[0] | undefined]>([
    [
      "since the system refused it for now",
      create,
      { row: "labels.create", reply: { status: 429, body: {} } },
    ],
    ["since the system refused it", create, { row: "labels.create", reply: { status: 422, body: {} } }],
    ["since no connection could be made", create, { kind: "refused" }],
    [
      "since its arguments cannot be used",
      { query: 'mutation { deleteLabel(id: "no id") { deletedLabelId } }' },
      undefined,
    ],
    ["since it is not valid", { query: "mutation { nothing }" }, undefined],
    ["since its variables are missing", { query: create.query }, undefined],
  ])("%s", async (_, body, fault) => {
    await using server = await startServer();
    const end = fault && server.sandbox.assembly.inject(fault);
    const failed = await server.post(body, key);
    expect(failed.json.errors.length).toBeGreaterThan(0);
    await end?.();
    const good = await server.post(two, { ...key });
    expect([replayed(good), good.json.errors]).toEqual([null, undefined]);
    expect(applied(server)).toEqual(["labels.create", "labels.create"]);
  });

  test("since only its plan was asked for", async () => {
    await using server = await start();
    await server.post(create, { ...key, "x-explain": "plan" });
    expect(replayed(await server.post(create, key))).toBe(null);
    expect(applied(server)).toEqual(["labels.create"]);
  });
});

test("a mutation that a client has registered is known by its hash", async () => {
  await using server = await start();
  const sha256Hash = sha256(Buffer.from(create.query));
  const extensions = { persistedQuery: { version: 1, sha256Hash } };
  const { variables } = create;
  const answers = [];
  for (const body of [
    { extensions },
    { extensions, query: create.query },
    { extensions },
    { documentId: sha256Hash },
  ]) {
    answers.push(await server.post({ ...body, variables }, key));
  }
  expect([code({ json: answers[0]?.json }), ...answers.map(replayed)]).toEqual([
    "PERSISTED_QUERY_NOT_FOUND",
    null,
    null,
    "true",
    "true",
  ]);
  expect(applied(server)).toEqual(["labels.create"]);
});
