import { Writable } from "node:stream";
import { expect, test } from "vitest";
import { createLog } from "../src/log.ts";
import { createLogOutput } from "../src/log-output.ts";

/** A stream that takes lines as its test says. */
function stand(take: (line: string, done: (error?: Error) => void) => void) {
  return new Writable({
    decodeStrings: false,
    autoDestroy: false,
    write: (line: string, _encoding, done) => take(line, (error) => done(error)),
  });
}

const mebibyte = 1_048_576;

test("lines that nobody reads wait up to 1 MiB; those beyond are dropped, counted, and told of once lines are taken again", async () => {
  const taken: string[] = [];
  const held: (() => void)[] = [];
  const stream = stand((line, done) => {
    taken.push(line);
    held.push(() => done());
  });
  const log = createLog(createLogOutput(stream));
  const text = "x".repeat(1_000);
  for (let line = 0; line < 3_000; line += 1) log.note(text);
  expect(stream.writableLength).toBeLessThanOrEqual(mebibyte);
  expect(stream.writableLength).toBeGreaterThan(mebibyte - 2_000);
  const { droppedLines } = log;
  expect(droppedLines).toBeGreaterThan(1_900);

  while (held.length > 0) {
    held.shift()?.();
    await new Promise((resolve) => process.nextTick(resolve));
  }
  expect(taken.length).toBe(3_000 - droppedLines + 1);
  expect(JSON.parse(taken.at(-1) ?? "")).toMatchObject({
    level: 40,
    droppedLines,
    msg: "log lines were dropped",
  });
  expect(log.droppedLines).toBe(droppedLines);
});

test("what is still waited for at the end is given up after a while", async () => {
  const output = createLogOutput(stand(() => undefined));
  output.write("line\n");
  await output.flushed(1);
  expect(output.droppedLines).toBe(0);
});
