import { expect, test } from "vitest";
import { createClient } from "../../src/auth/client.ts";
import { clientWith } from "../support/clients.ts";
import { startServer } from "../support/server.ts";

const reader = createClient("reader", ["assembly:read"]);
const all = clientWith("assembly:read", "web1on1:read");

test("a thousand equal queries of two clients with different scopes are each answered by the scopes of their own", async () => {
  const authenticate = ({
    headers,
  }: {
    readonly headers: { readonly authorization?: string | undefined };
  }) => (headers.authorization === "Bearer all" ? all : reader);
  await using server = await startServer({ authenticate });
  const query =
    '{ viewer { status } account(by: { domain: "acme.example" }) { name organization { name } } }';
  const seen = { all: 0, reader: 0 };
  const send = async (number: number) => {
    const name = number % 2 === 0 ? "all" : "reader";
    // Of each client some are answered from the cache, or share an execution, and some read anew.
    const isNew = number % 20 < 2;
    const { json, status } = await server.post(
      { query },
      { authorization: `Bearer ${name}`, ...(isNew && { "cache-control": "no-cache" }) },
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
    await Promise.all(Array.from({ length: 50 }, (_, at) => send(batch * 50 + at)));
  }
  expect(seen).toEqual({ all: 500, reader: 500 });
}, 60_000);
