import { expect, test } from "vitest";
import { Cancellation } from "../../src/rest/cancellation.ts";
import type { FileParts } from "../../src/rest/form.ts";
import { showcase } from "../../src/sandbox/data/showcase.ts";
import { filesOf } from "../../src/uploads/upload.ts";
import { users } from "../../src/web1on1/user/endpoints.ts";
import { settled, testClock } from "../support/clock.ts";
import { gateway } from "../support/gateway.ts";
import { fieldsFor, formBody, openSource, uploadsIn } from "./form-body.ts";

const limits = { mostBytes: 1_000_000 };
const stalled = "The upload stalled: nothing came for 8 s.";
const file = (name: string) => ({ name, content: "x".repeat(100), filename: name });

/** Two files that come when the test says so. */
async function begun() {
  const clock = testClock();
  const source = openSource();
  const names = ["a", "b"];
  const body = formBody([...fieldsFor(names), ...names.map(file)]);
  const [first, second] = names.map((name) => body.indexOf(`filename="${name}"`));
  source.push(body.subarray(0, first));
  const uploads = await uploadsIn(source, clock);
  return { clock, source, uploads, toFirst: body.subarray(first, second), toEnd: body.subarray(second) };
}

/** How many bytes were read, or why they were not. */
async function bytesOf(files: FileParts): Promise<number | string> {
  let count = 0;
  try {
    for await (const { bytes } of files) for await (const chunk of bytes) count += chunk.byteLength;
    return count;
  } catch (error) {
    return (error as Error).message;
  }
}

/** Notes what became of a promise, without waiting for it. */
function watched<Value>(work: Promise<Value>): { readonly outcome: Value | undefined } {
  const state: { outcome: Value | undefined } = { outcome: undefined };
  void work.then((value) => {
    state.outcome = value;
  });
  return state;
}

test("an upload of which nothing comes for 8 s is given up, and nobody waits on", async () => {
  const { clock, uploads } = await begun();
  const reading = watched(bytesOf(filesOf(uploads, limits)));
  await clock.advance(7_999);
  expect(reading.outcome).toBeUndefined();
  await clock.advance(1);
  expect(reading.outcome).toBe(stalled);
  expect(clock.pending).toBe(0);
});

test("in the midst of a file it is given up as well, and the files behind with it", async () => {
  const { clock, source, toFirst, uploads } = await begun();
  const [first, second] = uploads;
  if (!first || !second) throw new Error("Two files were expected.");
  const reading = watched(bytesOf(filesOf([first], limits)));
  await clock.advance(5_000);
  source.push(toFirst.subarray(0, 60));
  await clock.advance(7_999);
  expect(reading.outcome).toBeUndefined();
  await clock.advance(1);
  expect(reading.outcome).toBe(stalled);
  expect(await bytesOf(filesOf([second], limits))).toBe(stalled);
  expect(clock.pending).toBe(0);
});

test("one that goes on, however slowly, is read to its end", async () => {
  const { clock, source, toEnd, toFirst, uploads } = await begun();
  const reading = watched(bytesOf(filesOf(uploads, limits)));
  for (const byte of [...toFirst, ...toEnd]) {
    await clock.advance(7_900);
    source.push(Buffer.of(byte));
  }
  source.push(null);
  await settled();
  expect(reading.outcome).toBe(200);
  expect(clock.pending).toBe(0);
});

test("bytes of a file that nobody wants count as well", async () => {
  const { clock, source, toEnd, toFirst, uploads } = await begun();
  const reading = watched(bytesOf(filesOf(uploads.slice(1), limits)));
  for (const byte of toFirst) {
    await clock.advance(7_900);
    source.push(Buffer.of(byte));
  }
  source.push(toEnd);
  source.push(null);
  await settled();
  expect(reading.outcome).toBe(100);
  expect(clock.pending).toBe(0);
});

test("time in which nobody reads is not the client's", async () => {
  const { clock, source, toEnd, toFirst, uploads } = await begun();
  let count = 0;
  const reading = watched(
    (async () => {
      for await (const { bytes } of filesOf(uploads, limits)) {
        for await (const chunk of bytes) {
          count += chunk.byteLength;
          await new Promise<void>((resolve) => void clock.after(60_000, resolve));
        }
      }
      return "read";
    })(),
  );
  source.push(toFirst);
  await clock.advance(67_000);
  source.push(toEnd);
  source.push(null);
  await clock.advance(60_000);
  expect([reading.outcome, count]).toEqual(["read", 200]);
});

test("an operation ends 10 s after the last byte of its files, and 15 min after its start at the latest", async () => {
  const { clock, gateway: made } = gateway();
  const beganAtMs = clock.nowMs();
  let lastByteAtMs = beganAtMs;
  const waiter = made.waiterFor(new Cancellation(), () => lastByteAtMs);
  const deadlines: number[] = [];
  for (const atMs of [0, 9_000, 600_000, 889_999, 890_001, 2_000_000]) {
    lastByteAtMs = beganAtMs + atMs;
    deadlines.push(waiter.deadlineAtMs - beganAtMs);
  }
  expect(deadlines).toEqual([10_000, 19_000, 610_000, 899_999, 900_000, 900_000]);
  expect(made.waiterFor(waiter.cancellation).deadlineAtMs).toBe(beganAtMs + 10_000);
});

test("calls are made as long as the operation lives, those that writes are built on as well", async () => {
  const { calls, clock, gateway: made } = gateway();
  let lastByteAtMs = clock.nowMs();
  const waiter = made.waiterFor(new Cancellation(), () => lastByteAtMs);
  const { call, freshCall } = made.contextFor(waiter);
  await clock.advance(60_000);
  lastByteAtMs = clock.nowMs();
  const { userId } = showcase.person;
  expect(await call(users.get, { user_id: userId })).toMatchObject({ id: userId });
  expect(await freshCall(users.get, { user_id: userId })).toMatchObject({ id: userId });
  await clock.advance(10_000);
  await expect(freshCall(users.get, { user_id: userId })).rejects.toThrow("within the time of the whole");
  expect(calls()).toEqual(Array(2).fill(`web1on1 GET /users/${userId}`));
});
