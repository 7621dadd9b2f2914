import { setImmediate } from "node:timers/promises";
import { expect, test } from "vitest";
import { inTime } from "../../src/graphql/in-time.ts";
import { testClock } from "../support/clock.ts";

test("many operations at once are each waited for, without a warning of listeners", async () => {
  const clock = testClock();
  const warnings: string[] = [];
  const note = ({ name }: Error) => void warnings.push(name);
  process.on("warning", note);
  const answers = Array.from({ length: 20 }, (_, answer) =>
    inTime(setImmediate(answer), { deadlineAtMs: clock.nowMs() + 10_000 }, clock),
  );

  expect(await Promise.all(answers)).toEqual(Array.from({ length: 20 }, (_, answer) => answer));
  await setImmediate();
  process.off("warning", note);
  expect(warnings).toEqual([]);
});
