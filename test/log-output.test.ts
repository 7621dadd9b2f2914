import { setImmediate } from "node:timers/promises";
import { expect, test } from "vitest";
import { createLog } from "../src/log.ts";
import { createLogOutput } from "../src/log-output.ts";

const mebibyte = 1_048_576;

const failure = (code: string) => Object.assign(new Error(code), { code });

/** A reader that takes `room` bytes before it stalls, and fails with `code` while there is one. */
function reader() {
  const state = { room: Number.POSITIVE_INFINITY, code: undefined as string | undefined };
  const batches: string[] = [];
  const output = createLogOutput((bytes) => {
    if (state.code !== undefined) throw failure(state.code);
    const taken = Math.min(bytes.length, state.room);
    if (taken === 0) throw failure("EAGAIN");
    state.room -= taken;
    batches.push(Buffer.from(bytes.subarray(0, taken)).toString());
    return taken;
  });
  return { state, batches, output, text: () => batches.join("") };
}

test("the lines of one turn of the event loop are written together at its end", async () => {
  const { batches, output } = reader();
  output.write("one\n");
  output.write("two\n");
  expect(batches).toEqual([]);
  await setImmediate();
  output.write("three\n");
  await setImmediate();
  expect(batches).toEqual(["one\ntwo\n", "three\n"]);
});

test("a turn with many lines does not hold them back", () => {
  const { batches, output } = reader();
  for (let line = 0; line < 5_000; line += 1) output.write(`${"x".repeat(999)}\n`);
  expect(output.droppedLines).toBe(0);
  expect(batches.join("").length).toBeGreaterThan(5_000_000 - 20_000);
});

test("lines that nobody reads wait up to 1 MiB; those beyond are dropped, counted, and told of once lines are taken again", async () => {
  const { output, state, text } = reader();
  state.room = 0;
  const log = createLog(output);
  for (let line = 0; line < 3_000; line += 1) log.note(`${"x".repeat(900)}${line}`);
  const { droppedLines } = log;
  expect(droppedLines).toBeGreaterThan(1_800);

  // A part at a time, and parts of lines.
  while (text().length < mebibyte / 2) {
    state.room = 100_001;
    await output.flushed(0);
  }
  state.room = Number.POSITIVE_INFINITY;
  await output.flushed(1_000);
  const lines = text()
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(text().length).toBeLessThan(mebibyte + 1_000);
  expect(lines.length).toBe(3_000 - droppedLines + 1);
  expect(lines.slice(0, -1).map(({ msg }) => msg)).toEqual(
    lines.slice(0, -1).map((_, line) => `${"x".repeat(900)}${line}`),
  );
  expect(lines.at(-1)).toMatchObject({ level: 40, droppedLines, msg: "log lines were dropped" });
  expect(log.droppedLines).toBe(droppedLines);
});

test("a full disk drops each line of a batch, and what it tore does not spoil the line behind", async () => {
  const { output, state, text } = reader();
  state.room = 6;
  output.write("one\n");
  output.write("two\n");
  output.write("three\n");
  await output.flushed(0);
  state.code = "ENOSPC";
  await output.flushed(0);
  output.write("four\n");
  await output.flushed(0);
  expect([text(), output.droppedLines]).toEqual(["one\ntw", 3]);
  Object.assign(state, { room: 1_000, code: undefined });
  output.write("five\n");
  await output.flushed(0);
  expect([text(), output.droppedLines]).toEqual(["one\ntw\nfive\n", 3]);
});

test("what is still waited for at the end is given up after a while", async () => {
  const { output, state } = reader();
  state.room = 0;
  output.write("line\n");
  await output.flushed(1);
  output.endNow();
  expect(output.droppedLines).toBe(0);
});

test("once the process ends, nothing waits for a turn", () => {
  const { output, text } = reader();
  output.write("before\n");
  output.endNow();
  expect(text()).toBe("before\n");
  output.write("behind\n");
  expect(text()).toBe("before\nbehind\n");
});
