import { expect, test } from "vitest";
import { createClient } from "../../src/auth/client.ts";
import type { Authenticate } from "../../src/server/authentication.ts";
import { startServer } from "../support/server.ts";

// Two tokens of one subject, so that nothing but their scopes tells them apart.
const reader = createClient("jwt:desk", ["assembly:read"]);
const all = createClient("jwt:desk", ["assembly:read", "web1on1:read"]);

test("a thousand equal queries of two clients with different scopes are each answered by the scopes of their own", async () => {
  const authenticate: Authenticate = ({ headers }) => (headers.authorization === "Bearer all" ? all : reader);
  let allTaken: Promise<void> | undefined;
  // Systems answer once all queries of a batch have come, so that all kinds of them are in flight together.
  await using server = await startServer({ authenticate, sandbox: { sleep: async () => allTaken } });
  const query =
    '{ viewer { status } account(by: { domain: "acme.example" }) { name organization { name } } }';
  for (const system of ["assembly", "web1on1"] as const)
    server.sandbox[system].inject({ row: "*", delayMs: 1 });
  const seen = { all: 0, reader: 0 };
  const before = server.server.answers.numbers;
  const send = async (number: number, isRouted = true) => {
    const name = number % 2 === 0 ? "all" : "reader";
    // Of each client some read anew, while the others share an execution or are answered from the cache.
    const isNew = number % 20 < 2;
    const { json, status } = await server.post(
      { query },
      {
        authorization: `Bearer ${name}`,
        ...(isNew && { "cache-control": "no-cache" }),
        // Taken on by the routes, whatever is kept, so that those of a batch can be counted.
        ...(isRouted && { "content-type": "application/json; charset=utf-8" }),
      },
    );
    expect(status).toBe(200);
    const isAll = json.data.viewer !== null && json.data.account.organization !== null;
    const isRefused = json.data.viewer === null && json.data.account.organization === null;
    expect(name === "all" ? isAll : isRefused).toBe(true);
    expect(json.data.account.name).toBe("Acme Robotics");
    const codes = (json.errors ?? []).map(
      ({ extensions }: { extensions: { code: string } }) => extensions.code,
    );
    expect(codes).toEqual(name === "all" ? [] : ["FORBIDDEN", "FORBIDDEN"]);
    seen[name] += 1;
  };
  for (let batch = 0; batch < 20; batch += 1) {
    allTaken = server.taken((batch + 1) * 50);
    await Promise.all(Array.from({ length: 50 }, (_, at) => send(batch * 50 + at)));
  }
  const { routed } = server;
  await Promise.all(Array.from({ length: 50 }, (_, at) => send(at, false)));
  expect(seen).toEqual({ all: 525, reader: 525 });
  // The others were answered ahead of the routes.
  expect(server.routed - routed).toBeLessThan(40);
  const after = server.server.answers.numbers;
  expect(after.hits - before.hits).toBeGreaterThan(50);
  expect((after.shared ?? 0) - (before.shared ?? 0)).toBeGreaterThan(20);
}, 60_000);
