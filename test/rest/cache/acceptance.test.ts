import { describe, expect, test } from "vitest";
import { noCache } from "../../../src/rest/cache-policy.ts";
import { settled } from "../../support/clock.ts";
import { books, shelfLife } from "../books.ts";
import { at, engine, outcomeOf } from "../engine.ts";
import { answerLast, engineWithBook, newBook, oldBook, readBook } from "../kept-books.ts";

const isNew = { accepts: noCache };

describe("an operation that wants nothing from before it", () => {
  test("is not given what is kept, however fresh; what it is answered is kept for others", async () => {
    const made = await engineWithBook(0);
    const asking = made.operation(10_000, isNew);
    const outcome = readBook(asking);
    await answerLast(made, newBook);
    const other = readBook(made.operation());
    await settled();
    expect([outcome, other, made.calls()]).toEqual([
      { value: newBook },
      { value: newBook },
      ["GET /books/1"],
    ]);
    expect(asking.notes).toMatchObject([{ servedFrom: "network", ageMs: 0 }]);
  });

  test("does not join a read that was begun before it", async () => {
    const made = engine();
    const before = readBook(made.operation());
    await settled();
    const outcome = readBook(made.operation(10_000, isNew));
    await settled();
    at(made.sent, 0).answer(oldBook);
    at(made.sent, 1).answer(newBook);
    await settled();
    expect([before, outcome]).toEqual([{ value: oldBook }, { value: newBook }]);
    expect(made.calls()).toEqual(["GET /books/1", "GET /books/1"]);
  });

  test("asks once for what it reads twice, at once or later", async () => {
    const made = await engineWithBook(0);
    const asking = made.operation(10_000, isNew);
    const outcomes = [readBook(asking), readBook(asking)];
    await answerLast(made, newBook);
    await made.clock.advance(999);
    outcomes.push(readBook(asking));
    await settled();
    expect([outcomes, made.calls()]).toEqual([Array(3).fill({ value: newBook }), ["GET /books/1"]]);
    expect(asking.notes.map(({ servedFrom }) => servedFrom)).toEqual(["network", "coalesced", "fresh"]);
  });

  test("joins, and is given, what others asked for after it began", async () => {
    const made = await engineWithBook(5_000);
    const early = made.operation(10_000, isNew);
    const other = readBook(made.operation());
    await settled();
    const joining = readBook(early);
    await answerLast(made, newBook);
    const later = readBook(early);
    await settled();
    expect([other, joining, later]).toEqual(Array(3).fill({ value: newBook }));
    expect(made.calls()).toEqual(["GET /books/1"]);
  });

  test("is told when the upstream fails, whatever is kept", async () => {
    const made = await engineWithBook(0);
    const outcome = readBook(made.operation(10_000, isNew));
    for (let attempt = 0; attempt < 3; attempt += 1) await answerLast(made, "", 503);
    expect(outcome.error).toMatchObject({ code: "UPSTREAM_UNAVAILABLE", facts: { attempts: 3 } });
    expect(made.calls()).toEqual(Array(3).fill("GET /books/1"));
  });

  test("does not believe what is no longer there, or not there yet", async () => {
    const made = engine();
    const gone = readBook(made.operation());
    await answerLast(made, "", 404);
    const outcome = readBook(made.operation(10_000, isNew));
    await answerLast(made, newBook);
    expect([gone.error, outcome]).toMatchObject([{ code: "NOT_FOUND" }, { value: newBook }]);
    expect(made.calls()).toEqual(["GET /books/1", "GET /books/1"]);
  });

  test("is not undone by an answer that was asked for before and comes after", async () => {
    const made = engine();
    const slow = readBook(made.operation());
    await settled();
    const outcome = readBook(made.operation(10_000, isNew));
    await settled();
    at(made.sent, 1).answer(newBook);
    await settled();
    at(made.sent, 0).answer(oldBook);
    await settled();
    const after = readBook(made.operation());
    await settled();
    expect([slow, outcome, after]).toEqual([{ value: oldBook }, { value: newBook }, { value: newBook }]);
    expect(made.calls()).toEqual(["GET /books/1", "GET /books/1"]);
  });
});

describe("an operation that wants answers of a certain age at most", () => {
  const atMost500 = { accepts: { stale: true, maxAgeMs: 500 } };

  test("is given them at that age", async () => {
    const made = await engineWithBook(500);
    const outcome = readBook(made.operation(10_000, atMost500));
    await settled();
    expect([outcome, made.calls()]).toEqual([{ value: oldBook }, []]);
  });

  test("has them asked for anew beyond it, and joins whoever does so", async () => {
    const made = await engineWithBook(501);
    const outcomes = [1, 2].map(() => readBook(made.operation(10_000, atMost500)));
    await answerLast(made, newBook);
    expect([outcomes, made.calls()]).toEqual([Array(2).fill({ value: newBook }), ["GET /books/1"]]);
  });

  test("is told when the upstream fails and what is kept is older", async () => {
    const made = await engineWithBook(501);
    const outcome = readBook(made.operation(10_000, atMost500));
    await answerLast(made, "7");
    expect(outcome.error).toMatchObject({ code: "UPSTREAM_INVALID_RESPONSE" });
    expect(made.calls()).toEqual(["GET /books/1"]);
  });

  test("is not given by that what a row would not", async () => {
    const made = await engineWithBook(shelfLife.staleIfErrorMs);
    const wishes = { accepts: { stale: true, maxAgeMs: 2 * shelfLife.staleIfErrorMs } };
    const outcome = readBook(made.operation(10_000, wishes));
    await answerLast(made, newBook);
    expect([outcome, made.calls()]).toEqual([{ value: newBook }, ["GET /books/1"]]);
  });
});

describe("an operation that wants only what is fresh", () => {
  const onlyFresh = { accepts: { stale: false, maxAgeMs: Number.POSITIVE_INFINITY } };

  test("is given it while it is", async () => {
    const made = await engineWithBook(999);
    const outcome = readBook(made.operation(10_000, onlyFresh));
    await settled();
    expect([outcome, made.calls()]).toEqual([{ value: oldBook }, []]);
  });

  test("waits for the call that replaces what no longer is, its own or another's", async () => {
    const made = await engineWithBook(1_000);
    const stale = readBook(made.operation());
    await settled();
    const outcome = readBook(made.operation(10_000, onlyFresh));
    await settled();
    expect([stale, outcome]).toEqual([{ value: oldBook }, {}]);
    await answerLast(made, newBook);
    expect([outcome, made.calls()]).toEqual([{ value: newBook }, ["GET /books/1"]]);
  });

  test("is told when the upstream fails", async () => {
    const made = await engineWithBook(1_000);
    const outcome = readBook(made.operation(10_000, onlyFresh));
    for (let attempt = 0; attempt < 3; attempt += 1) await answerLast(made, "", 503);
    expect(outcome.error).toMatchObject({ code: "UPSTREAM_UNAVAILABLE" });
    expect(made.calls()).toEqual(Array(3).fill("GET /books/1"));
  });
});

test("whatever is accepted, a write is made", async () => {
  for (const accepts of [noCache, { stale: true, maxAgeMs: 500 }]) {
    const made = await engineWithBook(0);
    const write = outcomeOf(
      made.operation(10_000, { accepts }).call(books.update, { id: "1", body: { title: "new" } }),
    );
    await answerLast(made, newBook);
    expect([write, made.calls()]).toEqual([{ value: newBook }, ["PATCH /books/1"]]);
  }
});
