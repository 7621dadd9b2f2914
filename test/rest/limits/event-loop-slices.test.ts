import { expect, test } from "vitest";
import { createTimeSlices } from "../../../src/rest/limits/event-loop-slices.ts";
import type { TimeSlices } from "../../../src/rest/time-slices.ts";
import { settled, testClock } from "../../support/clock.ts";

/** Each piece of work takes so long, and leaves no time for another one in its slice. */
const workMs = 10;

/** Work that notes when it is done, in turns of the event loop. */
function workOn(slices: TimeSlices, clock: ReturnType<typeof testClock>) {
  const done: string[] = [];
  let loopTurn = 0;
  const countTurns = (): void => {
    loopTurn += 1;
    if (loopTurn < 30) setImmediate(countTurns);
  };
  setImmediate(countTurns);
  const work = async (client: string, operation: object, name: string): Promise<void> => {
    const turn = slices.turn([client, operation]);
    if (turn) await turn;
    clock.stall(workMs);
    done.push(`${name} in ${loopTurn}`);
  };
  return { done, work };
}

test("operations that could go on at one moment do so one in each turn of the event loop, clients alternating", async () => {
  const clock = testClock();
  const { done, work } = workOn(createTimeSlices(clock), clock);
  const ofGreedy = Array.from({ length: 4 }, (_, number) => work("greedy", {}, `greedy ${number}`));
  await Promise.all([...ofGreedy, work("modest", {}, "modest")]);
  const turns = done.map((line) => Number(line.split(" in ")[1]));
  expect(done.map((line) => line.split(" in ")[0])).toEqual([
    "greedy 0",
    "greedy 1",
    "modest",
    "greedy 2",
    "greedy 3",
  ]);
  expect(new Set(turns).size).toBe(turns.length);
});

test("all that one operation waits for goes on together, so that it is loaded in one batch", async () => {
  const clock = testClock();
  const { done, work } = workOn(createTimeSlices(clock), clock);
  const [first, second] = [{}, {}];
  await Promise.all([
    work("desk", first, "first"),
    work("desk", first, "first again"),
    work("desk", second, "second"),
    work("desk", second, "second again"),
  ]);
  const turns = done.map((line) => line.split(" in ")[1]);
  expect(turns[0]).toBe(turns[1]);
  expect(turns[2]).toBe(turns[3]);
  expect(turns[1]).not.toBe(turns[2]);
});

test("what fits into one slice goes on without a turn of the event loop in between", async () => {
  const slices = createTimeSlices(testClock());
  const order: string[] = [];
  const work = async (name: string): Promise<void> => {
    const turn = slices.turn(["desk", {}]);
    if (turn) await turn;
    order.push(name);
  };
  setImmediate(() => order.push("sockets"));
  await Promise.all([work("a"), work("b"), work("c")]);
  await settled();
  expect(order).toEqual(["a", "b", "c", "sockets"]);
});

test("no operation goes on while connections come, but only for a quarter of a second", async () => {
  const clock = testClock();
  const slices = createTimeSlices(clock);
  let isDone = false;
  slices.tookConnection();
  const work = async (): Promise<void> => {
    const turn = slices.turn(["desk", {}]);
    if (turn) await turn;
    isDone = true;
  };
  const worked = work();
  for (let heldMs = 0; heldMs < 240; heldMs += 10) {
    slices.tookConnection();
    await new Promise((resolve) => setImmediate(resolve));
    clock.stall(10);
  }
  expect(isDone).toBe(false);
  clock.stall(10);
  slices.tookConnection();
  await settled();
  await worked;
  expect(isDone).toBe(true);
});

test("operations go on once no connection has come in a turn of the event loop", async () => {
  const slices = createTimeSlices(testClock());
  slices.tookConnection();
  let isDone = false;
  const turn = slices.turn(["desk", {}]);
  void turn?.then(() => {
    isDone = true;
  });
  expect(turn).toBeDefined();
  await settled();
  expect(isDone).toBe(true);
});
