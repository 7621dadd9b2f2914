import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { startServer, type TestServer } from "../support/server.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const project = "examples/bff/tsconfig.json";
const day = "day=2026-03-04";

interface RunningBff extends AsyncDisposable {
  ask(path: string): Promise<{ status: number; headers: Headers; json: unknown }>;
}

/** Starts the example as its own comment says, on a free port, over a gateway. */
async function startBff(gatewayUrl: string): Promise<RunningBff> {
  const child: ChildProcess = spawn(process.execPath, ["--import", "tsx", "examples/bff/server.ts"], {
    cwd: root,
    env: {
      PATH: process.env.PATH,
      TSX_TSCONFIG_PATH: project,
      GATEWAY_URL: `${gatewayUrl}/graphql`,
      PORT: "0",
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(child, "close");
  const [printed] = await Promise.race([
    once(child.stdout ?? child, "data"),
    ended.then(() => Promise.reject(new Error("It ended."))),
  ]);
  const { origin } = new URL(String(printed).trim());
  return {
    async ask(path) {
      const response = await fetch(origin + path);
      return { status: response.status, headers: response.headers, json: await response.json() };
    },
    async [Symbol.asyncDispose]() {
      child.kill("SIGKILL");
      await ended;
    },
  };
}

const staffCalls = ({ calls }: TestServer): string[] => calls().map((call) => call.split("/")[0] ?? "");

test("the example answers who serves a customer, with few calls, and names what is missing", {
  timeout: 60_000,
}, async () => {
  await using server = await startServer();
  await using bff = await startBff(server.url);

  const whole = await bff.ask(`/customers/acme.example/staff?${day}`);
  expect(whole.status).toBe(200);
  expect(whole.json).toMatchObject({ customer: "Acme Robotics", missing: [] });
  const { staff } = whole.json as { staff: { name: string; activities: { kind: string }[] }[] };
  expect(staff.length).toBeGreaterThanOrEqual(15);
  expect(staff.flatMap(({ activities }) => activities).length).toBeGreaterThan(0);
  expect(staffCalls(server)).toHaveLength(7);
  await bff.ask(`/customers/acme.example/staff?${day}`);
  expect(server.calls()).toEqual([]);

  server.sandbox.assembled.inject({ row: "activities.list", reply: { status: 400, body: {} } });
  const partial = await bff.ask("/customers/acme.example/staff?day=2026-03-05");
  expect([partial.status, partial.json]).toMatchObject([200, { missing: ["assembled"] }]);

  const unknown = await bff.ask(`/customers/nothing.example/staff?${day}`);
  expect([unknown.status, unknown.json]).toEqual([404, { error: "No such customer." }]);
  expect((await bff.ask("/customers/acme.example/staff?day=soon")).status).toBe(404);
  server.calls();

  server.sandbox.assembly.inject({
    row: "accounts.getByDomain",
    reply: { status: 429, headers: { "retry-after": "20" }, body: {} },
  });
  const later = await bff.ask(`/customers/later.example/staff?${day}`);
  expect([later.status, later.json]).toMatchObject([503, { code: "UPSTREAM_RATE_LIMITED" }]);
  expect(Number(later.headers.get("retry-after"))).toBeGreaterThanOrEqual(19);
});

test("the example fits the types of the client", { timeout: 30_000 }, async () => {
  const tsc = promisify(execFile)("npx", ["tsc", "--project", project, "--noEmit"], { cwd: root });
  await expect(tsc).resolves.toEqual({ stdout: "", stderr: "" });
});
