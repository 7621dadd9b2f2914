import { describe, expect, test } from "vitest";
import { requireRecord } from "../../../src/rest/message/shape.ts";
import { attemptTimeoutMs } from "../../../src/rest/sending/timeout.ts";
import { settled } from "../../support/clock.ts";
import { booksOfTitle } from "../books.ts";
import { at, type Exchange, engine, outcomeOf, things } from "../engine.ts";
import { answerLast } from "../kept-books.ts";
import { POST } from "../routes.ts";
import { callRow, systemRows } from "../systems.ts";

async function* brokenOff(): AsyncGenerator<Uint8Array> {
  yield Buffer.from('{"id":"1",');
  throw Object.assign(new Error("reset"), { code: "ECONNRESET" });
}

const mega = Buffer.alloc(1024 * 1024, " ");

async function* endless(): AsyncGenerator<Uint8Array> {
  for (;;) yield mega;
}

async function* silent(): AsyncGenerator<Uint8Array> {
  await new Promise(() => {});
}

/** Bodies under a 2xx in which nothing is found that a row could look for. */
const bodies: readonly (readonly [string, (exchange: Exchange) => void])[] = [
  ["nothing", (exchange) => exchange.answer("", 204)],
  ["a word", (exchange) => exchange.answer("OK", 200, { "content-type": "text/plain" })],
  ["null", (exchange) => exchange.answer("null")],
  ["true", (exchange) => exchange.answer("true")],
  ["a list", (exchange) => exchange.answer("[]")],
  ["an empty object", (exchange) => exchange.answer("{}")],
  ["a page of HTML", (exchange) => exchange.answer("<html></html>")],
  ["cut JSON", (exchange) => exchange.answer('{"id":"1","na')],
  ["a compressed body", (exchange) => exchange.answer("x", 200, { "content-encoding": "gzip" })],
  ["a body that breaks off", (exchange) => exchange.stream(brokenOff())],
  ["a body without end", (exchange) => exchange.stream(endless())],
  ["a head and then nothing", (exchange) => exchange.stream(silent(), 201)],
];

/** Writes of which the payload needs an id that only the answer holds. */
const needAnswer: ReadonlySet<string> = new Set([
  "assembled activities.bulk",
  "assembled activities.create",
  "assembled activityTypes.create",
  "assembled forecastTotals.create",
  "assembled people.create",
  "assembled queues.create",
  "assembled sites.create",
  "assembled skills.create",
  "assembled teams.create",
  "assembled timeOff.create",
  "assembly accounts.create",
  "assembly accounts.upsertWithoutIdentifier",
  "assembly contacts.create",
  "assembly contacts.upsertWithoutIdentifier",
  "assembly interactions.create",
  "assembly interactions.reply",
  "assembly labels.create",
  "assembly usageLogs.create",
  "assembly usageLogs.createForAccount",
  "assembly usageLogs.createForAccountBySourceSpecificId",
  "assembly usageLogs.createForContact",
  "assembly usageLogs.createForContactBySourceSpecificId",
  "web1on1 botInstances.create",
  "web1on1 bots.create",
  "web1on1 formFields.create",
  "web1on1 forms.create",
  "web1on1 orgGroups.create",
  "web1on1 organizationCategories.create",
  "web1on1 organizations.create",
  "web1on1 services.create",
  "web1on1 users.create",
]);

/** Of a log-in and of the start of a report nothing but the answer is wanted; of the latter, twice is once. */
const answerAlone: ReadonlySet<string> = new Set(["auth", "reports"]);

const writes = systemRows.filter(({ noun, row }) => row.effect !== "read" && !answerAlone.has(noun));

describe.each(writes)("$name, answered 2xx, is done and sent once", ({ definition, name, row, args }) => {
  test.each(bodies)("with %s", async (_, answer) => {
    const made = engine({ definition });
    const outcome = outcomeOf(callRow(made.operation().call, row, args));
    await settled();
    answer(at(made.sent, 0));
    await made.clock.advance(attemptTimeoutMs);
    expect([made.calls().length, made.clock.pending, made.upstream.callsLeft > 0]).toEqual([1, 0, true]);
    if (!needAnswer.has(name)) return expect(outcome).toHaveProperty("value");
    expect(outcome.error).toMatchObject({
      code: "UPSTREAM_INVALID_RESPONSE",
      message: expect.stringMatching(/ answered 20\d, so it is done, but /),
      facts: { system: definition.name, attempts: 1, ...(row.reconcile && { reconcile: row.reconcile }) },
    });
  });
});

test("the query that shows what was made is told, and no value that came", async () => {
  const made = engine();
  const create = POST("/books")
    .verifiedBy(booksOfTitle)
    .returns(requireRecord<{ readonly id: string }>);
  const outcome = outcomeOf(made.operation().call(create));
  await answerLast(made, { name: "canary" }, 201);
  expect(outcome.error).toMatchObject({
    code: "UPSTREAM_INVALID_RESPONSE",
    message:
      "POST /books of Things answered 201, so it is done, but which id it gave cannot be read; run the query in `reconcile` instead of sending it again.",
    facts: { status: 201, attempts: 1, reconcile: booksOfTitle },
  });
  expect(made.calls()).toEqual(["POST /books"]);
});

test("a write of which nothing but the answer is wanted is sent again where twice is once", async () => {
  const made = engine();
  const trade = POST("/trade", "idempotent").returns(requireRecord<{ readonly id: string }>);
  const outcome = outcomeOf(made.operation().call(trade));
  await answerLast(made, '{"id":"1","to');
  await answerLast(made, { id: "1" });
  expect([outcome, made.calls()]).toEqual([{ value: { id: "1" } }, ["POST /trade", "POST /trade"]]);
});

test("writes that are done say that the system is well, whatever it answers to them", async () => {
  const made = engine();
  for (let time = 0; time < 6; time += 1) {
    const outcome = outcomeOf(made.operation().call(things.update, { id: "1", body: {} }));
    await answerLast(made, "OK");
    expect(outcome).toEqual({ value: undefined });
  }
  expect([made.calls().length, made.upstream.state]).toEqual([6, "answering"]);
});
