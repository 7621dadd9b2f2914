import { setImmediate as turn } from "node:timers/promises";
import { expect, test } from "vitest";
import { createOutbox } from "../../src/server/ahead/outbox.ts";

test("what is added in one turn is sent at its end, together and in order", async () => {
  const { add } = createOutbox();
  const sent: string[] = [];
  add(() => {
    sent.push("first");
    add(() => sent.push("in the next turn"));
  });
  await Promise.resolve();
  add(() => sent.push("second"));
  expect(sent).toEqual([]);
  await turn();
  expect(sent).toEqual(["first", "second"]);
  await turn();
  expect(sent).toEqual(["first", "second", "in the next turn"]);
});
