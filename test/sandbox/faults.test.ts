import { createGunzip } from "node:zlib";
import { describe, expect, test } from "vitest";
import type { AnswerFaultKind } from "../../src/sandbox/fault.ts";
import { ConnectionFault } from "../../src/sandbox/faults.ts";
import { ask, kit, rows } from "./kit.ts";

/** Asks often enough for a pattern to show. */
async function statusesOf(emulator: Parameters<typeof ask>[0], calls: readonly string[]): Promise<number[]> {
  const statuses = [];
  for (const call of calls) statuses.push((await ask(emulator, call)).status);
  return statuses;
}

const four = ["GET /things", "GET /things", "GET /things", "GET /things"];

describe("a fault", () => {
  test("strikes its row as many times as it says, and ends when told to", async () => {
    const { emulator } = kit();
    emulator.inject({ row: "things.list", times: 2, reply: { status: 503 } });
    const end = emulator.inject({ row: "*", reply: { status: 500 } });
    expect(await statusesOf(emulator, ["GET /things/1", ...four.slice(1)])).toEqual([500, 503, 503, 500]);
    await end();
    expect(await statusesOf(emulator, ["GET /things"])).toEqual([200]);
  });

  test("lets calls of its row pass first, in the middle of which it strikes", async () => {
    const { emulator } = kit();
    emulator.inject({ row: "things.list", skips: 2, times: 1, reply: { status: 401 } });
    expect(await statusesOf(emulator, ["GET /things/1", ...four])).toEqual([200, 200, 200, 401, 200]);
  });

  test("of several answers gives each in turn, for as long as it lasts", async () => {
    const { emulator, clock } = kit();
    const reply = [500, 502, 503].map((status) => ({ status }));
    emulator.inject({ row: "things.list", lastsMs: 30_000, reply });
    expect(await statusesOf(emulator, four)).toEqual([500, 502, 503, 500]);
    clock.nowMs += 29_999;
    expect(await statusesOf(emulator, ["GET /things"])).toEqual([502]);
    clock.nowMs += 1;
    expect(await statusesOf(emulator, ["GET /things"])).toEqual([200]);
  });

  test("that waits does so by the settings' clock", async () => {
    const { emulator, clock } = kit();
    emulator.inject({ row: "things.list", delayMs: 250, times: 1 });
    expect(await ask(emulator, "GET /things")).toMatchObject({ status: 200 });
    expect(clock.slept).toEqual([250]);
  });
});

describe("a write", () => {
  test("that meets reset or silence has taken effect or not, and the journal tells which", async () => {
    const { emulator, created } = kit();
    emulator.inject({ row: "things.create", kind: "reset", times: 1 });
    await expect(ask(emulator, "POST /things", { name: "a" })).rejects.toEqual(new ConnectionFault("reset"));
    expect(created).toEqual([]);
    emulator.inject({ row: "things.create", kind: "silent", times: 1, afterEffect: true });
    await expect(ask(emulator, "POST /things", { name: "b" })).rejects.toBeInstanceOf(ConnectionFault);
    expect(created).toEqual([{ name: "b" }]);
    await ask(emulator, "POST /things", "no JSON");
    await ask(emulator, "POST /things", { name: "c" });
    await ask(emulator, "GET /things");
    expect(emulator.journal.map(({ status, applied }) => [status, applied])).toEqual([
      ["reset", undefined],
      ["silent", true],
      [400, undefined],
      [200, true],
      [200, undefined],
    ]);
  });

  test("whose answer is replaced after its effect has happened unseen", async () => {
    const { emulator, created } = kit();
    emulator.inject({ row: "things.create", reply: { status: 503 }, afterEffect: true });
    expect(await ask(emulator, "POST /things", { name: "a" })).toEqual({ status: 503 });
    expect(created).toEqual([{ name: "a" }]);
    expect(emulator.journal).toMatchObject([{ status: 503, applied: true }]);
  });
});

test("a refused connection brings no call into the journal, until the last refusal has ended", async () => {
  const { emulator } = kit();
  const ends = [emulator.inject({ kind: "refused" }), emulator.inject({ kind: "refused" })];
  for (const end of ends) {
    await expect(ask(emulator, "GET /things")).rejects.toMatchObject({
      kind: "refused",
      code: "ECONNREFUSED",
    });
    await end();
  }
  expect(await ask(emulator, "GET /things")).toMatchObject({ status: 200 });
  expect(rows(emulator)).toEqual([["things.list", 200]]);
});

/** An answer that was spoilt, and what it would have been. */
async function spoilt(kind: AnswerFaultKind, body?: unknown) {
  const { emulator, clock } = kit();
  if (body !== undefined) emulator.inject({ row: "things.list", times: 1, reply: { status: 200, body } });
  const whole = JSON.stringify((await ask(emulator, "GET /things")).body);
  emulator.inject({ row: "things.list", kind, ...(body !== undefined && { reply: { status: 200, body } }) });
  return { whole, reply: await ask(emulator, "GET /things"), clock };
}

async function* none(): AsyncGenerator<Uint8Array> {}

const textOf = async (stream: AsyncIterable<Uint8Array> = none()): Promise<string> => {
  const chunks = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
};

describe("an answer", () => {
  test("that is cut has half the body, as if it were whole", async () => {
    const { whole, reply } = await spoilt("cut");
    expect(reply).toEqual({ status: 200, body: whole.slice(0, Math.floor(whole.length / 2)) });
  });

  test("that is reset in its body sends half of it under the length of the whole", async () => {
    const { whole, reply } = await spoilt("resetMidBody");
    expect(reply.headers).toEqual({ "content-length": String(whole.length) });
    const chunks = (reply.stream ?? none())[Symbol.asyncIterator]();
    expect(String((await chunks.next()).value)).toBe(whole.slice(0, Math.floor(whole.length / 2)));
    await expect(chunks.next()).rejects.toEqual(new ConnectionFault("reset"));
  });

  test("that drips is whole in the end, a byte every 200 ms", async () => {
    const { whole, reply, clock } = await spoilt("drip");
    expect(await textOf(reply.stream)).toBe(whole);
    expect(clock.slept).toEqual(Array.from(whole, () => 200));
  });

  test("that is silent after its head has a status and no first byte", async () => {
    const { reply } = await spoilt("silentAfterHead");
    expect(reply.status).toBe(200);
    const first = reply.stream?.[Symbol.asyncIterator]().next();
    const later = new Promise((resolve) => setImmediate(resolve, "nothing yet"));
    expect(await Promise.race([first, later])).toBe("nothing yet");
  });

  test("without end still comes after 100 MB", async () => {
    const { reply } = await spoilt("endless");
    let bytes = 0;
    for await (const chunk of reply.stream ?? none()) {
      bytes += chunk.length;
      if (bytes > 100 * 1024 * 1024) break;
    }
    expect(bytes).toBeGreaterThan(100 * 1024 * 1024);
  });

  test("that is a bomb is small on its way and 200 MB when it is inflated", async () => {
    const { reply } = await spoilt("bomb");
    expect(reply.headers).toEqual({ "content-encoding": "gzip" });
    const inflated = createGunzip();
    let sentBytes = 0;
    let bytes = 0;
    inflated.on("data", (chunk: Buffer) => {
      bytes += chunk.length;
    });
    for await (const chunk of reply.stream ?? none()) {
      sentBytes += chunk.length;
      inflated.write(chunk);
    }
    await new Promise<void>((resolve) => void inflated.on("end", resolve).end());
    expect(bytes).toBe(200 * 1024 * 1024);
    expect(sentBytes).toBeLessThan(300 * 1024);
  });
});

describe("an answer with 100 000 items has rows of its own kind, each under its own id", () => {
  const id = "8ce1939e-0000-4000-8000-000000000000";
  const thing = { id, name: "a", link: `/things/${id}` };
  const ids = (list: readonly { readonly id: string }[]) => new Set(list.map((row) => row.id));

  test("in a list", async () => {
    const { reply } = await spoilt("manyItems", { page: { data: [thing], has_next_page: false } });
    const { data, has_next_page } = JSON.parse(await textOf(reply.stream)).page;
    expect([data.length, ids(data).size, has_next_page]).toEqual([100_000, 100_000, false]);
    expect(data[77_777]).toEqual({ ...thing, id: data[77_777].id, link: `/things/${data[77_777].id}` });
    expect(data[77_777].id).toHaveLength(id.length);
  });

  test("in a map by id", async () => {
    const { reply } = await spoilt("manyItems", { things: { [id]: thing }, total: 1 });
    const { things, total } = JSON.parse(await textOf(reply.stream));
    const entries = Object.entries<typeof thing>(things);
    expect([entries.length, total]).toEqual([100_000, 1]);
    expect(entries.every(([key, row]) => row.id === key)).toBe(true);
  });

  test("in a list of itself where it has none", async () => {
    const { reply } = await spoilt("manyItems", thing);
    expect(ids(JSON.parse(await textOf(reply.stream))).size).toBe(100_000);
  });
});

test("novel values stand in the fields of enums, and unknown fields in records alone", async () => {
  const record = { id: "1", role: "agent", channels: ["email"], name: "status", type: null };
  const { reply } = await spoilt("novel", { people: { "1": record }, total: 1 });
  expect(reply.stream).toBeUndefined();
  expect(JSON.stringify(reply.body)).toBe(
    JSON.stringify({
      people: {
        "1": {
          ...record,
          role: "something-new",
          channels: ["something-new", "email"],
          ["__proto__"]: { novelty: "something-new" },
          novelty: { nested: [null] },
        },
      },
      total: 1,
    }),
  );
});
