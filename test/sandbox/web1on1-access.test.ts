import { expect, test } from "vitest";
import { sandboxCredentials } from "../support/sandbox.ts";
import { createSandboxData } from "../support/sandbox-data.ts";
import {
  boss,
  id,
  newOrganization,
  north,
  northAdmin,
  northAgent,
  northWest,
  organization,
  smallData,
  south,
  southAgent,
  user,
  westAgent,
} from "../support/web1on1-data.ts";
import { refused, rowOf, rowsOf, sandbox, startMs } from "../support/web1on1-emulator.ts";

test("the default credentials open everything that the gateway offers", async () => {
  const { call, logIn } = sandbox({}, createSandboxData(startMs).web1on1);
  const { token, email, password } = sandboxCredentials.web1on1;
  const tokens = await logIn(email, password);
  for (const bearer of [token, tokens.token]) {
    expect(rowsOf(await call("GET /organizations?limit=100", { token: bearer })).length).toBeGreaterThan(50);
    expect(rowsOf(await call("GET /users?limit=100", { token: bearer })).length).toBe(100);
    const body = { email: `new-${bearer.length}@example.com` };
    const created = await call("POST /users", { token: bearer, body });
    expect(created.status).toBe(201);
    const made = await call("POST /organizations", { token: bearer, body: newOrganization });
    expect(made.status).toBe(201);
    const deleted = await call(`DELETE /organizations/${String(rowOf(made).id)}`, { token: bearer });
    expect(deleted.status).toBe(204);
  }
});

test("memberships of the caller come in one object", async () => {
  const { call } = sandbox();
  expect(await call("GET /users/me/organizations", { token: "agent-token" })).toEqual({
    status: 200,
    body: {
      id: northAgent,
      organizations: [
        { organization: north, role: "agent", selected: true },
        { organization: south, role: "agent", selected: false },
      ],
    },
  });
});

test("an agent reads itself and nothing else", async () => {
  const { call } = sandbox();
  const token = "agent-token";
  expect(await call("GET /users/me", { token })).toMatchObject({ status: 200 });
  expect(await call(`GET /users/${northAgent}`, { token })).toMatchObject({ status: 200 });
  for (const request of [
    "GET /users",
    `GET /users/${boss}`,
    "GET /organizations",
    `GET /organizations/${north}`,
  ]) {
    expect(await call(request, { token })).toEqual(refused(403));
  }
  expect(await call("POST /users", { token, body: { email: "new@example.com" } })).toEqual(refused(403));
  expect(await call(`PATCH /users/${northAgent}`, { token, body: {} })).toEqual(refused(403));
});

test("an admin below the master sees the own organization and those below it", async () => {
  const { call, ids } = sandbox();
  const token = "north-token";
  expect(await ids("/organizations", { token })).toEqual([north, northWest]);
  expect(await ids("/users", { token })).toEqual([northAdmin, northAgent, westAgent]);
  expect(await call(`GET /organizations/${south}`, { token })).toEqual(refused(403));
  expect(await call(`PATCH /users/${southAgent}`, { token, body: {} })).toEqual(refused(403));
  const strange = { email: "new@example.com", organization: south };
  expect(await call("POST /users", { token, body: strange })).toEqual(refused(403));
  expect(await call("POST /users", { token, body: { ...strange, organization: northWest } })).toMatchObject({
    status: 201,
  });
});

test("the master organization reaches those that hang under nothing", async () => {
  const orphan = { ...organization({ id: id(7) }), parent: null };
  const data = { ...smallData, organizations: [...smallData.organizations, orphan] };
  const { call } = sandbox({}, data);
  expect(await call(`GET /organizations/${orphan.id}`)).toMatchObject({ status: 200 });
  expect(await call(`GET /organizations/${orphan.id}`, { token: "north-token" })).toEqual(refused(403));
});

test("what does not exist answers 404 to every method", async () => {
  const { call } = sandbox();
  for (const path of [
    `/users/${id(99)}`,
    `/organizations/${id(99)}`,
    "/users/not-an-id",
    "/organizations/me",
  ]) {
    expect(await call(`GET ${path}`)).toEqual(refused(404));
    expect(await call(`PATCH ${path}`, { body: {} })).toEqual(refused(404));
    expect(await call(`DELETE ${path}`)).toEqual(refused(404));
  }
});

test("ids are read without case", async () => {
  const lettered = id(0xabc);
  const users = [...smallData.users, user({ id: lettered, organizations: [south] })];
  const { call } = sandbox({}, { ...smallData, users });
  expect(await call(`GET /users/${lettered.toUpperCase()}`)).toMatchObject({
    status: 200,
    body: { id: lettered },
  });
});

test("bodies give passwords, tokens and payment ids away, as the upstream does", async () => {
  const { call } = sandbox();
  expect(rowsOf(await call(`GET /users?id=${northAgent}`))).toMatchObject([
    { password: "password-14", apiToken: "agent-token" },
  ]);
  expect(rowsOf(await call(`GET /organizations?id=${north}`))).toMatchObject([
    { billingInfo: { stripeCustomerId: "cus_north", w1on1ResultId: "prod_north" } },
  ]);
});

test("more than 20 calls in any second are refused, wherever the second is laid", async () => {
  const { call, passMs } = sandbox();
  const calls = async (count: number) => {
    const replies = await Promise.all(Array.from({ length: count }, () => call("GET /users/me")));
    return replies.map(({ status }) => status);
  };
  passMs(900);
  expect(await calls(20)).toEqual(Array(20).fill(200));
  passMs(999);
  expect(await call("GET /users/me")).toEqual(refused(429));
  passMs(1);
  expect(await calls(21)).toEqual([...Array(20).fill(200), 429]);
});
