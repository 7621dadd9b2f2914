import { expect, test } from "vitest";
import { createMovingModel } from "./moving-model.ts";

interface Said {
  readonly number: number;
  readonly held: number;
  readonly wanted?: number;
  readonly knows?: string;
  readonly run?: string;
  /** Of the clock of the server. */
  readonly atMs: number;
}

/** A limit of 30 units for two replicas, whose state is lost with `flush`. */
function limit() {
  const model = createMovingModel();
  return {
    flush: model.flush,
    say(replica: string, { atMs, held, knows = "", number, run = "run", wanted = 0 }: Said) {
      const told = [replica, number, held, wanted, Number(wanted > 0), knows, run];
      const args = [...told, knows === "" ? -1 : 100, 30, 2, 5_000, 4_500, 0, "", 1, "channel"];
      const { answer } = model.move(args, atMs);
      return { epoch: String(answer[0]), held: Number(answer[1]) };
    },
  };
}

/** Two replicas that hold 15 units each of a limit that is open. */
function opened() {
  const { flush, say } = limit();
  const { epoch } = say("one", { number: 1, held: 0, atMs: 1_000 });
  say("two", { number: 1, held: 0, atMs: 1_000 });
  say("one", { number: 2, held: 0, wanted: 15, knows: epoch, atMs: 1_100 });
  expect(say("two", { number: 2, held: 0, wanted: 15, knows: epoch, atMs: 1_100 })).toEqual({
    epoch,
    held: 15,
  });
  expect(say("one", { number: 3, held: 0, wanted: 15, knows: epoch, atMs: 1_200 })).toEqual({
    epoch,
    held: 15,
  });
  return { epoch, flush, say };
}

test("nothing is given before as many replicas have said what they hold as are expected", () => {
  const { say } = limit();
  const { epoch } = say("one", { number: 1, held: 0, wanted: 15, atMs: 1_000 });
  expect(say("one", { number: 2, held: 0, wanted: 15, knows: epoch, atMs: 1_100 }).held).toBe(0);
});

test("once it is open, what a replica claims that is not known is given from what is free", () => {
  const { epoch, say } = opened();
  expect(say("late", { number: 1, held: 15, knows: epoch, atMs: 1_300 }).held).toBe(0);
  say("one", { number: 4, held: 10, knows: epoch, atMs: 1_300 });
  expect(say("late", { number: 2, held: 15, knows: epoch, atMs: 1_400 }).held).toBe(5);
});

test("a report that comes after a later one, or twice, is not taken", () => {
  const { epoch, say } = opened();
  say("one", { number: 7, held: 10, knows: epoch, atMs: 1_300 });
  expect(say("one", { number: 6, held: 15, knows: epoch, atMs: 1_310 }).held).toBe(-1);
  expect(say("one", { number: 7, held: 15, knows: epoch, atMs: 1_320 }).held).toBe(-1);
  expect(say("two", { number: 8, held: 15, wanted: 10, knows: epoch, atMs: 1_330 }).held).toBe(20);
});

test("after it was emptied, what replicas hold is as they say, and what they knew of the time before counts for nothing", () => {
  const { epoch, flush, say } = opened();
  say("one", { number: 4, held: 4, knows: epoch, atMs: 1_300 });
  expect(say("two", { number: 5, held: 15, wanted: 11, knows: epoch, atMs: 1_400 }).held).toBe(26);
  flush();
  const next = say("one", { number: 5, held: 4, wanted: 11, knows: epoch, atMs: 1_500 });
  expect(next).toEqual({ epoch: expect.not.stringMatching(epoch), held: 4 });
  expect(say("two", { number: 6, held: 26, knows: epoch, atMs: 1_500 }).held).toBe(26);
  expect(say("one", { number: 6, held: 4, wanted: 11, knows: next.epoch, atMs: 1_600 }).held).toBe(4);
  expect(say("two", { number: 7, held: 20, knows: next.epoch, atMs: 1_600 }).held).toBe(20);
  expect(say("one", { number: 7, held: 4, wanted: 11, knows: next.epoch, atMs: 1_700 }).held).toBe(10);
});

test("another run of the server is another epoch, even at the same moment of its clock", () => {
  const { epoch, say } = opened();
  const next = say("one", { number: 4, held: 15, knows: epoch, run: "other", atMs: 1_000 });
  expect(next.epoch).not.toBe(epoch);
  expect(say("two", { number: 4, held: 15, wanted: 15, knows: epoch, run: "other", atMs: 1_000 }).held).toBe(
    15,
  );
});

test("a replica that was silent until its units were free again is given none for what it says", () => {
  const { epoch, say } = opened();
  let atMs = 1_300;
  for (let number = 10; atMs < 12_000; number += 1, atMs += 100) {
    say("two", { number, held: 15, wanted: 15, knows: epoch, atMs });
    say("three", { number, held: atMs < 11_500 ? 0 : 15, wanted: 15, knows: epoch, atMs });
  }
  expect(say("one", { number: 4, held: 15, knows: epoch, atMs }).held).toBe(0);
});
