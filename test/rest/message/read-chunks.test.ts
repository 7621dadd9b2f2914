import { Readable } from "node:stream";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readChunks } from "../../../src/rest/message/read-chunks.ts";

const tooLarge = () => new Error("too large");
const chunk = fc.uint8Array({ minLength: 1, maxLength: 20 });
const mostBytes = 100;

/** The chunks as something other than a stream, as those that stand in for one give them. */
async function* oneByOne(chunks: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* chunks;
}

const read = (body: AsyncIterable<Uint8Array>): Promise<Buffer | string> =>
  readChunks(body, mostBytes, tooLarge).then(
    (chunks) => Buffer.concat(chunks),
    (error: Error) => error.message,
  );

test("a stream is read as anything else that gives chunks, up to the most bytes", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(chunk, { maxLength: 10 }), async (chunks) => {
      const whole = Buffer.concat(chunks);
      const expected = whole.length > mostBytes ? "too large" : whole;
      const stream = Readable.from(chunks, { objectMode: false });
      expect(await read(stream)).toEqual(expected);
      expect(stream.destroyed).toBe(true);
      expect(await read(oneByOne(chunks))).toEqual(expected);
    }),
  );
});

test("a stream is heard no more once it has given too much", async () => {
  const stream = new Readable({ read() {} });
  let refusals = 0;
  const reading = readChunks(stream, 3, () => {
    refusals += 1;
    return tooLarge();
  });
  for (let time = 0; time < 10; time += 1) stream.push("a");
  await expect(reading).rejects.toThrow("too large");
  expect([refusals, stream.destroyed]).toEqual([1, true]);
});

test("a stream that broke off before it is heard, or while it is, has no end", async () => {
  const error = new Error("reset");
  const before = Readable.from([Buffer.from("a")], { objectMode: false });
  before.on("error", () => {}).destroy(error);
  expect(await read(before)).toBe("reset");
  const without = Readable.from([Buffer.from("a")], { objectMode: false }).destroy();
  expect(await read(without)).toBe("The body broke off.");
  for (const reason of [error, undefined]) {
    const meanwhile = new Readable({ read() {} });
    meanwhile.push("a");
    const reading = read(meanwhile);
    meanwhile.destroy(reason);
    expect(await reading).toBe(reason?.message ?? "The body broke off.");
  }
});
