import { expect, test } from "vitest";
import { accountCases, contactCases, showcase } from "../../src/sandbox/data/showcase.ts";
import { gateway } from "../support/gateway.ts";

const { accountId } = showcase.account;
const userFields = "user { sourceId } userLinks { reason user { sourceId } }";
const contactFields = "contact { sourceId } contactLinks { reason contact { sourceId } }";
const contactById = `query ($id: ID!) { contact(by: { id: $id }) { ${userFields} } }`;
const userById = `query ($id: ID!) { user(by: { id: $id }) { ${contactFields} } }`;

const pages = (call: string, rows: number) => Array<string>(Math.ceil(rows / 100)).fill(call);
const { assembly, web1on1 } = gateway().sandbox.data;
const listedUsers = web1on1.users.filter(({ status }) => status !== "archived");
const allUsers = pages("web1on1 GET /users", listedUsers.length);
const allContacts = pages("assembly GET /contacts", assembly.contacts.length);

const userLinks = (ids: readonly string[]) =>
  ids.map((sourceId) => ({ reason: "EMAIL", user: { sourceId } }));
const contactLinks = (ids: readonly string[]) =>
  ids.map((sourceId) => ({ reason: "EMAIL", contact: { sourceId } }));

test.each([
  ["with the same address in other letters", contactCases.email.contactId, [contactCases.email.userId]],
  ["that two users share the address of", contactCases.ambiguous.contactId, contactCases.ambiguous.userIds],
  // The list of users is the only way to an address, and it shows no archived ones.
  ["whose address only an archived user has", contactCases.archivedOnly.contactId, []],
  ["that chats nowhere", contactCases.none.contactId, []],
])("a contact alone %s", async (_, contactId, userIds) => {
  const { query, calls } = gateway();
  const [only = null] = userIds.length === 1 ? userIds : [];
  expect(await query(contactById, { id: contactId })).toEqual({
    contact: { user: only && { sourceId: only }, userLinks: userLinks(userIds) },
  });
  expect(calls()).toEqual([`assembly GET /contacts/${contactId}`, ...allUsers]);
});

test.each([
  ["with the same address in other letters", contactCases.email.userId, [contactCases.email.contactId]],
  ["that shares its address", contactCases.ambiguous.userIds[0], [contactCases.ambiguous.contactId]],
  [
    "that shares its address, the other",
    contactCases.ambiguous.userIds[1],
    [contactCases.ambiguous.contactId],
  ],
  ["that is archived", contactCases.archivedOnly.userId, [contactCases.archivedOnly.contactId]],
  ["that is no contact", showcase.gatewayUserId, []],
])("a user alone %s", async (_, userId, contactIds) => {
  const { query, calls } = gateway();
  const [only] = contactIds;
  expect(await query(userById, { id: userId })).toEqual({
    user: { contact: only ? { sourceId: only } : null, contactLinks: contactLinks(contactIds) },
  });
  expect(calls()).toEqual([`web1on1 GET /users/${userId}`, ...allContacts]);
});

test("two contacts with one address, upper and lower case aside, are both linked and neither is the answer", async () => {
  const { query, calls, sandbox } = gateway();
  const { contactId, userId } = contactCases.email;
  const contact = assembly.contacts.find(({ id }) => id === contactId);
  const twin = {
    ...contact,
    id: "0198aaaa-0000-7000-8000-000000000000",
    domain: contact?.domain.toUpperCase(),
  };
  // A row without an address, which no document allows, must not spoil the others.
  const data = [contact, twin, { id: "0198aaaa-0000-7000-8000-000000000001", name: "Nobody", domain: null }];
  sandbox.assembly.inject({
    row: "contacts.list",
    reply: { status: 200, body: { contacts: { data, has_next_page: false } } },
  });
  expect(await query(userById, { id: userId })).toEqual({
    user: { contact: null, contactLinks: contactLinks([contactId, twin.id]) },
  });
  expect(calls()).toEqual([`web1on1 GET /users/${userId}`, "assembly GET /contacts"]);
});

test("a contact in capital letters is the user in small ones", async () => {
  const { query, calls, sandbox } = gateway();
  const { contactId, userId } = contactCases.email;
  const contact = assembly.contacts.find(({ id }) => id === contactId);
  sandbox.assembly.inject({
    row: "contacts.getById",
    reply: { status: 200, body: { contact: { ...contact, domain: contact?.domain.toUpperCase() } } },
  });
  expect(await query(contactById, { id: contactId })).toEqual({
    contact: { user: { sourceId: userId }, userLinks: userLinks([userId]) },
  });
  expect(calls()).toEqual([`assembly GET /contacts/${contactId}`, ...allUsers]);
});

test("a user without an address costs no look at contacts", async () => {
  const { query, calls, sandbox } = gateway();
  const { userId } = contactCases.email;
  sandbox.web1on1.inject({ row: "users.get", reply: { status: 200, body: { id: userId } } });
  expect(await query(userById, { id: userId })).toEqual({ user: { contact: null, contactLinks: [] } });
  expect(calls()).toEqual([`web1on1 GET /users/${userId}`]);
});

test("all contacts of a company find their users in one walk over users, with the answers they have alone", async () => {
  const { query, calls } = gateway();
  const { account } = await query(
    `query ($id: ID!) { account(by: { id: $id }) { contacts(first: 50) { nodes { sourceId ${userFields} } } } }`,
    { id: accountId },
  );
  expect(calls()).toEqual([
    `assembly GET /accounts/${accountId}`,
    `assembly GET /contacts/company/${accountId}`,
    ...allUsers,
  ]);
  const rows = account.contacts.nodes;
  expect(rows).toHaveLength(14);
  for (const { sourceId, ...linked } of rows) {
    const alone = gateway();
    expect(await alone.query(contactById, { id: sourceId })).toEqual({ contact: linked });
    expect(alone.calls()).toEqual([`assembly GET /contacts/${sourceId}`, ...allUsers]);
  }
});

test("the users of an organization find their contacts in one walk over contacts, with the answers they have alone", async () => {
  const { query, calls } = gateway();
  const { users } = await query(
    `query ($organization: ID) {
      users(first: 50, filter: { organization: $organization }) { nodes { sourceId ${contactFields} } }
    }`,
    { organization: showcase.account.organizationId },
  );
  expect(users.nodes.length).toBeGreaterThan(40);
  expect(calls()).toEqual(["web1on1 GET /users", ...allContacts]);
  const found = users.nodes.filter(({ contact }: { contact: object | null }) => contact !== null);
  expect(found.length).toBeGreaterThanOrEqual(5);
  for (const { sourceId, ...linked } of found) {
    const alone = gateway();
    expect(await alone.query(userById, { id: sourceId })).toEqual({ user: linked });
    expect(alone.calls()).toEqual([`web1on1 GET /users/${sourceId}`, ...allContacts]);
  }
});

test("a contact that a user leads to is whole, and leads on to its company", async () => {
  const { query, calls } = gateway({ sandbox: { choices: { assembly: { contactsCarryCompany: false } } } });
  const { contactId, userId } = contactCases.email;
  const data = await query(
    `query ($id: ID!) {
      user(by: { id: $id }) { contact { sourceId email account { name } user { sourceId } } }
    }`,
    { id: userId },
  );
  const row = assembly.contacts.find(({ id }) => id === contactId);
  expect(data.user.contact).toEqual({
    sourceId: contactId,
    email: row?.domain,
    account: { name: "Acme Robotics" },
    user: { sourceId: userId },
  });
  expect(calls().toSorted()).toEqual(
    [
      `web1on1 GET /users/${userId}`,
      ...allContacts,
      "assembly GET /accounts",
      `assembly GET /contacts/company/${accountId}`,
      ...allUsers,
    ].toSorted(),
  );
});

test("a contact whose address is changed is joined by the new one in the same document", async () => {
  const { query, calls } = gateway();
  const { contactId, userId } = contactCases.email;
  const data = await query(
    `mutation ($id: ID!) {
      before: updateContact(by: { id: $id }, input: { notes: "x" }) { contact { user { sourceId } } }
      after: updateContact(by: { id: $id }, input: { email: "new@acme.example" }) { contact { user { sourceId } } }
    }`,
    { id: contactId },
  );
  expect(data).toEqual({
    before: { contact: { user: { sourceId: userId } } },
    after: { contact: { user: null } },
  });
  const writtenAndRead = [`assembly PUT /contacts/${contactId}`, `assembly GET /contacts/${contactId}`];
  // A write in Assembly changes no user, so those that were read are joined anew.
  expect(calls()).toEqual([...writtenAndRead, ...allUsers, ...writtenAndRead]);
});

test("when chat is down a contact is told all the same, and only its user is missing", async () => {
  const { execute, calls, sandbox } = gateway();
  sandbox.web1on1.inject({ row: "users.list", reply: { status: 403, body: { message: "no" } } });
  const { data, errors } = await execute(
    `query ($id: ID!) { account(by: { id: $id }) { contacts(first: 1) { nodes { sourceId user { sourceId } } } } }`,
    { id: accountCases.sourceId.accountId },
  );
  expect(data.account.contacts.nodes).toEqual([{ sourceId: contactCases.none.contactId, user: null }]);
  expect(errors).toMatchObject([
    {
      path: ["account", "contacts", "nodes", 0, "user"],
      extensions: { code: "FORBIDDEN", system: "web1on1" },
    },
  ]);
  expect(calls().filter((call) => call.startsWith("assembly"))).toHaveLength(2);
});
