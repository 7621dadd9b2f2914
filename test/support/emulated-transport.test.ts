import { expect, test } from "vitest";
import type { TransportRequest } from "../../src/rest/exchange.ts";
import { settled } from "./clock.ts";
import { emulatedTransport } from "./emulated-transport.ts";
import { createSandbox } from "./sandbox.ts";
import { sha256 } from "./sha256.ts";

const contentType = "multipart/form-data; boundary=b";
const start = '--b\r\nContent-Disposition: form-data; name="query"\r\n\r\nHello\r\n';
const file = '--b\r\nContent-Disposition: form-data; name="files"; filename="a.png"\r\n\r\n';
const image = Buffer.from("89504e470d0a1a0a00fffe", "hex");

function transport() {
  const sandbox = createSandbox({ nowMs: () => 0, sleep: async () => {} });
  const noted: string[] = [];
  const send = emulatedTransport(sandbox, (call) => void noted.push(call));
  const post = (body: TransportRequest["body"], signal = new AbortController().signal) =>
    send({
      method: "POST",
      url: new URL("http://assembly.test/interactions"),
      headers: { authorization: "sandbox-assembly-key", "content-type": contentType },
      ...(body !== undefined && { body }),
      signal,
    });
  return { noted, post, journal: sandbox.assembly.journal };
}

test("a form arrives as text or in chunks, and is noted once it is whole", async () => {
  const { journal, noted, post } = transport();
  expect((await post(`${start}--b--\r\n`)).status).toBe(200);
  let last = () => {};
  const lastAsked = new Promise<void>((resolve) => {
    last = resolve;
  });
  const answer = post(
    (async function* () {
      yield Buffer.from(start + file);
      yield image;
      await lastAsked;
      yield Buffer.from("\r\n--b--\r\n");
    })(),
  );
  await settled();
  expect([noted.length, journal.length]).toEqual([1, 1]);
  last();
  expect((await answer).status).toBe(200);
  expect(noted).toEqual(["assembly POST /interactions", "assembly POST /interactions"]);
  expect(JSON.parse(journal.at(-1)?.body ?? "")).toMatchObject({ files: [{ sha256: sha256(image) }] });
});

test("a body whose chunks fail reaches no emulator", async () => {
  const { journal, noted, post } = transport();
  const refused = new Error("refused");
  const body = (async function* () {
    yield Buffer.from(start);
    throw refused;
  })();
  await expect(post(body)).rejects.toBe(refused);
  expect([noted, journal]).toEqual([[], []]);
});

test("a caller that gives up ends the body that it was sending", async () => {
  const { journal, noted, post } = transport();
  const leaving = new AbortController();
  let ended = false;
  const endless = (async function* () {
    try {
      for (;;) {
        yield Buffer.from(start);
        await new Promise((resolve) => setImmediate(resolve));
      }
    } finally {
      ended = true;
    }
  })();
  const sending = post(endless, leaving.signal);
  const outcome = expect(sending).rejects.toThrow("aborted");
  await settled();
  leaving.abort();
  await outcome;
  await settled();
  expect([ended, noted, journal]).toEqual([true, [], []]);
});
