import { describe, expect, test } from "vitest";
import { clientWith } from "../support/clients.ts";
import { testClock } from "../support/clock.ts";
import { startServer, type TestServer } from "../support/server.ts";
import { applied, until } from "./upload-client.ts";

const query =
  'mutation NewTier { createLabel(input: { type: TIER, name: "Gold", color: "#123456" }) { labelId } }';
const create = { query };

const audit = ({ auditLines }: TestServer) => auditLines.map((line) => JSON.parse(line));
const inLog = ({ logLines }: TestServer, msg: string) =>
  logLines.map((line) => JSON.parse(line)).filter((line) => line.msg === msg);

describe("a field of a mutation is in the audit once", () => {
  test("when its client has not the scope for it", async () => {
    await using server = await startServer({ authenticate: () => clientWith("assembly:read") });
    await server.post(create);
    expect(audit(server)).toMatchObject([
      { client: "tester", operation: "NewTier", field: "createLabel", ids: [], outcome: "FORBIDDEN" },
    ]);
    expect(server.calls()).toEqual([]);
  });

  test("when the gateway is read-only", async () => {
    await using server = await startServer({ parts: { isReadOnly: true } });
    await server.post(create);
    expect(audit(server)).toMatchObject([{ field: "createLabel", outcome: "FORBIDDEN" }]);
  });

  test("when it came by GET, which runs no mutation", async () => {
    await using server = await startServer();
    const headers = { "apollo-require-preflight": "true" };
    const { status } = await server.request(`/graphql?query=${encodeURIComponent(query)}`, { headers });
    expect(status).toBe(405);
    expect(audit(server)).toMatchObject([
      { operation: "NewTier", field: "createLabel", outcome: "BAD_REQUEST" },
    ]);
    expect(inLog(server, "operation")).toMatchObject([{ name: "NewTier", kind: "mutation", errors: 1 }]);
  });

  test("however often it is sent again with its idempotency key", async () => {
    await using server = await startServer();
    const headers = { "idempotency-key": "key-1" };
    for (let sent = 0; sent < 3; sent += 1) await server.post(create, headers);
    expect(audit(server)).toMatchObject([{ field: "createLabel", outcome: "done" }]);
    expect(inLog(server, "operation").map(({ answeredBy }) => answeredBy)).toEqual([
      "run",
      "replay",
      "replay",
    ]);
  });

  test("when its client leaves, and only once it has ended", async () => {
    const clock = testClock();
    await using server = await startServer({ clock });
    server.sandbox.assembly.inject({ row: "labels.create", delayMs: 2_000, times: 1 });
    const leaving = new AbortController();
    const init = {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(create),
    };
    const answer = server.request("/graphql", { ...init, signal: leaving.signal }).catch(() => "left");
    await until(() => server.sandbox.assembly.journal.length > 0);
    leaving.abort();
    expect(await answer).toBe("left");
    await until(() => inLog(server, "request").length > 0);
    expect(audit(server)).toEqual([]);
    await clock.advance(2_000);
    await until(() => server.auditLines.length > 0);
    expect(applied(server)).toEqual(["labels.create"]);
    await clock.advance(30_000);
    expect(audit(server)).toMatchObject([{ field: "createLabel", outcome: "done", durationMs: 2_000 }]);
  });

  test("when time is up for its operation before it has ended, as it ends in the end", async () => {
    const clock = testClock();
    await using server = await startServer({ clock });
    server.sandbox.assembly.inject({ row: "labels.create", kind: "silent" });
    const answer = server.post(create);
    await until(() => server.sandbox.assembly.journal.length > 0);
    await clock.advance(60_000);
    expect((await answer).json.errors).toHaveLength(1);
    await until(() => server.auditLines.length > 0);
    expect(audit(server)).toMatchObject([
      { field: "createLabel", outcome: expect.stringMatching(/^UPSTREAM_/) },
    ]);
  });
});

test("a request that Apollo Server refuses tells its code in the log", async () => {
  await using server = await startServer();
  await server.post({ query: "{ viewer { id } }", variables: "planted" });
  expect(inLog(server, "operation")).toMatchObject([
    { status: 400, errors: 1, errorCodes: { BAD_REQUEST: 1 } },
  ]);
});
