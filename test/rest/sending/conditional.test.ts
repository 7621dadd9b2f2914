import { describe, expect, test } from "vitest";
import { NotSent } from "../../../src/rest/exchange.ts";
import { settled, testNowMs } from "../../support/clock.ts";
import { booksOfTitle } from "../books.ts";
import { at, type Exchange, engine, type Outcome, outcomeOf, type TestOperation } from "../engine.ts";
import { POST } from "../routes.ts";

/** How one attempt ends. */
interface End {
  readonly strike: (exchange: Exchange) => void;
  /** Until it has ended and the next may be sent. */
  readonly afterMs: number;
}

const failing = (error: Error): End => ({ strike: (exchange) => exchange.fail(error), afterMs: 0 });
const answering = (status: number, body: unknown = "", afterMs = 0): End => ({
  strike: (exchange) => exchange.answer(body, status),
  afterMs,
});

const broken = failing(new Error("reset"));
const neverSent = failing(new NotSent(new Error("refused")));
const tooMany = answering(429, "", 1_000);
const failed = answering(503);
const notJson = answering(200, "<html>");
const unanswered: End = { strike: () => {}, afterMs: 3_000 };
const conflict = answering(409);

/** What the row's `read` was given. */
const wires: unknown[] = [];

/** Safe to send twice if it says which ticket it is. */
const ticket = POST("/tickets", "conditional")
  .repeatableIf(({ body }) => typeof body === "object" && body !== null && "key" in body)
  .verifiedBy(booksOfTitle)
  .conflictWhen(/taken/)
  .body<{ readonly key?: string }>()
  .returns((wire: { readonly id: string }) => {
    wires.push(wire);
    return wire.id;
  });

/** Sends a ticket, with attempts that end so. */
async function send(
  body: { readonly key?: string },
  ends: readonly End[],
  deadlineMs?: number,
): Promise<Outcome & { readonly notes: TestOperation["notes"] }> {
  wires.length = 0;
  const { operation, sent, calls, clock } = engine();
  const { call, notes } = operation(deadlineMs);
  const outcome = outcomeOf(call(ticket, { body }));
  for (const [attempt, { strike, afterMs }] of ends.entries()) {
    await settled();
    strike(at(sent, attempt));
    await clock.advance(afterMs);
  }
  await settled();
  expect([calls(), clock.pending]).toEqual([Array(ends.length).fill("POST /tickets"), 0]);
  return { ...outcome, notes };
}

const repeatable = { key: "a" };

describe("a 2xx in words that nobody knows says that it is done", () => {
  test.each([
    ["at first", [notJson]],
    ["after an attempt that broke", [broken, notJson]],
    ["after an attempt that never arrived", [neverSent, notJson]],
  ])("%s: it is read as an empty answer, and not sent again", async (_, ends) => {
    const { value, error, notes } = await send(repeatable, ends);
    expect([value, error, wires]).toEqual([undefined, undefined, [undefined]]);
    expect(notes).toMatchObject([{ attempts: ends.length }]);
    expect(notes[0]).not.toHaveProperty("code");
  });

  test("when it may not be repeated, and the caller is told that what it made has to be looked up", async () => {
    const { error } = await send({}, [notJson]);
    expect(error).toMatchObject({
      code: "UPSTREAM_INVALID_RESPONSE",
      message: expect.stringContaining("answered 200, so it is done, but "),
      facts: { attempts: 1, status: 200, reconcile: booksOfTitle },
    });
  });
});

test("while it may be repeated, an attempt that may have arrived is followed by another", async () => {
  const { value, notes } = await send(repeatable, [broken, failed, answering(200, { id: "1" })]);
  expect([value, wires, notes]).toMatchObject(["1", [{ id: "1" }], [{ attempts: 3 }]]);
});

describe("if nobody knows in the end whether it was done, that is what the caller is told", () => {
  test.each([
    ["breaks", [broken, broken, broken]],
    ["is answered 503", [failed, failed, failed]],
    ["is not answered", [unanswered, unanswered, unanswered]],
    ["breaks, and the others never arrive,", [broken, neverSent, neverSent]],
    ["breaks, and the others are refused for their number,", [broken, tooMany, tooMany]],
    ["breaks, and another is refused in words that tell no collision,", [broken, answering(400)]],
    ["breaks, and another is refused for its credential,", [broken, answering(401)]],
  ])("when it %s", async (_, ends) => {
    const { error } = await send(repeatable, ends);
    expect(error).toMatchObject({
      code: "UPSTREAM_OUTCOME_UNKNOWN",
      facts: {
        system: "things",
        endpoint: "POST /tickets",
        attempts: ends.length,
        reconcile: booksOfTitle,
        sentAt: expect.stringMatching(/^2026-03-04T10:30:0/),
      },
    });
    expect(wires).toEqual([]);
  });

  test("when its deadline passes while it is not answered", async () => {
    const { error } = await send(repeatable, [{ strike: () => {}, afterMs: 2_000 }], 2_000);
    expect(error).toMatchObject({
      code: "UPSTREAM_OUTCOME_UNKNOWN",
      facts: { attempts: 1, sentAt: new Date(testNowMs).toISOString() },
    });
  });

  test("when it may not be repeated: it is sent once", async () => {
    const { error } = await send({}, [failed]);
    expect(error).toMatchObject({ code: "UPSTREAM_OUTCOME_UNKNOWN", facts: { attempts: 1, status: 503 } });
  });
});

describe("an attempt that was refused is the last word, where none before it may have arrived", () => {
  test.each([
    ["at first", [answering(400)]],
    ["after one that never arrived", [neverSent, answering(400)]],
  ])("%s", async (_, ends) => {
    const { error } = await send(repeatable, ends);
    expect(error).toMatchObject({ code: "UPSTREAM_REJECTED", facts: { attempts: ends.length } });
  });

  test("for its number, it was not done", async () => {
    const { error } = await send(repeatable, [tooMany, tooMany, answering(429)]);
    expect(error).toMatchObject({ code: "UPSTREAM_RATE_LIMITED", facts: { attempts: 3 } });
  });
});

describe("a conflict", () => {
  test.each([
    ["at first", [conflict]],
    ["after an attempt that never arrived", [neverSent, conflict]],
    ["after an attempt that was refused for its number", [tooMany, conflict]],
    ["in words, at first", [answering(400, "it is taken")]],
  ])("%s is a conflict with something else", async (_, ends) => {
    const { error } = await send(repeatable, ends);
    expect(error).toMatchObject({ code: "CONFLICT", facts: { attempts: ends.length } });
  });

  test.each([
    ["broke", [broken, conflict]],
    ["was not answered", [unanswered, conflict]],
    ["was answered 503", [failed, conflict]],
    ["broke, and another that never arrived,", [broken, neverSent, conflict]],
    ["broke, in words,", [broken, answering(400, "it is taken")]],
  ])(
    "after an attempt that %s is with its own work, which was done; there is nothing to read",
    async (_, ends) => {
      const { value, error, notes } = await send(repeatable, ends);
      expect([value, error, wires]).toEqual([undefined, undefined, []]);
      expect(notes).toMatchObject([{ attempts: ends.length }]);
      expect(notes[0]).not.toHaveProperty("code");
    },
  );
});
