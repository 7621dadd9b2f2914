import { describe, expect, test } from "vitest";
import { personId, userId } from "../../src/sandbox/data/ids.ts";
import { personCases, showcase } from "../../src/sandbox/data/showcase.ts";
import { testNowMs } from "../support/clock.ts";
import { gateway } from "../support/gateway.ts";
import { createSandboxData } from "../support/sandbox-data.ts";

const { web1on1, assembled } = createSandboxData(testNowMs);
const userPages = Math.ceil(web1on1.users.filter(({ status }) => status !== "archived").length / 100);
const allUsers = Array.from({ length: userPages }, () => "web1on1 GET /users");
const person = (id: string) => `assembled GET /v0/people/${id}`;
const user = (id: string) => `web1on1 GET /users/${id}`;

const personDocument = `query ($id: ID!) {
  person(by: { id: $id }) { user { sourceId } userLinks { user { sourceId } reason } }
}`;
const userDocument = `query ($id: ID!) {
  user(by: { id: $id }) { person { sourceId } personLinks { person { sourceId } reason } }
}`;
const userOf = (sourceId: string | null, reason?: string) => ({
  user: sourceId === null ? null : { sourceId },
  userLinks: sourceId === null ? [] : [{ user: { sourceId }, reason }],
});
const personOf = (sourceId: string | null, reason?: string) => ({
  person: sourceId === null ? null : { sourceId },
  personLinks: sourceId === null ? [] : [{ person: { sourceId }, reason }],
});

describe("the chat user of a person", () => {
  const c = personCases;
  test.each([
    [
      "is named by a platform id",
      c.platformId,
      c.platformId.userId,
      "PLATFORM_ID",
      [user(c.platformId.userId)],
    ],
    [
      "is named by the imported id",
      c.importedId,
      c.importedId.userId,
      "PLATFORM_ID",
      [user(c.importedId.userId)],
    ],
    ["has the same address", c.email, c.email.userId, "EMAIL", allUsers],
    ["has the same address in another case", c.emailCase, c.emailCase.userId, "EMAIL", allUsers],
    [
      "is the one of the platform id, whoever has the address",
      c.platformOverEmail,
      c.platformOverEmail.userId,
      "PLATFORM_ID",
      [user(c.platformOverEmail.userId)],
    ],
    [
      "has the same address where the platform id leads nowhere",
      c.danglingPlatform,
      c.danglingPlatform.userId,
      "EMAIL",
      [user(userId("(never existed)")), ...allUsers],
    ],
    [
      "is archived where only an archived one is named",
      c.importedArchived,
      c.importedArchived.userId,
      "PLATFORM_ID",
      [user(c.importedArchived.userId)],
    ],
    ["is the living one of two", c.archivedAndLiving, c.archivedAndLiving.userId, "EMAIL", allUsers],
    ["is also that of a deleted person", c.deletedOnly, c.deletedOnly.userId, "EMAIL", allUsers],
    [
      "is also that of a deleted person whose address a living one has",
      { personId: c.deletedAndLiving.deletedPersonId },
      c.deletedAndLiving.userId,
      "EMAIL",
      allUsers,
    ],
    ["is also that of somebody who is not an agent", c.agentless, userId(42), "EMAIL", allUsers],
  ])("%s", async (_, { personId: id }, found, reason, called) => {
    const { query, calls } = gateway();
    expect(await query(personDocument, { id })).toEqual({ person: userOf(found, reason) });
    expect(calls()).toEqual([person(id), ...called]);
  });

  test.each([
    ["nobody has the address", c.noMatch],
    // The upstream lists no archived users, and only ids are read one by one.
    ["only an archived user has the address", c.archivedOnly],
    ["only an archived user has the address of somebody who left", c.left],
  ])("is null when %s", async (_, { personId: id }) => {
    const { query, calls } = gateway();
    expect(await query(personDocument, { id })).toEqual({ person: userOf(null) });
    expect(calls()).toEqual([person(id), ...allUsers]);
  });

  test("is null when two have the address, and the links list both", async () => {
    const { query, calls } = gateway();
    const { personId: id, userIds } = c.ambiguous;
    expect(await query(personDocument, { id })).toEqual({
      person: {
        user: null,
        userLinks: userIds.map((sourceId) => ({ user: { sourceId }, reason: "EMAIL" })),
      },
    });
    expect(calls()).toEqual([person(id), ...allUsers]);
  });

  test("is null when platform id and imported id name two, and the links list both", async () => {
    const { query, calls } = gateway();
    const input = { platforms: { web1on1: userId(1).toUpperCase() }, importedId: userId(2) };
    const answer = await query(
      `mutation ($id: ID!, $input: UpdatePersonInput!) {
        updatePerson(id: $id, input: $input) {
          person { user { sourceId } userLinks { user { sourceId } reason } }
        }
      }`,
      { id: personId(5), input },
    );
    expect(answer.updatePerson.person).toEqual({
      user: null,
      userLinks: [1, 2].map((number) => ({ user: { sourceId: userId(number) }, reason: "PLATFORM_ID" })),
    });
    expect(calls()).toEqual([`assembled PATCH /v0/people/${personId(5)}`, "web1on1 GET /users"]);
  });
});

test.each([null, ""])(
  "somebody whose address is %o has no user by it, which costs no call",
  async (email) => {
    const { query, calls, sandbox } = gateway();
    const body = { id: personId(1), first_name: "Ann", last_name: "Other", email };
    sandbox.assembled.inject({ row: "people.get", reply: { status: 200, body } });
    expect(await query(personDocument, { id: personId(1) })).toEqual({ person: userOf(null) });
    expect(calls()).toEqual([person(personId(1))]);
  },
);

describe("the person behind a chat user", () => {
  const c = personCases;
  const roster = "assembled GET /v0/people";
  test.each([
    ["names them by a platform id", c.platformId.userId, c.platformId.personId, "PLATFORM_ID"],
    ["names them by the imported id", c.importedId.userId, c.importedId.personId, "PLATFORM_ID"],
    ["has the same address", c.email.userId, c.email.personId, "EMAIL"],
    ["has the same address in another case", c.emailCase.userId, c.emailCase.personId, "EMAIL"],
    [
      "names them, whatever the address",
      c.platformOverEmail.userId,
      c.platformOverEmail.personId,
      "PLATFORM_ID",
    ],
    ["has the address and names another", c.platformOverEmail.loserId, c.platformOverEmail.personId, "EMAIL"],
    ["has the address and names nobody", c.danglingPlatform.userId, c.danglingPlatform.personId, "EMAIL"],
    ["names an archived one", c.importedArchived.userId, c.importedArchived.personId, "PLATFORM_ID"],
    ["has the address of an archived one", c.archivedOnly.userId, c.archivedOnly.personId, "EMAIL"],
    ["has the address of two, one living", c.archivedAndLiving.userId, c.archivedAndLiving.personId, "EMAIL"],
    ["has the address of two", c.ambiguous.userIds[0], c.ambiguous.personId, "EMAIL"],
    ["is the living one of two", c.deletedAndLiving.userId, c.deletedAndLiving.personId, "EMAIL"],
    [
      "is deleted where only a deleted one has the address",
      c.deletedOnly.userId,
      c.deletedOnly.personId,
      "EMAIL",
    ],
    ["has left, as the user has", c.left.userId, c.left.personId, "EMAIL"],
    ["is not an agent", userId(42), c.agentless.personId, "EMAIL"],
    ["is nobody", c.noMatch.userId, null, undefined],
  ])("%s", async (_, id, found, reason) => {
    const { query, calls } = gateway();
    expect(await query(userDocument, { id })).toEqual({ user: personOf(found, reason) });
    expect(calls()).toEqual([user(id), roster]);
  });

  test("is null when two name the user, and the links list both until one is deleted", async () => {
    const { query, calls } = gateway();
    const input = { platforms: { web1on1: userId(3) } };
    await query(
      "mutation ($id: ID!, $input: UpdatePersonInput!) { updatePerson(id: $id, input: $input) { personId } }",
      {
        id: personId(5),
        input,
      },
    );
    calls();
    expect(await query(userDocument, { id: userId(3) })).toEqual({
      user: {
        person: null,
        personLinks: [3, 5].map((number) => ({
          person: { sourceId: personId(number) },
          reason: "PLATFORM_ID",
        })),
      },
    });
    expect(calls()).toEqual([user(userId(3)), roster]);
    await query("mutation ($id: ID!) { deletePerson(id: $id) { deletedPersonId } }", { id: personId(3) });
    calls();
    expect(await query(userDocument, { id: userId(3) })).toEqual({
      user: personOf(personId(5), "PLATFORM_ID"),
    });
  });
});

describe("one alone and one of a page", () => {
  const cases = Object.values(personCases).map(({ personId: id }) => id);

  test("have the same users", async () => {
    const page = gateway();
    const ids = [...cases, ...assembled.people.map(({ id }) => id).filter((id) => !cases.includes(id))];
    const { nodes } = await page.query(
      `query ($ids: [ID!]!) {
        nodes(ids: $ids) { ... on Person { user { sourceId } userLinks { user { sourceId } reason } } }
      }`,
      { ids: ids.slice(0, 100).map((id) => `gid://assembled/Person/${id}`) },
    );
    // An id that the list of users does not show is read by itself: that of an archived user, and one that leads nowhere.
    expect(page.calls()).toEqual([
      "assembled GET /v0/people",
      ...allUsers,
      user(userId("(never existed)")),
      user(userId("imported-archived")),
    ]);
    for (const [at, id] of ids.slice(0, 20).entries()) {
      const alone = gateway();
      expect([id, await alone.query(personDocument, { id })]).toEqual([id, { person: nodes[at] }]);
      expect(alone.calls()[0]).toBe(person(id));
    }
  });

  test("have the same people", async () => {
    const page = gateway();
    const { users } = await page.query(`{
      users(first: 100) { nodes { sourceId person { sourceId } personLinks { person { sourceId } reason } } }
    }`);
    expect(page.calls()).toEqual(["web1on1 GET /users", "assembled GET /v0/people"]);
    const some = users.nodes.filter((_: unknown, at: number) => at % 7 === 3);
    expect(some).toHaveLength(14);
    for (const { sourceId, ...links } of some) {
      const alone = gateway();
      expect([sourceId, await alone.query(userDocument, { id: sourceId })]).toEqual([
        sourceId,
        { user: links },
      ]);
      expect(alone.calls()).toEqual([user(sourceId), "assembled GET /v0/people"]);
    }
  });
});

test("a hundred people cost the pages of users once, their links and the way back the roster once", async () => {
  const { query, calls } = gateway();
  const { people } = await query(`{
    people(first: 100) { nodes { sourceId user { person { sourceId } } userLinks { reason } } }
  }`);
  const linked = people.nodes.filter(({ user }: { user: unknown }) => user);
  expect(linked.length).toBeGreaterThan(70);
  for (const { sourceId, user } of linked) expect(user.person).toEqual({ sourceId });
  expect(calls()).toEqual(["assembled GET /v0/people", ...allUsers, "assembled GET /v0/people"]);
});

test("a user that may not be read empties the joined field only, once no other has the address", async () => {
  const { execute, calls, sandbox } = gateway();
  sandbox.web1on1.inject({ row: "users.get", reply: { status: 403 } });
  const { personId: id } = personCases.platformId;
  const { data, errors } = await execute(
    "query ($id: ID!) { person(by: { id: $id }) { sourceId user { id } } }",
    {
      id,
    },
  );
  expect(data).toEqual({ person: { sourceId: id, user: null } });
  expect(errors.map(({ path, extensions }) => [path, extensions.code, extensions.system])).toEqual([
    [["person", "user"], "FORBIDDEN", "web1on1"],
  ]);
  expect(calls()).toEqual([person(id), user(personCases.platformId.userId), ...allUsers]);
});

test("a change of address changes the join of the next look", async () => {
  const { query, calls } = gateway();
  const { personId: id, userId: sourceId } = showcase.person;
  expect(await query(personDocument, { id })).toEqual({ person: userOf(sourceId, "EMAIL") });
  await query(
    "mutation ($id: ID!, $input: UpdatePersonInput!) { updatePerson(id: $id, input: $input) { personId } }",
    {
      id,
      input: { email: "new.address@helpdesk.example" },
    },
  );
  calls();
  expect(await query(personDocument, { id })).toEqual({ person: userOf(null) });
  // The update answered the person.
  expect(calls()).not.toContain(person(id));
});
