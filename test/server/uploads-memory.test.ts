import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { settled } from "../support/clock.ts";
import { startServer } from "../support/server.ts";
import { formEnd, openRequest, replyUpToFile } from "./upload-client.ts";

const megabyte = 1024 * 1024;
const piece = Buffer.alloc(65_536, "x");

setFlagsFromString("--expose-gc");
const collect: () => void = runInNewContext("gc");

/** Bytes that something holds on to, in this process: of the gateway, of the emulator and of the client. */
async function heldBytes(): Promise<number> {
  const looks: number[] = [];
  for (let look = 0; look < 4; look += 1) {
    collect();
    // What was freed is given back by another thread.
    await settled();
    const { arrayBuffers, heapUsed } = process.memoryUsage();
    looks.push(arrayBuffers + heapUsed);
  }
  return Math.min(...looks);
}

test("of a file of 30 MB no more than a few chunks are held at any time", { timeout: 20_000 }, async () => {
  await using server = await startServer();
  const send = async (pieces: number, look: () => Promise<unknown> = settled) => {
    const open = await openRequest(server);
    await open.send(replyUpToFile());
    for (let sent = 1; sent <= pieces; sent += 1) {
      await open.send(piece);
      if (sent % 96 === 0) await look();
    }
    await open.send(formEnd);
    open.end();
    const { json } = await open.answer;
    expect(json).toEqual({ data: { replyToInteraction: { replyId: expect.any(String) } } });
    open.leave();
  };
  // What is loaded once, is loaded.
  await send(32);
  const before = await heldBytes();
  const during: number[] = [];
  await send((30 * megabyte) / piece.length, async () => during.push((await heldBytes()) - before));
  expect(during).toHaveLength(5);
  expect(Math.max(...during, (await heldBytes()) - before)).toBeLessThan(5 * megabyte);
  expect(server.sandbox.assembly.journal.map(({ body }) => JSON.parse(body).files[0].bytes)).toEqual([
    2 * megabyte,
    30 * megabyte,
  ]);
  expect(server.calls()).toEqual(Array(2).fill("assembly POST /interactions/reply"));
});
