import { describe, expect, test } from "vitest";
import { settled } from "../../support/clock.ts";
import { at, engine, outcomeOf } from "../engine.ts";
import { POST } from "../routes.ts";

const tag = POST("/tags")
  .conflictWhen(/already exists/i)
  .body<{ readonly name: string }>()
  .returns<unknown>();
const plain = POST("/tags").body<{ readonly name: string }>().returns<unknown>();
const args = { body: { name: "a" } };

/** A body, and how much of it was asked for. */
function counted(...chunks: readonly string[]) {
  const body = {
    asked: 0,
    isLeft: false,
    async *[Symbol.asyncIterator]() {
      try {
        for (const chunk of chunks) {
          body.asked += 1;
          yield Buffer.from(chunk);
        }
      } finally {
        body.isLeft = true;
      }
    },
  };
  return body;
}

const words = '{"error":"Property ALREADY EXISTS: secret-name"}';

describe("a refusal in the words of a collision", () => {
  test.each([400, 413, 422])("is a conflict, with its status %i and without its words", async (status) => {
    const { operation, sent, calls, clock } = engine();
    const outcome = outcomeOf(operation().call(tag, args));
    await settled();
    at(sent, 0).answer(words, status);
    await settled();
    const message = `POST /tags of Things answered ${status}: this collides with what is already there.`;
    expect(outcome.error).toMatchObject({
      code: "CONFLICT",
      message,
      facts: { system: "things", endpoint: "POST /tags", status, attempts: 1 },
    });
    expect(JSON.stringify(outcome.error)).not.toContain("secret-name");
    expect([calls(), clock.pending]).toEqual([["POST /tags"], 0]);
  });

  test.each([
    ["in other words", 400, '{"error":"bad name"}', "UPSTREAM_REJECTED"],
    ["without words", 400, "", "UPSTREAM_REJECTED"],
    ["whose status says more", 404, words, "UPSTREAM_INVALID_RESPONSE"],
    ["of its number", 429, words, "UPSTREAM_RATE_LIMITED"],
    ["that is a fault", 500, words, "UPSTREAM_OUTCOME_UNKNOWN"],
  ])("is told from one %s", async (_, status, body, code) => {
    const { operation, sent, calls } = engine();
    const outcome = outcomeOf(operation().call(tag, args));
    await settled();
    at(sent, 0).answer(body, status);
    await settled();
    expect(outcome.error).toMatchObject({ code, facts: { status } });
    expect(calls()).toEqual(["POST /tags"]);
  });
});

describe("of the body of a refusal", () => {
  /** Refuses a call with a body, and tells how the call ended. */
  const refuse = async (row: typeof tag, body: AsyncIterable<Uint8Array>) => {
    const { operation, sent, calls, clock } = engine();
    const outcome = outcomeOf(operation().call(row, args));
    await settled();
    at(sent, 0).stream(body, 400);
    await settled();
    return { outcome, calls, clock, sent };
  };

  test("4 kB are looked at, however they come", async () => {
    const body = counted(...Array(10).fill(" ".repeat(1_000)), words);
    const { outcome, calls } = await refuse(tag, body);
    expect(outcome.error).toMatchObject({ code: "UPSTREAM_REJECTED" });
    expect([body.asked, body.isLeft, calls()]).toEqual([5, true, ["POST /tags"]]);
    const late = await refuse(tag, counted(" ".repeat(4_090) + words));
    expect(late.outcome.error).toMatchObject({ code: "UPSTREAM_REJECTED" });
    const inTime = await refuse(tag, counted(" ".repeat(4_000), words.slice(0, 30), words.slice(30)));
    expect(inTime.outcome.error).toMatchObject({ code: "CONFLICT" });
  });

  test("nothing is read where the row does not ask for it", async () => {
    const body = counted(words);
    const { outcome, calls } = await refuse(plain, body);
    expect(outcome.error).toMatchObject({ code: "UPSTREAM_REJECTED" });
    expect([body.asked, calls()]).toEqual([0, ["POST /tags"]]);
  });

  test("what came before it broke is looked at", async () => {
    async function* breaking(text: string) {
      yield Buffer.from(text);
      throw new Error("ECONNRESET");
    }
    expect((await refuse(tag, breaking(words))).outcome.error).toMatchObject({ code: "CONFLICT" });
    const { outcome, calls } = await refuse(tag, breaking(words.slice(0, 20)));
    expect(outcome.error).toMatchObject({ code: "UPSTREAM_REJECTED", facts: { attempts: 1 } });
    expect(calls()).toEqual(["POST /tags"]);
  });

  test("nothing is waited for beyond the time of the attempt, and the refusal stays one", async () => {
    async function* stuck() {
      yield Buffer.from(words.slice(0, 20));
      await new Promise(() => {});
    }
    const { outcome, calls, clock, sent } = await refuse(tag, stuck());
    await clock.advance(2_999);
    expect([outcome, at(sent, 0).aborted]).toEqual([{}, false]);
    await clock.advance(1);
    expect(outcome.error).toMatchObject({ code: "UPSTREAM_REJECTED", facts: { status: 400, attempts: 1 } });
    expect([calls(), clock.pending, at(sent, 0).aborted]).toEqual([["POST /tags"], 0, true]);
  });

  test("nothing is made when it is compressed", async () => {
    const { operation, sent, calls } = engine();
    const outcome = outcomeOf(operation().call(tag, args));
    await settled();
    at(sent, 0).answer(words, 400, { "content-encoding": "gzip" });
    await settled();
    expect(outcome.error).toMatchObject({ code: "UPSTREAM_REJECTED" });
    expect(calls()).toEqual(["POST /tags"]);
  });
});

test("an upload that is too large is told so", async () => {
  const { operation, sent, calls } = engine();
  const outcome = outcomeOf(operation().call(plain, args));
  await settled();
  at(sent, 0).answer("", 413);
  await settled();
  expect(outcome.error).toMatchObject({
    code: "UPSTREAM_REJECTED",
    message: "POST /tags of Things answered 413: the upload is larger than it takes.",
    facts: { status: 413 },
  });
  expect(calls()).toEqual(["POST /tags"]);
});
