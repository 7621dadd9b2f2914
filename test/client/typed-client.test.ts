import { expect, expectTypeOf, test } from "vitest";
import {
  AccountDeskDocument,
  type AccountType,
  CreateContactDocument,
  createTributaryClient,
  dataOf,
  type ErrorCode,
  type Freshness,
  isRetryable,
  OperationError,
  reconcile,
} from "../../src/client/index.ts";
import { showcase } from "../../src/sandbox/data/showcase.ts";
import { settled, testClock, testNowMs } from "../support/clock.ts";
import { writeElsewhere } from "../support/elsewhere.ts";
import { startServer, type TestServer } from "../support/server.ts";

const clientOf = (server: TestServer) => createTributaryClient({ url: `${server.url}/graphql` });
const day = { start: "2026-03-04T00:00:00Z", end: "2026-03-05T00:00:00Z" };
const desk = { domain: "acme.example", window: day };
const contact = { name: "Ada Example", email: "ada@acme.example", account: { domain: "acme.example" } };

test("a shipped operation is typed from its variables to its fields", async () => {
  await using server = await startServer();
  const answer = await clientOf(server).run(AccountDeskDocument, desk);
  const { account } = dataOf(answer);
  expectTypeOf(account?.type).toEqualTypeOf<AccountType | null | undefined>();
  expect(account).toMatchObject({ name: "Acme Robotics", type: "COMPANY" });
  expect(answer.requestId).toMatch(/^[\w-]{8,}$/);
  expect(server.calls()).toHaveLength(7);
  // @ts-expect-error: a variable is missing.
  const wrong = () => clientOf(server).run(AccountDeskDocument, { domain: "acme.example" });
  expectTypeOf(wrong).toBeFunction();
});

test("a text is a document whose answer is not known", async () => {
  await using server = await startServer();
  const { data } = await clientOf(server).run("query Me { viewer { status } }");
  expectTypeOf(data).toEqualTypeOf<unknown>();
  expect(data).toEqual({ viewer: { status: "ACTIVE" } });
});

test("fields of a system that fails are null beside the others, with a typed code, and what came is not asked again", async () => {
  await using server = await startServer();
  const code = "UPSTREAM_RATE_LIMITED" satisfies ErrorCode;
  const reply = { status: 429, headers: { "retry-after": "20" }, body: {} };
  server.sandbox.web1on1.inject({ row: "users.list", reply });
  const sent: unknown[] = [];
  const client = createTributaryClient({
    url: `${server.url}/graphql`,
    deadlineMs: 60_000,
    fetch: (input, init) => {
      sent.push(init?.body);
      return fetch(input, init);
    },
  });
  const answer = await client.run(AccountDeskDocument, desk);
  expect(sent).toHaveLength(1);
  expect(answer.data?.account).toMatchObject({ name: "Acme Robotics", organization: { users: null } });
  const [error] = answer.errors;
  expect(error?.path).toEqual(["account", "organization", "users"]);
  expect(error?.extensions).toMatchObject({ code, system: "web1on1", requestId: answer.requestId });
  expectTypeOf(error?.extensions.code).toEqualTypeOf<ErrorCode | undefined>();
  expect(answer.errors.map(isRetryable)).toEqual([true]);
  expect(() => dataOf(answer)).toThrow(OperationError);
  expect(server.calls().filter((call) => call === "web1on1 GET /users")).toHaveLength(1);
});

test.each<[Freshness | undefined, ageSeconds: number, told: "kept" | "new", calls: number]>([
  [undefined, 40, "kept", 1],
  ["kept", 40, "kept", 1],
  ["fresh", 10, "kept", 0],
  ["fresh", 40, "new", 1],
  ["new", 10, "new", 1],
  [{ maxAgeSeconds: 10 }, 10, "kept", 0],
  [{ maxAgeSeconds: 9 }, 10, "new", 1],
])(
  "freshness %j of data of %i s ago is told what is %s, for %i calls",
  async (freshness, age, told, calls) => {
    const clock = testClock();
    await using server = await startServer({ clock });
    const client = clientOf(server);
    const query = "{ viewer { displayName } }";
    const kept = dataOf(await client.run(query));
    await writeElsewhere(server.sandbox, `PATCH /v2/users/${showcase.gatewayUserId}`, { displayName: "New" });
    server.calls();
    await clock.advance(age * 1_000);
    const data = dataOf(await client.run(query, {}, freshness && { freshness }));
    expect(data).toEqual(told === "new" ? { viewer: { displayName: "New" } } : kept);
    while (server.sandbox.web1on1.journal.length < calls) await settled();
    expect(server.calls()).toHaveLength(calls);
  },
);

test("a mutation with a key is run once, and says that its answer is given again", async () => {
  await using server = await startServer();
  const run = () =>
    clientOf(server).run(CreateContactDocument, { input: contact }, { idempotencyKey: "8e03978e" });
  const first = await run();
  const second = await run();
  expect(dataOf(first).createContact?.contact).toMatchObject({ email: contact.email });
  expect(dataOf(second)).toEqual(dataOf(first));
  expect([first.isReplayed, second.isReplayed]).toEqual([false, true]);
  expect(server.calls().filter((call) => call === "assembly POST /contacts")).toHaveLength(1);
});

test.each([
  ["has taken effect", true],
  ["has not", false],
])(
  "of a write whose answer is lost, reconcile gives the query that shows that it %s",
  async (_, afterEffect) => {
    await using server = await startServer();
    server.sandbox.assembly.inject({ row: "contacts.create", times: 1, kind: "reset", afterEffect });
    const client = clientOf(server);
    const { errors } = await client.run(CreateContactDocument, { input: contact });
    const [error] = errors;
    expect(error?.extensions.code).toBe("UPSTREAM_OUTCOME_UNKNOWN");
    expect(errors.map(isRetryable)).toEqual([false]);
    const offer = error && reconcile(error);
    if (!offer || !("query" in offer)) throw new Error("There is no query.");
    expect(Date.parse(offer.sentAt ?? "")).toBeGreaterThanOrEqual(testNowMs);
    const found = dataOf(await client.run(offer.query, { email: contact.email }, { freshness: "new" }));
    expect(found).toEqual({ contact: afterEffect ? { id: expect.any(String) } : null });
    expect(server.calls().filter((call) => call === "assembly POST /contacts")).toHaveLength(1);
  },
);

test("a ticket whose answer is lost may be sent again with the id in the error", async () => {
  await using server = await startServer();
  server.sandbox.assembly.inject({ row: "interactions.create", times: 3, kind: "reset", afterEffect: true });
  const client = clientOf(server);
  const create =
    'mutation ($id: String) { createInteraction(input: { query: "Why?", sourceSpecificId: $id }) { sourceSpecificId } }';
  const [error] = (await client.run(create)).errors;
  const offer = error && reconcile(error);
  if (!offer || !("sourceSpecificId" in offer)) throw new Error("There is no id.");
  const again = await client.run(create, { id: offer.sourceSpecificId });
  expect(again.errors.map(({ extensions }) => extensions.code)).toEqual(["CONFLICT"]);
  expect(again.errors.map(reconcile)).toEqual([undefined]);
});

test("files in variables are sent as a form, each at its place", async () => {
  await using server = await startServer();
  const reply = `mutation Reply($files: [Upload!], $content: String!) {
    replyToInteraction(
      input: { interaction: { sourceSpecificId: "chat-1001" }, content: $content, user: { email: "ann@acme.example" }, files: $files }
    ) { replyId }
  }`;
  const files = [
    new File(["a picture"], "screenshot.png", { type: "image/png" }),
    new File(["a note"], "note.txt", { type: "text/plain" }),
  ];
  const data = dataOf(await clientOf(server).run(reply, { files, content: "See the files." }));
  expect(data).toEqual({ replyToInteraction: { replyId: expect.any(String) } });
  expect(JSON.parse(server.sandbox.assembly.journal[0]?.body ?? "")).toMatchObject({
    files: [
      { filename: "screenshot.png", contentType: "image/png", bytes: 9 },
      { filename: "note.txt", contentType: "text/plain", bytes: 6 },
    ],
  });
  expect(server.calls()).toEqual(["assembly POST /interactions/reply"]);
});

test("headers are made anew for each request, and those of a request come before them", async () => {
  await using server = await startServer();
  const tokens = ["one", "two", "three"];
  const sent: (string | null)[] = [];
  const client = createTributaryClient({
    url: `${server.url}/graphql`,
    headers: async () => ({ authorization: tokens.shift() ?? "" }),
    fetch: (input, init) => {
      sent.push(new Headers(init?.headers).get("authorization"));
      return fetch(input, init);
    },
  });
  await client.run("{ viewer { status } }");
  await client.run("{ viewer { status } }");
  await client.run("{ viewer { status } }", {}, { headers: { authorization: "of the request" } });
  expect(sent).toEqual(["one", "two", "of the request"]);
});

test("a header counts once, whatever the case of its name", async () => {
  await using server = await startServer();
  const sent: Headers[] = [];
  const client = createTributaryClient({
    url: `${server.url}/graphql`,
    headers: { Authorization: "of the client", "Content-Type": "application/json" },
    fetch: (input, init) => {
      sent.push(new Headers(init?.headers));
      return fetch(input, init);
    },
  });
  const own = { headers: { authorization: "of the request" } };
  expect(dataOf(await client.run("{ __typename }", {}, own))).toEqual({ __typename: "Query" });
  const create = "mutation ($file: Upload!) { __typename }";
  await client.run(create, { file: new Blob(["a note"]) }, own);
  expect(sent.map((headers) => [headers.get("authorization"), headers.get("content-type")])).toEqual([
    ["of the request", "application/json"],
    ["of the request", null],
  ]);
});

test("a header that cannot be sent is told as the mistake that it is", async () => {
  await using server = await startServer();
  const run = clientOf(server).run("{ viewer { status } }", {}, { headers: { authorization: "Bearer …" } });
  await expect(run).rejects.toThrow(TypeError);
  expect(server.calls()).toEqual([]);
});
