import { hash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { createPersistedQueries } from "../../src/graphql/persisted-queries.ts";
import { openReport } from "../../src/observation/events.ts";
import { createInvalidation } from "../../src/rest/cache/invalidation.ts";
import { createCacheStore } from "../../src/rest/cache/store.ts";
import type { Freshness } from "../../src/rest/cache-policy.ts";
import { Cancellation } from "../../src/rest/cancellation.ts";
import type { CallFault } from "../../src/sandbox/fault.ts";
import { createResponseCache } from "../../src/server/response-cache.ts";
import { books } from "../rest/books.ts";
import { testClock } from "../support/clock.ts";
import { gateway, type TestGateway } from "../support/gateway.ts";
import { bytesEach, heldBytes, isHeld } from "../support/heap.ts";

const mebibyte = 1024 * 1024;
const uuid = "8ce1939e-0000-4000-8000-000000000000";
const objectId = "8ce1939e0000400080000000";

/** Runs an operation. @returns what lived for it, held no longer by this test. */
async function run({ gateway: made }: TestGateway, query: string): Promise<WeakRef<object>> {
  const context = made.contextFor(made.waiterFor(new Cancellation()));
  await made.apollo.executeOperation({ query }, { contextValue: context });
  return new WeakRef(context.of);
}

describe("an operation is gone once it is answered", { timeout: 20_000 }, () => {
  const made = gateway();

  test.each([
    ["with what does not exist in Assembly", `{ account(by: { id: "${uuid}" }) { name } }`, 1],
    ["with what does not exist in Assembled", `{ person(by: { id: "${uuid}" }) { lastName } }`, 1],
    ["with what does not exist in Web1on1", `{ user(by: { id: "${objectId}" }) { email } }`, 1],
    [
      "with rows of several systems",
      "{ labels { name } roles { name } users(first: 2) { nodes { id } } }",
      3,
    ],
    ["with a write that finds nothing", `mutation { deleteUser(id: "${objectId}") { __typename } }`, 1],
    ["with a refusal of its arguments", "{ users(first: 1000) { nodes { id } } }", 0],
    ["with a refusal of its text", "{ users(first: 1000) { unknown } }", 0],
  ])("%s", async (_, query, calls) => {
    const operations = [await run(made, query), await run(made, query)];
    expect(await Promise.all(operations.map(isHeld))).toEqual([false, false]);
    expect(made.calls().length).toBeGreaterThanOrEqual(calls);
  });

  test.each<[string, Partial<CallFault>]>([
    ["an error", { reply: { status: 403 } }],
    ["no JSON", { reply: { status: 200, body: "<html>" } }],
  ])("where a system answers %s", async (_, fault) => {
    await made.clock.advance(2_000);
    const end = made.sandbox.web1on1.inject({ row: "*", ...fault });
    const operation = await run(made, `{ user(by: { id: "${objectId}" }) { email } }`);
    await end();
    expect(await isHeld(operation)).toBe(false);
    expect(new Set(made.calls())).toEqual(new Set([`web1on1 GET /users/${objectId}`]));
  });
});

test("an operation whose log-in was refused is gone although that is remembered", async () => {
  const made = gateway({
    addresses: {
      web1on1: { baseUrl: "http://web1on1.test/v2", credentials: { email: "a@b.example", password: "no" } },
    },
  });
  const query = `{ user(by: { id: "${objectId}" }) { email } }`;
  const operations = [await run(made, query), await run(made, query)];
  expect(await Promise.all(operations.map(isHeld))).toEqual([false, false]);
  const { errors } = await made.execute(query);
  expect(errors).toMatchObject([{ path: ["user"], extensions: { code: "UPSTREAM_AUTH" } }]);
  expect(made.calls()).toEqual(["web1on1 POST /auth/token"]);
});

test("an absence is gone at the next look, once it is no longer believed", async () => {
  const clock = testClock();
  const kept = createCacheStore(clock, createInvalidation(clock), {
    keeps: true,
    shares: true,
    mostBytes: mebibyte,
  });
  const freshness: Freshness = { freshMs: 1, staleWhileRevalidateMs: 1, staleIfErrorMs: 1 };
  const keep = (key: string): WeakRef<object> => {
    const facts = { system: "things" };
    const common = {
      key,
      row: "things.get",
      noun: "things",
      freshness,
      digest: undefined,
      source: undefined,
      asked: { endpoint: books.get, url: new URL("http://things.test/v1/books/1") },
    };
    kept.keep({ ...common, outcome: { absence: { message: "None.", facts } }, sequence: 1, version: 0 });
    return new WeakRef(facts);
  };
  const [first, second] = [keep("1"), keep("2")];
  await clock.advance(1_999);
  const third = keep("3");
  await clock.advance(1);
  expect([kept.last("1"), kept.last("3")?.key]).toEqual([undefined, "3"]);
  expect(await Promise.all([first, second, third].map(isHeld))).toEqual([false, false, true]);
});

test("however many answers there are to sets of variables, they take no more memory than is kept of all", async () => {
  const answers = createResponseCache({ shares: true, writes: () => 0 });
  const ask = async (number: number): Promise<void> => {
    const waiter = { cancellation: new Cancellation(), deadlineAtMs: 0 };
    const report = openReport();
    const body = Buffer.alloc(8_000, "x");
    const response = { status: 200, headers: [], failedRequestId: undefined, body, report };
    const key = `query ${number}`;
    await answers.share({ key }, waiter, async () => ({ response, records: [] }));
    if (number % 2 === 0) await answers.share({ key }, waiter, async () => ({ response, records: [] }));
  };
  for (let number = 0; number < 8_000; number += 1) await ask(number);
  // Keys that came once take some 300 bytes, and 500 where their table grows just then; an answer that stays is 8 000.
  expect(await bytesEach(1_000, (number) => ask(8_000 + number))).toBeLessThan(1_000);
  expect([answers.get("query 0"), answers.get("query 8998")?.status]).toEqual([undefined, 200]);
}, 30_000);

test("texts kept by their hashes take no more than their share, however short they are", async () => {
  const { cache: texts } = createPersistedQueries();
  const before = await heldBytes();
  for (let number = 0; number < 50_000; number += 1)
    await texts.set(hash("sha256", String(number)), `{a${number}}`);
  expect((await heldBytes()) - before).toBeLessThan(10 * mebibyte);
  expect([await texts.get(hash("sha256", "0")), await texts.get(hash("sha256", "49999"))]).toEqual([
    undefined,
    "{a49999}",
  ]);
}, 30_000);
