import { expect, test } from "vitest";
import { createClient } from "../../src/auth/client.ts";
import { scopesOf } from "../../src/auth/scopes.ts";
import type { Authenticate } from "../../src/server/authentication.ts";
import { clientWith } from "../support/clients.ts";
import { gateway } from "../support/gateway.ts";
import { planned } from "../support/planned.ts";
import { startServer } from "../support/server.ts";

const document = "{ me { name scopes limits { operationsPerSecond callsPerSecond filesAtOnce } } }";

test("a client is told its name, its scopes and the limits of its own, for no call", async () => {
  const limits = { operationsPerSecond: 2.5, callsPerSecond: { assembly: 1 }, filesAtOnce: 3 };
  const made = gateway({ client: createClient("desk", ["web1on1:read", "assembly:read"], limits) });
  expect(await made.query(document)).toEqual({
    me: { name: "desk", scopes: ["assembly:read", "web1on1:read"], limits },
  });
  const { errors, plan } = await planned(made, document);
  expect(errors).toEqual([]);
  for (const { calls } of Object.values(plan ?? {})) expect(calls.most).toBe(0);
  expect(made.calls()).toEqual([]);
});

test("a client without any scope is told of itself, too, and of nothing else", async () => {
  const { execute } = gateway({ client: clientWith() });
  const { data, errors } = await execute("{ me { name scopes limits { filesAtOnce } } labels { name } }");
  expect(data).toEqual({ me: { name: "tester", scopes: [], limits: { filesAtOnce: null } }, labels: null });
  expect(errors.map(({ path }) => path)).toEqual([["labels"]]);
});

test("scopes to write are left out while the gateway is read-only", async () => {
  const { query } = gateway({
    client: clientWith("assembly:read", "assembly:write"),
    parts: { isReadOnly: true },
  });
  expect(await query("{ me { scopes } }")).toEqual({ me: { scopes: ["assembly:read"] } });
});

test("where clients do not say who they are, it is the anonymous one", async () => {
  const { me } = await gateway().query("{ me { name } }");
  expect(me).toEqual({ name: "anonymous" });
});

/** Believes what the header says; all have the same rights. */
const authenticate: Authenticate = ({ headers }) =>
  createClient(headers.authorization ?? "", scopesOf(["assembly", "assembled", "web1on1"]));

test("no client is given the answer of another with the same rights", async () => {
  await using server = await startServer({ authenticate });
  const nameOf = async (authorization: string) =>
    (await server.post({ query: "{ me { name } labels { name } }" }, { authorization })).json.data.me.name;
  expect(await nameOf("one")).toBe("one");
  expect(await nameOf("two")).toBe("two");
  expect(await Promise.all([nameOf("three"), nameOf("four"), nameOf("three")])).toEqual([
    "three",
    "four",
    "three",
  ]);
  expect(server.calls()).toEqual(["assembly GET /accounts/labels"]);
});

test("an answer that holds no secret of the client's credential", async () => {
  await using server = await startServer({ authenticate: () => createClient("desk", ["assembly:read"]) });
  const { text } = await server.post({ query: document }, { authorization: "Bearer trib_secret" });
  expect(text).toContain("desk");
  expect(text).not.toContain("trib_secret");
});
