import { describe, expect, test } from "vitest";
import { settled } from "../../support/clock.ts";
import { books } from "../books.ts";
import { at, engine, outcomeOf, type TestEngine, type TestOperation } from "../engine.ts";
import { answerLast } from "../kept-books.ts";

const draft = { id: "1", title: "draft" };
const finished = { id: "1", title: "finished" };

const read = ({ call }: TestOperation) => outcomeOf(call(books.getFinished, { id: "1" }));

/** One read, which is answered so. */
async function readOnce(made: TestEngine, answer: object) {
  const operation = made.operation();
  const outcome = read(operation);
  await answerLast(made, answer);
  expect(outcome).toEqual({ value: answer });
  return operation;
}

describe("an answer that its endpoint does not want kept", () => {
  test("is asked for again until one comes that it wants, which is given again", async () => {
    const made = engine();
    const first = await readOnce(made, draft);
    await readOnce(made, draft);
    const last = await readOnce(made, finished);
    const outcome = read(made.operation());
    await settled();
    expect(outcome).toEqual({ value: finished });
    expect(made.calls()).toEqual(Array(3).fill("GET /books/1"));
    expect([first.notes[0]?.kept, last.notes[0]?.kept?.isCurrent()]).toEqual([undefined, true]);
  });

  test("is shared while it is on its way", async () => {
    const made = engine();
    const outcomes = [read(made.operation()), read(made.operation())];
    await answerLast(made, draft);
    expect([outcomes, made.calls()]).toEqual([Array(2).fill({ value: draft }), ["GET /books/1"]]);
  });

  test("does not take the place of one that was kept, which stands in for a failure", async () => {
    const made = engine();
    await readOnce(made, finished);
    await made.clock.advance(5_000);
    await readOnce(made, draft);
    const outcome = read(made.operation());
    await settled();
    for (let attempt = 0; attempt < 3; attempt += 1) await answerLast(made, "", 503);
    expect(outcome).toEqual({ value: finished });
  });
});

test("a write that changes nothing that is read leaves cached answers and loaders alone", async () => {
  const made = engine();
  await readOnce(made, finished);
  let written = 0;
  const asking = { signal: new AbortController().signal, deadlineAtMs: made.clock.nowMs() + 10_000 };
  const call = made.upstream.callsFor(asking, () => {
    written += 1;
  });
  const print = outcomeOf(call(books.print));
  await settled();
  at(made.sent, 1).answer(draft);
  await settled();
  const outcome = read(made.operation());
  await settled();
  expect([print, outcome]).toEqual([{ value: draft }, { value: finished }]);
  expect([written, made.upstream.writes]).toEqual([0, 0]);
  expect(made.calls()).toEqual(["GET /books/1", "POST /books/print"]);
});
