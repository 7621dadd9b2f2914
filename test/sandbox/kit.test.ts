import { expect, test } from "vitest";
import { DELETE, GET, POST } from "../../src/rest/endpoint.ts";
import { createEmulator, type EmulatorOptions } from "../../src/sandbox/create-emulator.ts";
import type { Emulator, HandlerRequest, Handlers, Reply, Routes } from "../../src/sandbox/emulator.ts";
import { ConnectionFault } from "../../src/sandbox/faults.ts";
import { listen } from "../../src/sandbox/http.ts";
import { uuidMaker } from "../../src/sandbox/random.ts";
import { slidingWindow } from "../../src/sandbox/rate-limit.ts";
import { Refusal } from "../../src/sandbox/refusal.ts";

const api = {
  things: {
    getByName: GET("/things/{name}").returns(),
    getById: GET("/things/{id}").returns(),
    list: GET("/things").returns(),
    getByTag: GET("/things?tag={tag}").returns(),
    special: GET("/things/special").returns(),
    create: POST("/things").body<{ readonly name: string }>().returns(),
    delete: DELETE("/things/{id}").body<{ readonly reason: string }>().returns(),
  },
};

const pathParameters = {
  id: { description: "digits", pattern: /^\d+$/ },
  name: { description: "small letters and spaces", pattern: /^[a-zü ]+$/ },
};

const show = (request: HandlerRequest<string>): Reply => ({
  status: 200,
  body: { params: request.params, query: request.query.toString(), body: request.body },
});

function kit(options: Partial<EmulatorOptions> = {}) {
  const clock = { nowMs: 1_000_000, slept: [] as number[] };
  const created: unknown[] = [];
  const handlers: Handlers<typeof api> = {
    things: {
      getByName: show,
      getById: show,
      list: show,
      getByTag: ({ params }) => {
        if (params.tag === "") throw new Refusal(400, "tag must not be empty");
        return { status: 200, body: { tag: params.tag } };
      },
      special: () => ({ status: 204 }),
      create: ({ body }) => {
        created.push(body);
        return { status: 200, body: { id: String(created.length) } };
      },
      delete: show,
    },
  };
  const emulator = createEmulator({
    routes: { api, handlers: handlers as Routes["handlers"] },
    pathParameters,
    limits: [],
    authenticate: ({ headers }) => (headers.authorization === "key" ? undefined : { status: 401 }),
    errorReply: (status, message) => ({ status, body: { error: message } }),
    settings: {
      nowMs: () => clock.nowMs,
      sleep: async (ms) => {
        clock.slept.push(ms);
        clock.nowMs += ms;
      },
    },
    ...options,
  });
  return { emulator, clock, created };
}

const ask = (emulator: Emulator, call: string, body: unknown = "", authorization = "key"): Promise<Reply> => {
  const [method = "", target = ""] = call.split(" ");
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return emulator.handle({ method, target, headers: { authorization }, body: text });
};

const rows = (emulator: Emulator) => emulator.journal.map(({ row, status }) => [row, status]);

test("between rows of one shape the patterns of their arguments decide, and fixed words come before both", async () => {
  const { emulator } = kit();
  await ask(emulator, "GET /things/42");
  await ask(emulator, "GET /things/special");
  await ask(emulator, "GET /things/gr%C3%BCn%20oak");
  await ask(emulator, "GET /things/A-1");
  expect(rows(emulator)).toEqual([
    ["things.getById", 200],
    ["things.special", 204],
    ["things.getByName", 200],
    [undefined, 404],
  ]);
});

test("path arguments arrive decoded, and the journal keeps them as they came", async () => {
  const { emulator } = kit();
  const reply = await ask(emulator, "GET /things/gr%C3%BCn%20oak?b=1&a=%2B");
  expect(reply.body).toMatchObject({ params: { name: "grün oak" }, query: "b=1&a=%2B" });
  expect(emulator.journal).toEqual([
    {
      atMs: 1_000_000,
      method: "GET",
      path: "/things/gr%C3%BCn%20oak",
      query: "b=1&a=%2B",
      row: "things.getByName",
      status: 200,
      body: "",
    },
  ]);
});

test("a template with a query key takes the requests that have the key, an empty value included", async () => {
  const { emulator } = kit();
  expect(await ask(emulator, "GET /things?tag=a%20b")).toEqual({ status: 200, body: { tag: "a b" } });
  expect(await ask(emulator, "GET /things?tag=")).toEqual({
    status: 400,
    body: { error: "tag must not be empty" },
  });
  await ask(emulator, "GET /things?other=1");
  expect(rows(emulator).at(-1)).toEqual(["things.list", 200]);
});

test("an unknown path, method or percent sign that encodes nothing is 404", async () => {
  const { emulator } = kit();
  for (const call of [
    "GET /thing",
    "PUT /things/42",
    "GET /things/%E0%A4%A",
    "GET /things/",
    "GET /things/42/x",
  ]) {
    expect(await ask(emulator, call)).toMatchObject({ status: 404 });
  }
});

test("a base path stands before every route", async () => {
  const { emulator } = kit({ basePath: "/v2" });
  expect(await ask(emulator, "GET /v2/things")).toMatchObject({ status: 200 });
  expect(await ask(emulator, "GET /things")).toMatchObject({ status: 404 });
  expect(await ask(emulator, "GET /v20/things")).toMatchObject({ status: 404 });
});

test("a body is parsed, also that of a DELETE, and one that is no JSON is 400", async () => {
  const { emulator, created } = kit();
  expect(await ask(emulator, "DELETE /things/7", { reason: "old" })).toMatchObject({
    body: { body: { reason: "old" } },
  });
  expect(await ask(emulator, "POST /things", '{"name":')).toMatchObject({ status: 400 });
  expect(created).toEqual([]);
});

test("authentication comes before limits and routes, and each refusal is in the journal without a row", async () => {
  const { emulator } = kit({
    limits: [slidingWindow({ calls: 1, windowMs: 1000 })],
    before: ({ target }) => (target.includes("odd") ? { status: 418 } : undefined),
    requestId: uuidMaker("test"),
  });
  expect(await ask(emulator, "GET /nowhere", "", "wrong")).toMatchObject({ status: 401 });
  const odd = await ask(emulator, "GET /things?odd");
  expect(odd).toMatchObject({
    status: 418,
    headers: { "request-id": expect.stringMatching(/^[0-9a-f-]{36}$/) },
  });
  expect(await ask(emulator, "GET /things")).toMatchObject({ status: 429 });
  expect(rows(emulator)).toEqual([
    [undefined, 401],
    [undefined, 418],
    [undefined, 429],
  ]);
});

test("errors count against the limit, refused calls do not, and each credential has its own", async () => {
  const { emulator, clock } = kit({
    limits: [slidingWindow({ calls: 2, windowMs: 1000 })],
    authenticate: () => undefined,
  });
  const status = async (call: string, key = "key") => (await ask(emulator, call, "", key)).status;
  expect([await status("GET /nowhere"), await status("GET /things"), await status("GET /things")]).toEqual([
    404, 200, 429,
  ]);
  expect(await status("GET /things", "other")).toBe(200);
  clock.nowMs += 1000;
  expect(await status("GET /things")).toBe(200);
});

test("limits are off when the settings say so", async () => {
  const { emulator } = kit({
    limits: [slidingWindow({ calls: 0, windowMs: 1000 })],
    settings: { nowMs: () => 0, sleep: async () => {}, enforceLimits: false },
  });
  expect(await ask(emulator, "GET /things")).toMatchObject({ status: 200 });
});

test("a fault strikes its row as many times as it says, and ends when told to", async () => {
  const { emulator } = kit();
  emulator.inject({ row: "things.list", times: 2, reply: { status: 503 } });
  const end = emulator.inject({ row: "*", reply: { status: 500 } });
  const statuses = [];
  for (const call of ["GET /things/1", "GET /things", "GET /things", "GET /things"]) {
    statuses.push((await ask(emulator, call)).status);
  }
  end();
  statuses.push((await ask(emulator, "GET /things")).status);
  expect(statuses).toEqual([500, 503, 503, 500, 200]);
});

test("a fault that waits does so by the settings' clock", async () => {
  const { emulator, clock } = kit();
  emulator.inject({ row: "things.list", delayMs: 250, times: 1 });
  expect(await ask(emulator, "GET /things")).toMatchObject({ status: 200 });
  expect(clock.slept).toEqual([250]);
});

test("reset and silence reject before the call takes effect, or after it", async () => {
  const { emulator, created } = kit();
  emulator.inject({ row: "things.create", kind: "reset", times: 1 });
  await expect(ask(emulator, "POST /things", { name: "a" })).rejects.toEqual(new ConnectionFault("reset"));
  expect(created).toEqual([]);
  emulator.inject({ row: "things.create", kind: "silent", times: 1, afterEffect: true });
  await expect(ask(emulator, "POST /things", { name: "b" })).rejects.toBeInstanceOf(ConnectionFault);
  expect(created).toEqual([{ name: "b" }]);
  expect(rows(emulator)).toEqual([
    ["things.create", "reset"],
    ["things.create", "silent"],
  ]);
});

test("an answer that is replaced after its effect hides a write that happened", async () => {
  const { emulator, created } = kit();
  emulator.inject({ row: "things.create", reply: { status: 503 }, afterEffect: true });
  expect(await ask(emulator, "POST /things", { name: "a" })).toEqual({ status: 503 });
  expect(created).toEqual([{ name: "a" }]);
});

test("a cut answer has half the body under the length of the whole", async () => {
  const { emulator } = kit();
  const whole = JSON.stringify((await ask(emulator, "GET /things")).body);
  emulator.inject({ row: "things.list", kind: "cut" });
  expect(await ask(emulator, "GET /things")).toEqual({
    status: 200,
    headers: { "content-type": "application/json", "content-length": String(whole.length) },
    body: whole.slice(0, Math.floor(whole.length / 2)),
  });
});

test("a cleared journal starts anew", async () => {
  const { emulator } = kit();
  await ask(emulator, "GET /things");
  emulator.clearJournal();
  expect(emulator.journal).toEqual([]);
});

test("over sockets bodies, faults and closing are real", async () => {
  const { emulator, created } = kit();
  let arrived = (_target: string): void => {};
  const heard: Emulator = {
    ...emulator,
    handle: (request) => {
      arrived(request.target);
      return emulator.handle(request);
    },
  };
  const server = await listen(heard, { host: "127.0.0.1", port: 0 });
  const at = (path: string, init: RequestInit = {}) =>
    fetch(server.url + path, { ...init, headers: { authorization: "key" } });
  try {
    const reply = await at("/things", { method: "POST", body: JSON.stringify({ name: "ü" }) });
    expect([reply.status, reply.headers.get("content-type"), await reply.json()]).toEqual([
      200,
      "application/json",
      { id: "1" },
    ]);
    expect(created).toEqual([{ name: "ü" }]);
    expect((await at("/things/special")).status).toBe(204);

    emulator.inject({ row: "things.list", kind: "reset", times: 1 });
    await expect(at("/things")).rejects.toThrow();
    emulator.inject({ row: "things.list", kind: "cut", times: 1 });
    const cut = await at("/things");
    expect(cut.status).toBe(200);
    await expect(cut.text()).rejects.toThrow();
    emulator.inject({ row: "things.list", kind: "silent", times: 1 });
    const arrival = new Promise<string>((resolve) => {
      arrived = resolve;
    });
    const silent = at("/things").then(
      () => "answered",
      () => "broken",
    );
    expect(await arrival).toBe("/things");
    await server.close();
    expect(await silent).toBe("broken");
  } finally {
    await server.close().catch(() => undefined);
  }
  expect(emulator.journal.map(({ status }) => status)).toEqual([200, 204, "reset", 200, "silent"]);
});
