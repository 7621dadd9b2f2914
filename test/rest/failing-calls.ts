import { expect } from "vitest";
import { settled } from "../support/clock.ts";
import { type at, engine, type Outcome, outcomeOf, type TestEngine, things } from "./engine.ts";

/** What an upstream says, or how the connection to it breaks. */
export type Answer = Parameters<ReturnType<typeof at>["answer"]> | Error;

/** A connection that breaks before anything is answered. */
export const silence = new Error("socket hang up");

/** A call that is made once, whatever comes of it: to one row, or by turns to two. */
export const callOnce = async (made: TestEngine, answer: Answer, turn = 0): Promise<Outcome> => {
  const { call } = made.operation();
  const before = made.sent.length;
  const outcome = outcomeOf(
    turn % 2 === 0
      ? call(things.create, { body: { name: "a" } })
      : call(things.createOnce, { body: { name: "a" } }),
  );
  await settled();
  const exchange = made.sent[before];
  if (answer instanceof Error) exchange?.fail(answer);
  else exchange?.answer(...answer);
  await settled();
  return outcome;
};

/** An engine whose upstream has not answered so often. */
export const failed = async (
  times: number,
  options: Parameters<typeof engine>[0] = {},
): Promise<TestEngine> => {
  const made = engine(options);
  for (let time = 0; time < times; time += 1) await callOnce(made, silence);
  expect(made.calls().length).toBe(Math.min(times, 5));
  return made;
};

/** For how long an engine refuses calls at the moment. */
export const refusalMs = async (made: TestEngine): Promise<number> => {
  const refused = await callOnce(made, ["{}"]);
  expect([refused.error, made.calls()]).toMatchObject([{ facts: { attempts: 0 } }, []]);
  return (refused.error as { facts: { retryAfterMs: number } }).facts.retryAfterMs;
};
