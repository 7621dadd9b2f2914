import { createHash } from "node:crypto";
import { type AddressInfo, createServer as createTcpServer, type Socket } from "node:net";
import { setTimeout as realTime } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { describe, expect, test } from "vitest";
import { badInput } from "../../../src/errors.ts";
import { settled } from "../../support/clock.ts";
import { counting } from "../counting.ts";
import { outcomeOf } from "../engine.ts";
import { bytesOf, file, filesOf, openFile } from "../files.ts";
import { connect, type SocketServer, serve } from "../sockets.ts";
import { photos } from "../uploads.ts";

const mega = 1024 * 1024;
const chunkBytes = 64 * 1024;

/** The n-th chunk of a large file, in memory of its own. */
const chunkOf = (number: number): Buffer => Buffer.alloc(chunkBytes, `chunk ${number} `);

/** A file of so many chunks, and how many were asked for. */
function largeFile(chunks: number, onChunk = () => {}) {
  const made = {
    asked: 0,
    async *bytes() {
      for (let chunk = 0; chunk < chunks; chunk += 1) {
        made.asked += 1;
        onChunk();
        yield chunkOf(chunk);
      }
    },
  };
  return made;
}

const form = (bytes: AsyncIterable<Uint8Array>) => ({ body: { title: "é", photo: filesOf(file(bytes)) } });

/** A server that takes nothing but what a test takes from its connections. */
async function tcpServer(onSocket: (socket: Socket) => void) {
  const sockets = new Set<Socket>();
  const server = createTcpServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => {});
    socket.on("close", () => sockets.delete(socket));
    onSocket(socket);
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    sockets,
    [Symbol.asyncDispose]: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

/** Waits, in real time, for something that sockets bring about. */
async function until(condition: () => boolean): Promise<void> {
  for (let waitedMs = 0; !condition() && waitedMs < 5_000; waitedMs += 5) await realTime(5);
  expect(condition()).toBe(true);
}

describe("30 MB", () => {
  /** Bytes that the process holds on to. */
  const heldBytes = (): number => {
    setFlagsFromString("--expose_gc");
    (runInNewContext("gc") as () => void)();
    const { heapUsed, external } = process.memoryUsage();
    return heapUsed + external;
  };

  test("pass through unchanged, in the memory of a few chunks", { timeout: 30_000 }, async () => {
    const chunks = (30 * mega) / chunkBytes;
    let came = createHash("sha256");
    let boundary: string | undefined;
    await using server = await serve((request, response) => {
      [, boundary] = /boundary=(.+)$/.exec(request.headers["content-type"] ?? "") ?? [];
      request.on("data", (bytes: Buffer) => came.update(bytes));
      request.on("end", () => response.end('{"id":"1"}'));
    });
    await using engine = connect(server.url);
    // What is made at the first request of all stays.
    await engine.call(photos.create, form(largeFile(20).bytes()));
    came = createHash("sha256");
    const heldBefore = heldBytes();
    let mostHeld = 0;
    const large = largeFile(chunks, () => {
      if (large.asked % 48 === 0) mostHeld = Math.max(mostHeld, heldBytes());
    });
    expect(await engine.call(photos.create, form(large.bytes()))).toEqual({ id: "1" });
    expect((mostHeld - heldBefore) / mega).toBeLessThan(10);
    // What the connection holds goes with it.
    await until(() => (heldBytes() - heldBefore) / mega < 3);
    expect([server.requests, engine.clock.pending]).toEqual([["POST /photos", "POST /photos"], 0]);

    const start = `--${boundary}\r\nContent-Disposition: form-data; name=`;
    const sent = createHash("sha256").update(
      `${start}"title"\r\n\r\né\r\n${start}"photo"; filename="a.bin"\r\nContent-Type: application/x-thing\r\n\r\n`,
    );
    for (let chunk = 0; chunk < chunks; chunk += 1) sent.update(chunkOf(chunk));
    expect(came.digest("hex")).toBe(sent.update(`\r\n--${boundary}--\r\n`).digest("hex"));
  });
});

describe("a form", () => {
  const headersOf = async (body: Parameters<typeof form>[0] | undefined) => {
    const seen: (string | undefined)[] = [];
    await using server = await serve((request, response) => {
      const {
        "content-length": length,
        "transfer-encoding": encoding,
        "content-type": type,
      } = request.headers;
      seen.push(length, encoding, type?.replace(/=.*/, ""));
      request.resume().on("end", () => response.end('{"id":"1"}'));
    });
    await using engine = connect(server.url);
    const args = body ? form(body) : { body: { title: "é" } };
    expect(await engine.call(photos.create, args)).toEqual({ id: "1" });
    expect(server.requests).toEqual(["POST /photos"]);
    return seen;
  };

  test("with files is sent in chunks, one without in one piece", async () => {
    const type = "multipart/form-data; boundary";
    expect(await headersOf(bytesOf("123"))).toEqual([undefined, "chunked", type]);
    const [length, encoding, plainType] = await headersOf(undefined);
    expect([Number(length) > 100, encoding, plainType]).toEqual([true, undefined, type]);
  });

  test("is passed on as it comes", async () => {
    let came = "";
    await using server = await serve((request, response) => {
      request.setEncoding("utf8").on("data", (text: string) => {
        came += text;
      });
      request.on("end", () => response.end('{"id":"1"}'));
    });
    await using engine = connect(server.url);
    const open = openFile();
    const outcome = outcomeOf(engine.call(photos.create, { body: { title: "a", photo: open.parts } }));
    await until(() => came.includes("application/x-thing"));
    open.give("first");
    await until(() => came.endsWith("first"));
    open.give("second");
    await until(() => came.endsWith("second"));
    open.end();
    await until(() => "value" in outcome);
    expect([outcome, server.requests]).toEqual([{ value: { id: "1" } }, ["POST /photos"]]);
  });
});

test("what a file throws breaks the request off: no end of it arrives, and nothing is left", async () => {
  let came = "";
  await using server = await tcpServer((socket) => {
    socket.on("data", (bytes) => {
      came += bytes.toString("latin1");
    });
  });
  const limit = counting();
  await using engine = connect(server.url, { limits: [limit] });
  const refused = badInput("a.bin is larger than 1 MB.");
  const open = openFile();
  const outcome = outcomeOf(engine.call(photos.create, { body: { title: "a", photo: open.parts } }));
  open.give("1234567");
  await until(() => came.endsWith("\r\n7\r\n1234567\r\n"));
  open.fail(refused);
  await until(() => server.sockets.size === 0);
  expect(outcome.error).toBe(refused);
  expect(came).toMatch(/\r\n7\r\n1234567\r\n$/);
  await engine.clock.advance(500);
  expect([engine.upstream.state, engine.clock.pending, limit.inFlight]).toEqual(["untried", 0, 0]);
});

describe("an upstream that answers 413", () => {
  /** Uploads a file of 30 MB, of which only a part is wanted. */
  const upload = async (server: SocketServer) => {
    await using engine = connect(server.url);
    const large = largeFile((30 * mega) / chunkBytes);
    const outcome = outcomeOf(engine.call(photos.create, form(large.bytes())));
    await until(() => "error" in outcome);
    expect(outcome.error).toMatchObject({
      code: "UPSTREAM_REJECTED",
      message: "POST /photos of Things answered 413: the upload is larger than it takes.",
      facts: { status: 413, attempts: 1 },
    });
    expect([server.requests.length, engine.clock.pending, engine.upstream.state]).toEqual([
      1,
      0,
      "answering",
    ]);
    return large.asked;
  };

  test("and reads on is heard before the body is whole", async () => {
    await using server = await serve((request, response) => {
      request.once("data", () => response.writeHead(413).end("too large"));
      request.resume();
    });
    expect(await upload(server)).toBeLessThan((30 * mega) / chunkBytes);
  });

  test("and reads no more is, too", async () => {
    await using server = await serve((_, response) => void response.writeHead(413).end("too large"));
    expect(await upload(server)).toBeLessThan((30 * mega) / chunkBytes);
  });

  test("and closes is, too", async () => {
    await using server = await serve(
      (_, response) => void response.writeHead(413, { connection: "close" }).end("too large"),
    );
    expect(await upload(server)).toBeLessThan((30 * mega) / chunkBytes);
  });
});

test("an upstream that stops reading is given no more than fits on the way, and given up after 15 s", async () => {
  await using server = await tcpServer((socket) => socket.pause());
  const limit = counting();
  await using engine = connect(server.url, { limits: [limit], deadlineMs: 60_000 });
  const large = largeFile((200 * mega) / chunkBytes);
  const outcome = outcomeOf(engine.call(photos.create, form(large.bytes())));
  let before = -1;
  while (before < large.asked) {
    before = large.asked;
    await realTime(50);
  }
  expect((large.asked * chunkBytes) / mega).toBeLessThan(20);
  await engine.clock.advance(14_999);
  expect(outcome).toEqual({});
  await engine.clock.advance(1);
  await until(() => "error" in outcome);
  expect(outcome.error).toMatchObject({
    code: "UPSTREAM_TIMEOUT",
    message: expect.stringMatching(/^Things took the files of POST \/photos too slowly/),
    facts: { attempts: 1 },
  });
  const { asked } = large;
  await settled();
  expect([large.asked - asked, engine.upstream.state, engine.clock.pending, limit.inFlight]).toEqual([
    0,
    "failing",
    0,
    0,
  ]);
});

test("an upstream that resets before the end has done nothing", async () => {
  let heard = 0;
  await using server = await tcpServer((socket) => {
    socket.once("data", () => {
      heard += 1;
      socket.resetAndDestroy();
    });
  });
  await using engine = connect(server.url);
  const large = largeFile((30 * mega) / chunkBytes);
  await expect(engine.call(photos.create, form(large.bytes()))).rejects.toMatchObject({
    code: "UPSTREAM_UNAVAILABLE",
    facts: { attempts: 1 },
  });
  expect([heard, engine.clock.pending, large.asked < (30 * mega) / chunkBytes]).toEqual([1, 0, true]);
});

test("a connection that is refused leaves the file as it is, so that the upload is tried again", async () => {
  const server = await tcpServer(() => {});
  await server[Symbol.asyncDispose]();
  await using engine = connect(server.url);
  const open = openFile();
  await expect(engine.call(photos.create, { body: { title: "a", photo: open.parts } })).rejects.toMatchObject(
    { code: "UPSTREAM_UNAVAILABLE", facts: { attempts: 3 } },
  );
  expect([open.asked, engine.clock.pending]).toEqual([0, 0]);
});
