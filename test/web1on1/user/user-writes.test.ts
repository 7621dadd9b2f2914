import { describe, expect, test } from "vitest";
import { accountCases, personCases, showcase } from "../../../src/sandbox/data/showcase.ts";
import { plantedSecret } from "../../../src/sandbox/planted-secret.ts";
import { codesOf } from "../../support/errors.ts";
import { gateway, type TestGateway } from "../../support/gateway.ts";
import { bodies, gid, pagesOf, stored, unknownId, writes } from "../upstream.ts";

const create = "mutation ($input: CreateUserInput!) { createUser(input: $input) { userId } }";
const update =
  "mutation ($id: ID!, $input: UpdateUserInput!) { updateUser(id: $id, input: $input) { userId } }";
const remove = "mutation ($id: ID!) { deleteUser(id: $id) { deletedUserId } }";
const { organizationId } = showcase.account;
const { userId } = showcase.person;
const path = `web1on1 GET /users/${userId}`;
const patch = `web1on1 PATCH /users/${userId}`;
/** Given by a client. */
const password = plantedSecret("password", "client");

describe("creating a user", () => {
  test("sends what was given, and answers the user without another call", async () => {
    const made = gateway();
    const { createUser } = await made.query(
      `mutation ($input: CreateUserInput!) { createUser(input: $input) {
        userId
        user {
          id givenName additionalName familyName displayName email phone avatar role status meta
          settings { locale notifications pushNotify }
        }
      } }`,
      {
        input: {
          email: "Ann@chat.example",
          givenName: "Ann",
          additionalName: "van",
          familyName: "Dijk",
          phone: "+31 20 5550",
          password,
          avatar: "https://cdn.example/ann.png",
          organization: { id: gid("Organization", organizationId) },
          role: "ADMIN",
          settings: { locale: "NL", notifications: ["billing"], pushNotify: null },
          meta: { desk: "D9", nested: { keep: null } },
          status: "ACTIVE",
        },
      },
    );
    expect(createUser).toEqual({
      userId: createUser.user.id,
      user: {
        id: expect.stringMatching(/^gid:\/\/web1on1\/User\/[0-9a-f]{24}$/),
        givenName: "Ann",
        additionalName: "van",
        familyName: "Dijk",
        displayName: "Ann van Dijk",
        email: "Ann@chat.example",
        phone: "+31 20 5550",
        avatar: "https://cdn.example/ann.png",
        role: "ADMIN",
        status: "ACTIVE",
        meta: { desk: "D9", nested: { keep: null } },
        settings: { locale: "NL", notifications: ["billing"], pushNotify: false },
      },
    });
    expect(bodies(made)).toEqual([
      {
        email: "Ann@chat.example",
        givenName: "Ann",
        additionalName: "van",
        familyName: "Dijk",
        phone: "+31 20 5550",
        password,
        avatar: "https://cdn.example/ann.png",
        organization: organizationId,
        role: "admin",
        settings: { locale: "nl", notifications: ["billing"] },
        meta: { desk: "D9", nested: { keep: null } },
        status: "active",
      },
    ]);
    expect(made.calls()).toEqual(["web1on1 POST /users"]);
  });

  test("needs an e-mail address alone", async () => {
    const made = gateway();
    const { createUser } = await made.query(create, { input: { email: "ann@chat.example" } });
    expect(createUser.userId).toMatch(/^gid:\/\/web1on1\/User\/[0-9a-f]{24}$/);
    expect(bodies(made)).toEqual([{ email: "ann@chat.example" }]);
    expect(made.calls()).toEqual(["web1on1 POST /users"]);
  });

  test("looks an organization up by its domain", async () => {
    const made = gateway();
    const input = { email: "ann@chat.example", organization: { domain: "www.Bluebird.example" } };
    await made.query(create, { input });
    expect(bodies(made)).toEqual([
      { email: "ann@chat.example", organization: accountCases.website.organizationId },
    ]);
    expect(made.callsWithQueries()).toEqual([...pagesOf("organizations", 0), "web1on1 POST /users"]);
  });

  test.each(["nowhere.example", "crossroads.example"])(
    "is refused for a domain that names none or several organizations: %s",
    async (domain) => {
      const made = gateway();
      const input = { email: "ann@chat.example", organization: { domain } };
      const { data, errors } = await made.execute(create, { input });
      expect(data).toEqual({ createUser: null });
      expect(codesOf(errors)).toEqual(["NOT_FOUND"]);
      expect(made.calls()).toEqual(["web1on1 GET /organizations"]);
    },
  );

  test("is a conflict for a taken address, and no error or log line holds the password", async () => {
    const made = gateway();
    const answer = await made.execute(create, {
      input: { email: "GATEWAY@web1on1.example", password },
    });
    expect(codesOf(answer.errors)).toEqual(["CONFLICT"]);
    expect(bodies(made)).toMatchObject([{ password }]);
    expect(made.calls()).toEqual(["web1on1 POST /users"]);
  });

  test("is told to be done when the answer tells no id", async () => {
    const made = gateway();
    made.sandbox.web1on1.inject({ row: "users.create", reply: { status: 201, body: {} }, afterEffect: true });
    const { data, errors } = await made.execute(create, { input: { email: "ann@chat.example" } });
    expect(data).toEqual({ createUser: null });
    expect(codesOf(errors)).toEqual(["UPSTREAM_INVALID_RESPONSE"]);
    expect(made.calls()).toEqual(["web1on1 POST /users"]);
  });
});

describe("updating a user", () => {
  test("sends what was given and leaves the rest, once it is not the gateway's own user", async () => {
    const made = gateway();
    const before = await stored(made, `/users/${userId}`);
    const { updateUser } = await made.query(
      `mutation ($id: ID!, $input: UpdateUserInput!) { updateUser(id: $id, input: $input) {
        userId user { phone role displayName status }
      } }`,
      { id: gid("User", userId), input: { phone: null, role: "OWNER", password } },
    );
    expect(updateUser).toEqual({
      userId: gid("User", userId),
      user: { phone: null, role: "OWNER", displayName: before.displayName, status: "ACTIVE" },
    });
    expect(bodies(made)).toEqual([{ phone: null, role: "owner", password }]);
    expect(await stored(made, `/users/${userId}`)).toMatchObject({
      settings: before.settings,
      email: before.email,
      password,
    });
    expect(made.calls()).toEqual(["web1on1 GET /users/me", patch]);
  });

  test("merges settings and meta over what is stored, for one read more", async () => {
    const made = gateway();
    const meta = { desk: "D1", address: { city: "Delft", floor: 3, tags: ["a", "b"] }, gone: true };
    await made.query(update, { id: userId, input: { meta } });
    const before = await stored(made, `/users/${userId}`);
    made.calls();
    const { updateUser } = await made.query(
      `mutation ($id: ID!, $input: UpdateUserInput!) { updateUser(id: $id, input: $input) {
        user { meta settings { locale timezone audioOnChat notifications } }
      } }`,
      {
        id: userId,
        input: {
          settings: { locale: "FR", timezone: null, notifications: ["reports"] },
          meta: { address: { floor: null, tags: ["c"], room: { number: 7 } }, gone: null },
        },
      },
    );
    const settings = before.settings as Record<string, unknown>;
    expect(updateUser.user).toEqual({
      meta: {
        ...(before.meta as object),
        address: { city: "Delft", tags: ["c"], room: { number: 7 } },
        gone: undefined,
      },
      settings: {
        locale: "FR",
        timezone: null,
        audioOnChat: settings.audioOnChat,
        notifications: ["reports"],
      },
    });
    const { timezone: _, ...kept } = settings;
    expect(bodies(made)[1]).toEqual({
      settings: { ...kept, locale: "fr", notifications: ["reports"] },
      meta: {
        ...(before.meta as object),
        address: { city: "Delft", tags: ["c"], room: { number: 7 } },
        gone: undefined,
      },
    });
    expect(made.calls()).toEqual([path, patch]);
  });

  test("moves a user to an organization that is named by its domain", async () => {
    const made = gateway();
    const input = { organization: { domain: "bluebird.example" } };
    await made.query(update, { id: userId, input });
    expect(await stored(made, `/users/${userId}`)).toMatchObject({
      organization: accountCases.website.organizationId,
    });
    expect(made.calls()).toEqual(["web1on1 GET /users/me", "web1on1 GET /organizations", patch]);
  });

  test.each(["email", "password", "role", "status", "organization", "settings", "meta"])(
    "refuses to clear %s, without a call",
    async (name) => {
      const { execute, calls } = gateway();
      // Neither the look-up nor the read that these take comes before the mistake is found.
      const others = { organization: { domain: "bluebird.example" }, settings: { locale: "FR" } };
      const { data, errors } = await execute(update, { id: userId, input: { ...others, [name]: null } });
      expect(data).toEqual({ updateUser: null });
      expect(codesOf(errors)).toEqual(["BAD_USER_INPUT"]);
      expect(errors[0]?.message).toContain(name);
      expect(calls()).toEqual([]);
    },
  );

  test.each([{ status: 204 }, { status: 200, body: {} }, { status: 200, body: "null" }])(
    "has succeeded when the answer does not show the user, who is then read if wanted: %j",
    async (reply) => {
      const made = gateway();
      made.sandbox.web1on1.inject({ row: "users.update", reply, afterEffect: true });
      expect(await made.query(update, { id: userId, input: { phone: "1" } })).toEqual({
        updateUser: { userId: gid("User", userId) },
      });
      const { updateUser } = await made.query(
        `mutation { updateUser(id: "${userId}", input: { phone: "2" }) { user { phone } } }`,
      );
      expect(updateUser).toEqual({ user: { phone: "2" } });
      expect(made.calls()).toEqual([patch, patch, path]);
    },
  );

  test.each([{ status: 403 }, { status: 200, body: {} }])(
    "writes nothing when what is stored cannot be read: %j",
    async (reply) => {
      const made = gateway();
      made.sandbox.web1on1.inject({ row: "users.get", reply });
      const { errors } = await made.execute(update, { id: userId, input: { meta: { desk: "D9" } } });
      expect(errors).toHaveLength(1);
      expect(writes(made)).toEqual([]);
      expect(made.calls()).toEqual([path]);
    },
  );
});

const onUnknown: [string, object, string[]][] = [
  [update, { input: { phone: "1" } }, [`PATCH /users/${unknownId}`]],
  [update, { input: { meta: {} } }, [`GET /users/${unknownId}`]],
  [remove, {}, ["GET /users/me", `DELETE /users/${unknownId}`]],
];

test.each(onUnknown)(
  "a write to a user that does not exist is NOT_FOUND: %s",
  async (document, more, sent) => {
    const made = gateway();
    const { errors } = await made.execute(document, { id: unknownId, ...more });
    expect(codesOf(errors)).toEqual(["NOT_FOUND"]);
    expect(made.calls()).toEqual(sent.map((call) => `web1on1 ${call}`));
  },
);

const badInput: [string, object][] = [
  [update, { id: gid("Organization", organizationId), input: { phone: "1" } }],
  [update, { id: "me", input: { phone: "1" } }],
  [update, { id: userId, input: { status: "ARCHIVED", organization: { id: gid("User", userId) } } }],
  [update, { id: userId, input: { organization: { domain: "not a domain" } } }],
  [remove, { id: "me" }],
  [remove, { id: `gid://assembled/Person/${personCases.email.personId}` }],
  [create, { input: { email: "ann@chat.example", organization: { id: gid("User", userId) } } }],
  [create, { input: { email: "ann@chat.example", role: null } }],
];

test.each(badInput)("what cannot be meant costs no call: %s %j", async (document, variables) => {
  const made: TestGateway = gateway();
  const { errors } = await made.execute(document, { ...variables });
  expect(codesOf(errors)).toEqual(["BAD_USER_INPUT"]);
  expect(made.calls()).toEqual([]);
});
