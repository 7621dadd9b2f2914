import { expect, test } from "vitest";
import {
  bot,
  id,
  master,
  north,
  northAdmin,
  northAgent,
  northWest,
  smallData,
  south,
  southAgent,
  user,
  westAgent,
} from "../support/web1on1-data.ts";
import { refused, rowOf, sandbox } from "../support/web1on1-emulator.ts";

test("a new user gets an id, times and defaults, and can be read", async () => {
  const { call } = sandbox();
  const body = {
    email: "jeff@example.com",
    givenName: "Hans",
    additionalName: "de",
    familyName: "Vries",
    password: "z3krUt",
    phone: null,
    settings: { audioOnChat: false },
    id: id(999),
    apiToken: "chosen",
    createdAt: "1999-01-01T00:00:00Z",
  };
  const created = await call("POST /users", { body });
  const newId = String(rowOf(created).id);
  expect(created).toEqual({
    status: 201,
    headers: { location: `/users/${newId}` },
    body: {
      id: newId,
      email: "jeff@example.com",
      givenName: "Hans",
      additionalName: "de",
      familyName: "Vries",
      displayName: "Hans de Vries",
      password: "z3krUt",
      organization: master,
      organizations: [{ organization: master, role: "agent", selected: true }],
      role: "agent",
      status: "queued",
      settings: {
        timezoneSet: false,
        locale: "en",
        localeSet: false,
        audioOnChat: false,
        audioOnMessage: false,
        notifyOnChat: false,
        notifyOnMessage: false,
        tabdotNotify: true,
        tabdotMessage: true,
        pushNotify: false,
        focusOnAccept: false,
      },
      createdAt: "2024-05-01T09:00:00.000Z",
      updatedAt: "2024-05-01T09:00:00.000Z",
    },
  });
  expect(newId).toMatch(/^[0-9a-f]{24}$/);
  expect(newId).not.toBe(id(999));
  expect(Object.keys(rowOf(created))).not.toContain("phone");
  expect((await call(`GET /users/${newId}`)).body).toEqual(created.body);
});

test("a display name that is given is kept, and an e-mail alone is enough", async () => {
  const { call } = sandbox();
  const named = { email: "a@example.com", givenName: "Hans", displayName: "H." };
  expect(rowOf(await call("POST /users", { body: named })).displayName).toBe("H.");
  const bare = await call("POST /users", { body: { email: "b@example.com" } });
  expect(bare.status).toBe(201);
  expect(Object.keys(rowOf(bare))).not.toContain("displayName");
});

test.each([
  ["no email", { givenName: "Hans" }, 400, /email is required/],
  ["an email that is none", { email: "hans" }, 400, /email must be an e-mail address/],
  [
    "an unknown role",
    { email: "a@example.com", role: "bot" },
    400,
    /role must be one of agent, admin, owner/,
  ],
  ["an unknown status", { email: "a@example.com", status: "deleted" }, 400, /status must be one of/],
  [
    "an unknown locale",
    { email: "a@example.com", settings: { locale: "es" } },
    400,
    /settings\.locale must be/,
  ],
  [
    "settings that are no object",
    { email: "a@example.com", settings: [] },
    400,
    /settings must be an object/,
  ],
  ["a name that is no text", { email: "a@example.com", givenName: 7 }, 400, /givenName must be a string/],
  ["an unknown organization", { email: "a@example.com", organization: id(99) }, 400, /unknown organization/],
  ["the email of another user", { email: "uSeR14@example.com" }, 409, /email exists/],
  ["the email of an archived user", { email: "user17@example.com" }, 409, /email exists/],
  ["a list for a body", [], 400, /JSON object/],
])("no user is made with %s", async (_case, body, status, message) => {
  const { call, ids } = sandbox();
  const before = await ids("/users");
  expect(await call("POST /users", { body })).toEqual(refused(status, expect.stringMatching(message)));
  expect(await ids("/users")).toEqual(before);
});

test("an update merges at the top and replaces nested objects whole", async () => {
  const { call, passMs } = sandbox();
  passMs(5000);
  const body = { familyName: "Vries", settings: { audioOnChat: false }, phone: null, id: id(999) };
  const updated = await call(`PATCH /users/${northAgent}`, { body });
  expect(updated).toMatchObject({
    status: 200,
    body: {
      id: northAgent,
      givenName: "Hans",
      familyName: "Vries",
      createdAt: "2024-03-01T12:00:00.000Z",
      updatedAt: "2024-05-01T09:00:05.000Z",
    },
  });
  expect(rowOf(updated).settings).toEqual({ audioOnChat: false });
  expect(Object.keys(rowOf(updated))).not.toContain("phone");
  expect((await call(`GET /users/${northAgent}`)).body).toEqual(updated.body);
});

test("a cleared display name is composed anew, a change of owner moves the membership", async () => {
  const { call, ids } = sandbox();
  const body = { displayName: null, familyName: "Vries", organization: northWest };
  const updated = rowOf(await call(`PATCH /users/${northAgent}`, { body }));
  expect(updated).toMatchObject({ displayName: "Hans Vries", organization: northWest });
  expect(await ids(`/users?organization=${northWest}`)).toEqual([northAgent, westAgent]);
  expect(await ids(`/users?organization=${north}`)).toEqual([northAdmin]);
  expect(await ids(`/users?organization=${south}`)).toEqual([northAgent, southAgent]);
});

test.each([
  ["the email of another user", { email: "BOSS@example.com" }, 409],
  ["no email", { email: null }, 400],
  ["an unknown status", { status: "deleted" }, 400],
  ["no role", { role: null }, 400],
  ["an unknown locale", { settings: { locale: "es" } }, 400],
  ["an unknown organization", { organization: id(99) }, 400],
])("no user is updated with %s", async (_case, body, status) => {
  const { call } = sandbox();
  const before = (await call(`GET /users/${northAgent}`)).body;
  expect(await call(`PATCH /users/${northAgent}`, { body })).toEqual(refused(status));
  expect((await call(`GET /users/${northAgent}`)).body).toEqual(before);
});

test("a user may be sent their own email again, also in another case, or when an old twin has it", async () => {
  const twin = user({ id: id(20), organizations: [south], email: "user16@example.com" });
  const { call } = sandbox({}, { ...smallData, users: [...smallData.users, twin] });
  for (const [userId, email] of [
    [northAgent, "user14@example.com"],
    [northAgent, "User14@Example.com"],
    [southAgent, "user16@example.com"],
  ]) {
    const body = { email };
    expect(await call(`PATCH /users/${userId}`, { body })).toMatchObject({ status: 200, body });
  }
});

test("a deleted user is archived: out of the lists, there by id", async () => {
  const { call, ids } = sandbox();
  expect(await call(`DELETE /users/${southAgent}`)).toEqual({ status: 204 });
  expect(await ids("/users")).not.toContain(southAgent);
  expect(await call(`GET /users/${southAgent}`)).toMatchObject({ status: 200, body: { status: "archived" } });
});

test("me in a write is the caller, who can shut themselves out", async () => {
  const { call, emulator, logIn } = sandbox();
  const { token } = await logIn();
  expect(await call("PATCH /users/me", { body: { givenName: "Robot" } })).toMatchObject({
    status: 200,
    body: { id: bot, givenName: "Robot" },
  });
  expect(await call("DELETE /users/me")).toEqual({ status: 204 });
  expect(await call("GET /users/me")).toEqual(refused(401, "invalid token"));
  expect(await call(`GET /users/${bot}`, { token })).toMatchObject({ body: { status: "archived" } });
  expect(emulator.journal.map(({ row }) => row)).toEqual([
    "auth.createToken",
    "users.update",
    "users.delete",
    undefined,
    "users.get",
  ]);
});

test("two emulators over the same data do not see each other's writes", async () => {
  const [one, other] = [sandbox(), sandbox()];
  await one.call(`DELETE /users/${southAgent}`);
  expect(await one.ids("/users")).not.toContain(southAgent);
  expect(await other.ids("/users")).toContain(southAgent);
});
