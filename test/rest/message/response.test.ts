import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bodyCapBytes } from "../../../src/rest/message/response.ts";
import { retryAfterMs } from "../../../src/rest/message/retry-after.ts";
import { secrets as web1on1Secrets } from "../../../src/web1on1/secrets.ts";
import { settled, testNowMs } from "../../support/clock.ts";
import { at, engine, outcomeOf, things } from "../engine.ts";
import { GET } from "../routes.ts";

describe("secrets are dropped where JSON enters", () => {
  /** What a read of a row with these secrets gives for a body, and what was called. */
  const readOf = async (secrets: readonly string[], body: unknown) => {
    const { operation, sent, calls } = engine();
    const row = GET("/things")
      .without(...secrets)
      .returns<unknown>();
    const outcome = outcomeOf(operation().call(row));
    await settled();
    at(sent, 0).answer(body);
    await settled();
    expect(calls()).toEqual(["GET /things"]);
    return outcome.value;
  };

  test.each([
    ["of a row", ["token"], { id: "1", token: "x" }, { id: "1" }],
    [
      "of each row of a list",
      ["token"],
      [{ id: "1", token: "x" }, { id: "2" }, null, 3],
      [{ id: "1" }, { id: "2" }, null, 3],
    ],
    ["deep inside", ["a.b.c"], { a: { b: { c: "x", d: 1 }, c: 2 } }, { a: { b: { d: 1 }, c: 2 } }],
    [
      "in a list inside",
      ["bots.secret"],
      { bots: [{ secret: "x" }, { id: "2", secret: "y" }] },
      { bots: [{}, { id: "2" }] },
    ],
    [
      "in lists of lists",
      ["token"],
      [[{ token: "x" }], [[{ token: "y", id: "1" }]]],
      [[{}], [[{ id: "1" }]]],
    ],
    [
      "in an envelope",
      ["data.rows.token"],
      { data: { rows: [{ token: "x", id: "1" }] } },
      { data: { rows: [{ id: "1" }] } },
    ],
    [
      "several at once",
      ["token", "owner.password"],
      { token: "x", owner: { password: "y", id: "1" } },
      { owner: { id: "1" } },
    ],
    ["whatever they are", ["token"], { token: { deep: ["x"] } }, {}],
    [
      "of rows that say something, wherever they stand",
      ["[role=bot].meta"],
      {
        rows: [
          { meta: "x", role: "bot" },
          { meta: "y", role: "agent" },
        ],
        meta: "z",
        owner: { role: "bot", meta: "x", id: "1" },
      },
      {
        rows: [{ role: "bot" }, { meta: "y", role: "agent" }],
        meta: "z",
        owner: { role: "bot", id: "1" },
      },
    ],
    [
      "of rows that say something, at the end of a path",
      ["owner.[role=bot].meta"],
      { role: "bot", meta: "x", owner: { role: "bot", meta: "y" }, other: { role: "bot", meta: "z" } },
      { role: "bot", meta: "x", owner: { role: "bot" }, other: { role: "bot", meta: "z" } },
    ],
    [
      "of services that another object holds, and not of rules of workflows",
      [...web1on1Secrets],
      { services: [{ id: "1", params: { url: "a" } }], service: { params: {} }, rules: [{ params: 1 }] },
      { services: [{ id: "1" }], service: {}, rules: [{ params: 1 }] },
    ],
    [
      "nowhere else",
      ["a.token"],
      { token: "own", a: null, b: { token: "other" } },
      { token: "own", a: null, b: { token: "other" } },
    ],
  ])("%s", async (_, secrets, body, left) => {
    expect(await readOf(secrets, body)).toEqual(left);
  });

  test("before a row reads its answer", async () => {
    const { operation, sent, calls } = engine();
    const outcome = outcomeOf(operation().call(things.list));
    await settled();
    at(sent, 0).answer({
      things: [
        { id: "1", token: "x" },
        { id: "2", token: "y" },
      ],
    });
    await settled();
    expect([outcome.value, calls()]).toEqual([[{ id: "1" }, { id: "2" }], ["GET /things"]]);
  });

  test.each([
    ["are dropped as secrets are", false, { id: "1" }],
    ["are kept where the system shows them, less the secrets in them", true, { id: "1", meta: { port: 1 } }],
  ])("sensitive fields %s", async (_, showsSensitive, left) => {
    const { operation, sent, calls } = engine({ showsSensitive });
    const row = GET("/things").without("token").sensitive("meta").returns<unknown>();
    const outcome = outcomeOf(operation().call(row));
    await settled();
    at(sent, 0).answer({ id: "1", meta: { port: 1, token: "x" } });
    await settled();
    expect([outcome.value, calls()]).toEqual([left, ["GET /things"]]);
  });

  test("and no key of an answer reaches the prototype of anything", async () => {
    const text =
      '{"__proto__":{"token":"x","polluted":true},"constructor":{"prototype":{"token":"y"}},"id":"1"}';
    const value = await readOf(["token", "__proto__.token", "constructor.prototype.token"], text);
    expect(JSON.stringify(value)).toBe(
      '{"__proto__":{"polluted":true},"constructor":{"prototype":{}},"id":"1"}',
    );
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

describe("a body", () => {
  /** A JSON text of exactly so many bytes, in chunks of one mebibyte that are cut anywhere. */
  async function* jsonOf(bytes: number, chunkBytes = 1024 * 1024): AsyncGenerator<Uint8Array> {
    const text = Buffer.from(`{"id":"${"é".repeat((bytes - 9) / 2)}"}`);
    for (let start = 0; start < text.length; start += chunkBytes)
      yield text.subarray(start, start + chunkBytes);
  }

  test("of 8 MiB is read, characters cut by chunks included", async () => {
    const { operation, sent } = engine();
    const outcome = outcomeOf(operation().call(things.get, { id: "1" }));
    await settled();
    at(sent, 0).stream(jsonOf(bodyCapBytes - 1, 999_999));
    await settled();
    const { id } = outcome.value as { id: string };
    expect([bodyCapBytes, id.length, /^é+$/.test(id)]).toEqual([8_388_608, (bodyCapBytes - 10) / 2, true]);
  });

  test("of more is given up as soon as it is too large, and its rest is not read", async () => {
    const { operation, sent, calls } = engine();
    const outcome = outcomeOf(operation().call(things.get, { id: "1" }));
    await settled();
    let givenMib = 0;
    let ended = false;
    async function* tooMuch(): AsyncGenerator<Uint8Array> {
      const chunk = Buffer.alloc(1024 * 1024, " ");
      try {
        while (givenMib < 64) {
          givenMib += 1;
          yield chunk;
        }
      } finally {
        ended = true;
      }
    }
    at(sent, 0).stream(tooMuch());
    await settled();
    expect(outcome.error).toMatchObject({
      code: "UPSTREAM_INVALID_RESPONSE",
      message: "GET /things/{id} of Things answered more than 8388608 bytes.",
      facts: { status: 200 },
    });
    expect([givenMib, ended, at(sent, 0).aborted, calls()]).toEqual([9, true, true, ["GET /things/1"]]);
  });

  test.each(["gzip", "br", "deflate", "x-unknown"])(
    "in %s is refused, as it was not asked for",
    async (encoding) => {
      const { operation, sent, calls } = engine();
      const outcome = outcomeOf(operation().call(things.get, { id: "1" }));
      await settled();
      at(sent, 0).answer({ id: "1" }, 200, { "content-encoding": encoding });
      await settled();
      expect(outcome.error).toMatchObject({ code: "UPSTREAM_INVALID_RESPONSE", facts: { status: 200 } });
      expect(calls()).toEqual(["GET /things/1"]);
    },
  );

  test("in identity is plain", async () => {
    const { operation, sent } = engine();
    const outcome = outcomeOf(operation().call(things.get, { id: "1" }));
    await settled();
    at(sent, 0).answer({ id: "1" }, 200, { "content-encoding": "identity" });
    await settled();
    expect([outcome.value, sent.length]).toEqual([{ id: "1" }, 1]);
  });
});

test.each([301, 302, 303, 307, 308])("a redirect (%i) is not followed", async (status) => {
  const { operation, sent, calls } = engine();
  const outcome = outcomeOf(operation().call(things.get, { id: "1" }));
  await settled();
  at(sent, 0).answer("", status, { location: "http://elsewhere.test/secret-canary" });
  await settled();
  expect(outcome.error).toMatchObject({
    code: "UPSTREAM_INVALID_RESPONSE",
    message: `GET /things/{id} of Things answered ${status}, a redirect, which is not followed.`,
    facts: { status },
  });
  expect(calls()).toEqual(["GET /things/1"]);
});

describe("a 429 tells how long to wait", () => {
  test.each([
    ["in seconds", "7", 7_000],
    ["with space around", " 12 ", 12_000],
    ["not at all", "0", 0],
    ["until a date", new Date(testNowMs + 90_000).toUTCString(), 90_000],
    ["until a date that has passed", new Date(testNowMs - 90_000).toUTCString(), 0],
    ["for ages", "99999999999999999999", 3_600_000],
    ["until another age", "Fri, 31 Dec 9999 23:59:59 GMT", 3_600_000],
    ["for less than nothing", "-5", 1_000],
    ["for a fraction", "1.5", 1_000],
    ["in nonsense", "soon", 1_000],
    ["in nonsense that begins with a capital", "Soon", 1_000],
    ["with an empty header", "", 1_000],
    ["by no header", undefined, 1_000],
  ])("%s", async (_, header, expectedMs) => {
    const { operation, sent, calls } = engine();
    // What must not be done twice is not tried again after a 429 either.
    const outcome = outcomeOf(operation().call(things.create, { body: { name: "a" } }));
    await settled();
    at(sent, 0).answer("", 429, header === undefined ? {} : { "retry-after": header });
    await settled();
    expect(outcome.error).toMatchObject({
      code: "UPSTREAM_RATE_LIMITED",
      message: `POST /things of Things answered 429; Things allows as many as you like. Try again in ${expectedMs / 1000} s.`,
      facts: { system: "things", endpoint: "POST /things", status: 429, retryAfterMs: expectedMs },
    });
    expect(calls()).toEqual(["POST /things"]);
  });

  test("and whatever it says, the wait is a whole number from nothing to an hour", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.nat().map(String), fc.date().map(String)), (header) => {
        const waitMs = retryAfterMs(header, testNowMs);
        if (waitMs === undefined) return;
        expect(Number.isInteger(waitMs) && waitMs >= 0 && waitMs <= 3_600_000).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});
