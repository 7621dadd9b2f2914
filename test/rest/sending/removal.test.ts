import { describe, expect, test } from "vitest";
import { NotSent } from "../../../src/rest/exchange.ts";
import { settled } from "../../support/clock.ts";
import { at, type Exchange, engine, type Outcome, outcomeOf } from "../engine.ts";
import { callRow, namingNothing, systemRows } from "../systems.ts";

/** How one attempt ends. */
interface End {
  readonly strike: (exchange: Exchange) => void;
  /** Until it has ended and the next may be sent. */
  readonly afterMs: number;
}

const failing = (error: Error): End => ({ strike: (exchange) => exchange.fail(error), afterMs: 0 });
const status = (number: number, afterMs = 0): End => ({
  strike: (exchange) => exchange.answer("", number),
  afterMs,
});

const gone = status(404);
const broken = failing(new Error("reset"));
const neverSent = failing(new NotSent(new Error("refused")));
const refusedForItsNumber = status(429, 1_000);
const notAnswered: End = { strike: () => {}, afterMs: 3_000 };

const removals = systemRows.filter(({ row }) => row.method === "DELETE");

describe.each(removals)("a 404 to $name", ({ definition, name, row, args }) => {
  /** Removes, with attempts that end so. */
  const remove = async (...ends: readonly End[]): Promise<Outcome> => {
    const { operation, sent, calls, clock } = engine({ definition });
    const outcome = outcomeOf(callRow(operation().call, row, args));
    for (const [attempt, { strike, afterMs }] of ends.entries()) {
      await settled();
      strike(at(sent, attempt));
      await clock.advance(afterMs);
    }
    await settled();
    expect(calls().length).toBe(ends.length);
    return outcome;
  };

  /** A window is not gone: of it, a 404 says that something else is missing. */
  const namesWhatItRemoves = row.path.endsWith("}");
  const code = namingNothing.has(name) ? "UPSTREAM_INVALID_RESPONSE" : "NOT_FOUND";

  test.each([
    ["at first", [gone]],
    ["after an attempt that never arrived", [neverSent, gone]],
    ["after an attempt that was refused for its number", [refusedForItsNumber, gone]],
  ])("%s says that there is no such object, or no such route if it names none", async (_, ends) => {
    expect((await remove(...ends)).error).toMatchObject({
      code,
      facts: { attempts: ends.length },
    });
  });

  test.each([
    ["broke", [broken, gone]],
    ["was not answered", [notAnswered, gone]],
    ["was answered 503", [status(503), gone]],
    ["broke, and another that never arrived,", [broken, neverSent, gone]],
  ])("after an attempt that %s is success, if it names what is gone", async (_, ends) => {
    const outcome = await remove(...ends);
    if (namesWhatItRemoves) expect(outcome).toEqual({ value: undefined });
    else expect(outcome.error).toMatchObject({ code, facts: { attempts: ends.length } });
  });
});
