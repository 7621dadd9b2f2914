import { expect, test } from "vitest";
import { sandboxCredentials } from "../../src/sandbox/credentials.ts";
import { createSandboxData } from "../../src/sandbox/data/create-sandbox-data.ts";
import type { StoredOrganization, StoredUser, Web1on1Data } from "../../src/sandbox/data/types.ts";
import type { Reply } from "../../src/sandbox/emulator.ts";
import { createWeb1on1Emulator } from "../../src/sandbox/web1on1/emulator.ts";
import type { SessionOptions } from "../../src/sandbox/web1on1/session.ts";

const startMs = Date.parse("2024-05-01T09:00:00.000Z");
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

const id = (number: number): string => number.toString(16).padStart(24, "0");
const master = id(1);
const north = id(2);
const northWest = id(3);
const south = id(4);
const closing = id(5);
const closed = id(6);

const bot = id(11);
const boss = id(12);
const northAdmin = id(13);
const northAgent = id(14);
const westAgent = id(15);
const southAgent = id(16);
const gone = id(17);

const organization = (fields: Partial<StoredOrganization> & { id: string }): StoredOrganization => ({
  name: `Organization ${Number.parseInt(fields.id, 16)}`,
  status: "active",
  parent: master,
  ...fields,
});

const user = (fields: Partial<StoredUser> & { id: string; organizations: string[] }): StoredUser => ({
  email: `user${Number.parseInt(fields.id, 16)}@example.com`,
  organization: fields.organizations[0] ?? master,
  role: "agent",
  status: "active",
  password: `password-${Number.parseInt(fields.id, 16)}`,
  apiToken: "",
  createdAt: "2024-01-01T00:00:00.000Z",
  ...fields,
});

const smallData: Web1on1Data = {
  organizations: [
    { id: master, name: "Master", status: "active" },
    organization({
      id: north,
      name: "North",
      tags: ["retail", "gold"],
      settings: { routeOnReply: "route", enableMail: false },
      billingInfo: { stripeCustomerId: "cus_north", w1on1ResultId: "prod_north", billReceiver: "north" },
    }),
    organization({ id: northWest, name: "North West", parent: north, tags: ["retail"] }),
    organization({ id: south, name: "South" }),
    organization({ id: closing, name: "Closing", status: "pendingArchive" }),
    organization({ id: closed, name: "Closed", status: "archived" }),
  ],
  users: [
    user({ id: bot, organizations: [master], role: "bot", apiToken: "bot-token", email: "bot@example.com" }),
    user({ id: boss, organizations: [master], role: "admin", email: "Boss@example.com" }),
    user({ id: northAdmin, organizations: [north], role: "admin", apiToken: "north-token" }),
    user({
      id: northAgent,
      organizations: [north, south],
      apiToken: "agent-token",
      givenName: "Hans",
      phone: "+31209876543",
      settings: { locale: "nl", timezone: "Europe/Amsterdam" },
      createdAt: "2024-03-01T12:00:00.000Z",
    }),
    user({ id: westAgent, organizations: [northWest], createdAt: "2024-04-01T12:00:00.000Z" }),
    user({ id: southAgent, organizations: [south], status: "invited" }),
    user({ id: gone, organizations: [south], status: "archived", password: "still-known" }),
  ],
};

interface Call {
  /** `null` sends no header. @default the bot's */
  readonly token?: string | null;
  readonly body?: unknown;
}

function sandbox(options: SessionOptions = {}, data: Web1on1Data = smallData) {
  let nowMs = startMs;
  const settings = { nowMs: () => nowMs, sleep: () => Promise.resolve() };
  const emulator = createWeb1on1Emulator(data, settings, options);
  const call = (request: string, { token = "bot-token", body }: Call = {}): Promise<Reply> => {
    const [method = "", path = ""] = request.split(" ", 2);
    return emulator.handle({
      method,
      target: `/v2${path}`,
      headers: token === null ? {} : { authorization: `Bearer ${token}` },
      body: body === undefined ? "" : JSON.stringify(body),
    });
  };
  return {
    emulator,
    call,
    passMs: (ms: number) => {
      nowMs += ms;
    },
    /** Ids of the rows of a list. */
    ids: async (path: string, options?: Call) =>
      rowsOf(await call(`GET ${path}`, options)).map((row) => row.id),
    logIn: async (email = "boss@example.com", password = "password-12"): Promise<Tokens> => {
      const reply = await call("POST /auth/token", { token: null, body: { email, password } });
      expect(reply.status).toBe(201);
      return reply.body as Tokens;
    },
  };
}

interface Tokens {
  readonly token: string;
  readonly refreshToken: string;
  readonly user: string;
  readonly expiresAt: string;
}
type Row = Readonly<Record<string, unknown>>;

const rowOf = ({ body }: Reply): Row => body as Row;
const rowsOf = (reply: Reply): readonly Row[] => {
  expect(reply.status).toBe(200);
  return reply.body as readonly Row[];
};
const refused = (status: number, message: unknown = expect.any(String)) => ({
  status,
  body: { error: { message } },
});
const refresh = ({ refreshToken }: Tokens): string =>
  `GET /auth/token?refreshToken=${encodeURIComponent(refreshToken)}`;

test("the bot token is good for years and stands for the bot", async () => {
  const { call, passMs } = sandbox();
  passMs(3 * 365 * dayMs);
  expect(await call("GET /users/me")).toMatchObject({ status: 200, body: { id: bot, role: "bot" } });
});

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

test("a log-in answers tokens of its user, for 24 hours", async () => {
  const { call, logIn, passMs } = sandbox();
  const tokens = await logIn("BOSS@example.com");
  expect(tokens).toMatchObject({
    tokenType: "Bearer",
    user: boss,
    organization: master,
    expiresAt: "2024-05-02T09:00:00.000Z",
    scope: "guest agent bot admin",
  });
  passMs(dayMs - 1);
  const me = await call("GET /users/me", { token: tokens.token });
  expect(me.body).toMatchObject({ id: boss, lastLogin: "2024-05-01T09:00:00.000Z" });
  passMs(1);
  expect(await call("GET /users/me", { token: tokens.token })).toEqual(refused(401, "jwt expired"));
});

test("an expired token can be answered with 403, as the vendor's pages promise", async () => {
  const { call, logIn, passMs } = sandbox({ expiredStatus: 403 });
  const { token } = await logIn();
  passMs(dayMs);
  expect(await call("GET /users", { token })).toEqual(refused(403, "jwt expired"));
  expect(await call("GET /users", { token: "unknown" })).toEqual(refused(401, "invalid token"));
});

test.each([
  ["a wrong password", { email: "boss@example.com", password: "guess" }, 401],
  ["an unknown address", { email: "nobody@example.com", password: "password-12" }, 401],
  ["an archived user", { email: "user17@example.com", password: "still-known" }, 401],
  ["no password", { email: "boss@example.com" }, 400],
  ["no body", undefined, 400],
])("no log-in with %s", async (_case, body, status) => {
  const { call } = sandbox();
  expect(await call("POST /auth/token", { token: null, body })).toEqual(refused(status));
});

test("a call without a token, or with one that nobody issued, is refused", async () => {
  const { call, emulator } = sandbox();
  expect(await call("GET /users", { token: null })).toEqual(refused(401, "no authorization token was found"));
  expect(await call("GET /users", { token: "made-up" })).toEqual(refused(401, "invalid token"));
  expect(await call("GET /auth/token?refreshToken=x", { token: null })).toMatchObject({ status: 401 });
  expect(emulator.journal.map(({ status }) => status)).toEqual([401, 401, 401]);
});

test("a refresh token is no bearer and an access token refreshes nothing", async () => {
  const { call, logIn } = sandbox();
  const tokens = await logIn();
  expect(await call("GET /users/me", { token: tokens.refreshToken })).toEqual(refused(401, "invalid token"));
  const swapped = refresh({ ...tokens, refreshToken: tokens.token });
  expect(await call(swapped, { token: tokens.token })).toEqual(refused(401, "invalid token"));
});

test("a refresh replaces both tokens and the old refresh token is dead", async () => {
  const { call, logIn, passMs } = sandbox();
  const old = await logIn();
  passMs(23 * hourMs);
  const reply = await call(refresh(old), { token: old.token });
  const fresh = reply.body as Tokens;
  expect(reply).toMatchObject({ status: 200, body: { user: boss, expiresAt: "2024-05-03T08:00:00.000Z" } });
  expect(new Set([old.token, old.refreshToken, fresh.token, fresh.refreshToken]).size).toBe(4);
  expect(await call(refresh(old), { token: fresh.token })).toEqual(refused(401, "invalid token"));
  passMs(2 * hourMs);
  expect(await call("GET /users/me", { token: old.token })).toEqual(refused(401, "jwt expired"));
  expect(await call("GET /users/me", { token: fresh.token })).toMatchObject({ status: 200 });
  expect(await call(refresh(fresh), { token: fresh.token })).toMatchObject({ status: 200 });
});

test("tokens of an archived user are dead", async () => {
  const { call, logIn } = sandbox();
  const { token } = await logIn();
  await call(`DELETE /users/${boss}`);
  expect(await call("GET /users/me", { token })).toEqual(refused(401, "invalid token"));
});

test("a refresh needs a token, a bearer that is good still, and both of one user", async () => {
  const { call, logIn, passMs } = sandbox();
  const tokens = await logIn();
  expect(await call("GET /auth/token", { token: tokens.token })).toEqual(refused(400));
  expect(await call(refresh(tokens))).toEqual(refused(401, "invalid token"));
  passMs(dayMs);
  expect(await call(refresh(tokens), { token: tokens.token })).toEqual(refused(401, "jwt expired"));
});

test("a refresh token is good for a month", async () => {
  const { call, logIn, passMs } = sandbox();
  const first = await logIn();
  passMs(30 * dayMs - 1);
  const second = await logIn();
  expect(await call(refresh(first), { token: second.token })).toMatchObject({ status: 200 });
  const third = await logIn();
  passMs(30 * dayMs);
  const fourth = await logIn();
  expect(await call(refresh(third), { token: fourth.token })).toEqual(refused(401, "jwt expired"));
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

test("a list is a bare array of 30 rows with a link to the next page, until the last", async () => {
  const many = Array.from({ length: 65 }, (_, number) =>
    user({ id: id(100 + number), organizations: [south] }),
  );
  const { call } = sandbox({}, { ...smallData, users: [...smallData.users.slice(0, 1), ...many] });
  const walked: unknown[] = [];
  const pageSizes: number[] = [];
  let path: string | undefined = `/users?organization=%5B${south}%5D`;
  while (path !== undefined) {
    const reply: Reply = await call(`GET ${path}`);
    const rows = rowsOf(reply);
    walked.push(...rows.map((row) => row.id));
    pageSizes.push(rows.length);
    path = /^<\/v2(\/users\?[^>]*)>; rel="next"$/.exec(reply.headers?.link ?? "")?.[1];
  }
  expect(walked).toEqual(many.map((row) => row.id));
  expect(pageSizes).toEqual([30, 30, 5]);
});

test("limit is clamped to 100, and a page that ends the list has no link", async () => {
  const many = Array.from({ length: 120 }, (_, number) =>
    user({ id: id(100 + number), organizations: [south] }),
  );
  const { call } = sandbox({}, { ...smallData, users: [...smallData.users.slice(0, 1), ...many] });
  const clamped = await call("GET /users?limit=500");
  expect(rowsOf(clamped)).toHaveLength(100);
  expect(clamped.headers?.link).toContain("limit=100&offset=100");
  const last = await call("GET /users?limit=21&offset=100");
  expect(rowsOf(last)).toHaveLength(21);
  expect(last.headers?.link).toBeUndefined();
  expect(rowsOf(await call("GET /users?offset=121"))).toEqual([]);
});

test.each(["limit=0", "limit=-1", "limit=ten", "offset=-1", "offset=1.5"])("%s is refused", async (query) => {
  const { call } = sandbox();
  expect(await call(`GET /users?${query}`)).toEqual(refused(400));
});

test.each([
  ["one value", "email=user14@example.com", [northAgent]],
  ["case that differs", "email=USER14@example.com", []],
  ["any of several", `id=[${westAgent},${northAgent},${id(99)}]`, [northAgent, westAgent]],
  ["any of none", "id=[]", []],
  ["contained text", "email=~er1", [northAdmin, northAgent, westAgent, southAgent]],
  ["a prefix", "email=^Bo", [boss]],
  ["what stands further behind than a prefix", "email=^oss", []],
  ["later than", "createdAt=>2024-03-01T12:00:00Z", [westAgent]],
  ["not earlier than", "createdAt=>=2024-03-01T12:00:00Z", [northAgent, westAgent]],
  ["earlier than a day", "createdAt=<2024-01-02", [bot, boss, northAdmin, southAgent]],
  ["not later than", "createdAt=<=2024-01-01", [bot, boss, northAdmin, southAgent]],
  ["anything but a value", "role=!agent", [bot, boss, northAdmin]],
  ["none of several", "role=![agent,bot]", [boss, northAdmin]],
  ["a dotted path", "settings.locale=nl", [northAgent]],
  ["a dotted path into a list", `organizations.organization=${south}`, [northAgent, southAgent]],
  ["a field that nobody has", "meta.crm=1", []],
  ["two filters at once", "role=agent&status=invited", [southAgent]],
  ["the owner or a membership", `organization=${south}`, [northAgent, southAgent]],
  ["any owner or membership", `organization=[${northWest},${south}]`, [northAgent, westAgent, southAgent]],
  ["neither owner nor member", `organization=!${south}`, [bot, boss, northAdmin, westAgent]],
])("users are filtered by %s", async (_case, query, expected) => {
  const { ids } = sandbox();
  expect(await ids(`/users?${query.replaceAll("[", "%5B").replaceAll("]", "%5D")}`)).toEqual(expected);
});

test("a filter on a list of texts looks at each of them", async () => {
  const { ids } = sandbox();
  expect(await ids("/organizations?tags=gold")).toEqual([north]);
  expect(await ids(`/organizations?parent=${north}`)).toEqual([northWest]);
});

test("archived users show up only when the status filter names them, and by id", async () => {
  const { call, ids } = sandbox();
  expect(await ids("/users")).not.toContain(gone);
  expect(await ids("/users?status=!active")).toEqual([southAgent]);
  expect(await ids(`/users?id=${gone}`)).toEqual([]);
  expect(await ids("/users?status=archived")).toEqual([gone]);
  expect(await ids("/users?status=%5Binvited,archived%5D")).toEqual([southAgent, gone]);
  expect(await call(`GET /users/${gone}`)).toMatchObject({ status: 200, body: { status: "archived" } });
});

test("organizations that are or become archived show up only when the status filter names them, and by id", async () => {
  const { call, ids } = sandbox();
  expect(await ids("/organizations")).toEqual([master, north, northWest, south]);
  expect(await ids("/organizations?status=pendingArchive")).toEqual([closing]);
  expect(await ids("/organizations?status=%5BpendingArchive,archived%5D")).toEqual([closing, closed]);
  expect(await call(`GET /organizations/${closed}`)).toMatchObject({ status: 200, body: { name: "Closed" } });
});

test("sort takes several fields, descending ones, and keeps the order of equals", async () => {
  const { ids } = sandbox();
  expect(await ids("/users?sort=-createdAt&limit=3")).toEqual([westAgent, northAgent, bot]);
  expect(await ids("/users?sort=role,-createdAt,-id")).toEqual([
    northAdmin,
    boss,
    westAgent,
    northAgent,
    southAgent,
    bot,
  ]);
  // Absent values are the least.
  expect(await ids("/users?sort=-givenName&limit=2")).toEqual([northAgent, bot]);
});

test("select narrows rows to fields and their id, in lists and single reads; populate changes nothing", async () => {
  const { call } = sandbox();
  const narrow = {
    id: northAgent,
    email: "user14@example.com",
    settings: { locale: "nl", timezone: "Europe/Amsterdam" },
  };
  expect(rowsOf(await call(`GET /users?id=${northAgent}&select=email,settings.locale`))).toEqual([narrow]);
  expect(rowOf(await call(`GET /users/${northAgent}?select=email,settings`))).toEqual(narrow);
  expect(rowOf(await call(`GET /users/${northAgent}?populate=organization`)).organization).toBe(north);
  expect(rowOf(await call(`GET /organizations/${north}?select=name`))).toEqual({ id: north, name: "North" });
});

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

const billingInfo = { billReceiver: "a", billSender: "b", stripeCustomerId: "cus_1", currentPlan: "grow" };
const newOrganization = { name: "Acme", billingInfo };

test("a new organization gets defaults, ids of its categories, and the caller's as parent", async () => {
  const { call, ids } = sandbox();
  const body = {
    ...newOrganization,
    displayName: null,
    categories: [{ name: "Used Car" }, null],
    dataRetention: { length: 6 },
  };
  const created = await call("POST /organizations", { body });
  const newId = String(rowOf(created).id);
  expect(created).toEqual({
    status: 201,
    headers: { location: `/organizations/${newId}` },
    body: {
      id: newId,
      name: "Acme",
      displayName: "Acme",
      status: "active",
      locale: "en",
      timezone: "Europe/Amsterdam",
      defaultRole: "guest",
      parent: master,
      settings: { routeOnReply: "accept", enableMail: true },
      categories: [{ id: expect.stringMatching(/^[0-9a-f]{24}$/), name: "Used Car" }, null],
      dataRetention: { length: 6, unit: "month" },
      billingInfo: {
        ...billingInfo,
        liveMode: true,
        moveToLive: false,
        daysUntilDue: 14,
        enableMecs: false,
        enableAmp: false,
        enableSepaDebitCosts: false,
      },
      createdAt: "2024-05-01T09:00:00.000Z",
      updatedAt: "2024-05-01T09:00:00.000Z",
    },
  });
  expect(await ids("/organizations?name=Acme")).toEqual([newId]);
});

test.each([
  ["no name", { billingInfo }, /name is required/],
  ["no billing", { name: "Acme" }, /billingInfo is required/],
  [
    "no receiver of the bill",
    { name: "Acme", billingInfo: { ...billingInfo, billReceiver: undefined } },
    /billReceiver/,
  ],
  [
    "no sender of the bill",
    { name: "Acme", billingInfo: { ...billingInfo, billSender: undefined } },
    /billSender/,
  ],
  [
    "no payment id",
    { name: "Acme", billingInfo: { ...billingInfo, stripeCustomerId: "" } },
    /stripeCustomerId/,
  ],
  ["no plan", { name: "Acme", billingInfo: { ...billingInfo, currentPlan: null } }, /currentPlan/],
  ["an unknown status", { ...newOrganization, status: "gone" }, /status must be one of/],
  ["an unknown locale", { ...newOrganization, locale: "es" }, /locale must be one of/],
  [
    "an unknown route",
    { ...newOrganization, settings: { routeOnReply: "drop" } },
    /routeOnReply must be one of/,
  ],
  ["an unknown default role", { ...newOrganization, defaultRole: "owner" }, /defaultRole must be one of/],
  [
    "an unknown unit",
    { ...newOrganization, dataRetention: { unit: "day" } },
    /dataRetention.unit must be one of/,
  ],
  ["eleven categories", { ...newOrganization, categories: Array(11).fill(null) }, /10 slots/],
  ["a category without a name", { ...newOrganization, categories: [{}] }, /categories.0.name is required/],
  ["an unknown parent", { ...newOrganization, parent: id(99) }, /unknown parent/],
])("no organization is made with %s", async (_case, body, message) => {
  const { call, ids } = sandbox();
  expect(await call("POST /organizations", { body })).toEqual(refused(400, expect.stringMatching(message)));
  expect(await ids("/organizations")).toEqual([master, north, northWest, south]);
});

test("an update of an organization replaces nested values whole and requires nothing", async () => {
  const { call } = sandbox();
  const body = { settings: { enableMail: true }, tags: ["silver"], billingInfo: { currentPlan: "base" } };
  const updated = await call(`PATCH /organizations/${north}`, { body });
  expect(updated.status).toBe(200);
  expect(rowOf(updated)).toEqual({
    id: north,
    name: "North",
    status: "active",
    parent: master,
    ...body,
    updatedAt: "2024-05-01T09:00:00.000Z",
  });
  expect((await call(`GET /organizations/${north}`)).body).toEqual(updated.body);
  for (const wrong of [{ name: null }, { status: "gone" }, { tags: "silver" }, { categories: [7] }]) {
    expect(await call(`PATCH /organizations/${north}`, { body: wrong })).toEqual(refused(400));
  }
  expect((await call(`GET /organizations/${north}`)).body).toEqual(updated.body);
});

test("only callers of the master organization delete one, which then waits to be archived", async () => {
  const { call, ids } = sandbox();
  expect(await call(`DELETE /organizations/${northWest}`, { token: "north-token" })).toEqual(refused(403));
  expect(await ids("/organizations")).toContain(northWest);
  expect(await call(`DELETE /organizations/${northWest}`)).toEqual({ status: 204 });
  expect(await ids("/organizations")).not.toContain(northWest);
  expect(await call(`GET /organizations/${northWest}`)).toMatchObject({
    status: 200,
    body: { status: "pendingArchive" },
  });
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

test("two emulators over the same data do not see each other's writes", async () => {
  const [one, other] = [sandbox(), sandbox()];
  await one.call(`DELETE /users/${southAgent}`);
  expect(await one.ids("/users")).not.toContain(southAgent);
  expect(await other.ids("/users")).toContain(southAgent);
});
