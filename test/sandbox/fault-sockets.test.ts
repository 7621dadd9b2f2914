import { expect, test } from "vitest";
import type { Emulator } from "../../src/sandbox/emulator.ts";
import type { Fault } from "../../src/sandbox/fault.ts";
import { type Listening, listen } from "../../src/sandbox/http.ts";
import { kit } from "./kit.ts";

/** The made-up system behind a socket. */
async function listening(change: (emulator: Emulator) => Partial<Emulator> = () => ({})) {
  const { emulator, created, clock } = kit();
  const server: Listening = await listen(
    { ...emulator, ...change(emulator) },
    { host: "127.0.0.1", port: 0 },
  );
  return {
    emulator,
    created,
    clock,
    server,
    at: (path: string, init: RequestInit = {}) =>
      fetch(server.url + path, { ...init, headers: { authorization: "key" } }),
    [Symbol.asyncDispose]: () => server.close(),
  };
}

/** Code of the operating system for what broke a request. */
const codeOf = (error: unknown): unknown =>
  error instanceof Error && error.cause instanceof Error && "code" in error.cause ? error.cause.code : error;

test("bodies, statuses and closing are real", async () => {
  let arrived = (_target: string): void => {};
  await using made = await listening((emulator) => ({
    handle: (request) => {
      arrived(request.target);
      return emulator.handle(request);
    },
  }));
  const { at, created, emulator } = made;
  const reply = await at("/things", { method: "POST", body: JSON.stringify({ name: "ü" }) });
  expect([reply.status, reply.headers.get("content-type"), await reply.json()]).toEqual([
    200,
    "application/json",
    { id: "1" },
  ]);
  expect(created).toEqual([{ name: "ü" }]);
  expect((await at("/things/special")).status).toBe(204);

  emulator.inject({ row: "things.list", kind: "silent", times: 1 });
  const arrival = new Promise<string>((resolve) => {
    arrived = resolve;
  });
  const silent = at("/things").then(
    () => "answered",
    () => "broken",
  );
  expect(await arrival).toBe("/things");
  await made.server.close();
  expect(await silent).toBe("broken");
  expect(emulator.journal.map(({ status }) => status)).toEqual([200, 204, "silent"]);
});

test("a refused connection finds the port closed, and afterwards the same port open", async () => {
  await using made = await listening();
  const { at, emulator, server } = made;
  expect((await at("/things")).status).toBe(200);
  for (let time = 0; time < 3; time += 1) {
    const end = emulator.inject({ kind: "refused" });
    await expect(at("/things").catch(codeOf)).resolves.toBe("ECONNREFUSED");
    await end();
    expect((await at("/things")).status).toBe(200);
  }
  emulator.inject({ kind: "refused" });
  await server.close();
  expect(emulator.journal.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
});

test("a port that is closed while it is being opened is closed", async () => {
  await using made = await listening();
  const { at, emulator } = made;
  const end = emulator.inject({ kind: "refused" });
  let endAgain = async (): Promise<void> => {};
  const unwatch = emulator.watchDoor((isOpen) => {
    if (isOpen) endAgain = emulator.inject({ kind: "refused" });
  });
  await end();
  unwatch();
  await expect(at("/things").catch(codeOf)).resolves.toBe("ECONNREFUSED");
  await endAgain();
  expect((await at("/things")).status).toBe(200);
});

test("a call that is under way when its port closes is broken off", async () => {
  let arrived = (): void => {};
  const arrival = new Promise<void>((resolve) => {
    arrived = resolve;
  });
  await using made = await listening(() => ({
    handle: () => {
      arrived();
      return new Promise(() => {});
    },
  }));
  const answer = made.at("/things").catch(codeOf);
  await arrival;
  await using _refused = { [Symbol.asyncDispose]: made.emulator.inject({ kind: "refused" }) };
  expect(["ECONNRESET", "UND_ERR_SOCKET"]).toContain(await answer);
});

test("a connection that is reset breaks before any header", async () => {
  await using made = await listening();
  made.emulator.inject({ row: "things.list", kind: "reset" });
  await expect(made.at("/things").catch(codeOf)).resolves.toBe("ECONNRESET");
});

test.each<[string, Fault, string]>([
  ["is reset in its body", { row: "*", kind: "resetMidBody" }, "broken"],
  ["drips", { row: "*", kind: "drip" }, "whole"],
  ["is cut", { row: "*", kind: "cut" }, "half"],
])("an answer that %s has its head, and then a body that is %s", async (_, fault, end) => {
  await using made = await listening();
  const whole = await (await made.at("/things")).text();
  made.emulator.inject(fault);
  const reply = await made.at("/things");
  expect([reply.status, reply.headers.get("content-type")]).toEqual([200, "application/json"]);
  const text = await reply.text().catch(() => "broken");
  expect(text).toBe({ broken: "broken", whole, half: whole.slice(0, whole.length / 2) }[end]);
});

test("an answer that is silent after its head has a status and no body", async () => {
  await using made = await listening();
  made.emulator.inject({ row: "things.list", kind: "silentAfterHead" });
  const reply = await made.at("/things");
  expect(reply.status).toBe(200);
  const text = reply.text().catch(() => "broken");
  expect(await Promise.race([text, new Promise((resolve) => setImmediate(resolve, "nothing yet"))])).toBe(
    "nothing yet",
  );
  await made.server.close();
  expect(await text).toBe("broken");
});

test("a compressed answer is inflated by a client that takes it as what it says it is", async () => {
  await using made = await listening();
  made.emulator.inject({ row: "things.list", kind: "bomb" });
  const reply = await made.at("/things");
  expect(reply.headers.get("content-encoding")).toBe("gzip");
  let bytes = 0;
  for await (const chunk of reply.body ?? []) {
    bytes += chunk.length;
    if (bytes > 1024 * 1024) break;
  }
  expect(bytes).toBeGreaterThan(1024 * 1024);
});

test("a body without end ends when its client goes, and little of it is made ahead", async () => {
  let madeBytes = 0;
  let ended = (): void => {};
  const end = new Promise<void>((resolve) => {
    ended = resolve;
  });
  async function* watched(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    try {
      for await (const chunk of stream) {
        madeBytes += chunk.length;
        yield chunk;
      }
    } finally {
      ended();
    }
  }
  await using made = await listening((emulator) => ({
    handle: async (request) => {
      const { stream, ...reply } = await emulator.handle(request);
      return { ...reply, ...(stream && { stream: watched(stream) }) };
    },
  }));
  made.emulator.inject({ row: "things.list", kind: "endless" });
  const leaving = new AbortController();
  const reply = await made.at("/things", { signal: leaving.signal });
  const reader = reply.body?.getReader();
  await reader?.read();
  leaving.abort();
  await end;
  expect(madeBytes).toBeLessThan(32 * 1024 * 1024);
});
