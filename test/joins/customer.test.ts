import { describe, expect, test } from "vitest";
import type { Scope } from "../../src/auth/scopes.ts";
import { contactId, organizationId } from "../../src/sandbox/data/ids.ts";
import { accountCases, contactCases, showcase } from "../../src/sandbox/data/showcase.ts";
import { clientWith } from "../support/clients.ts";
import { testNowMs } from "../support/clock.ts";
import { gateway } from "../support/gateway.ts";
import { planned } from "../support/planned.ts";
import { createSandboxData } from "../support/sandbox-data.ts";

const { assembly, web1on1 } = createSandboxData(testNowMs);
const { account, gatewayUserId, masterOrganizationId } = showcase;
const contact = assembly.contacts.find(({ id }) => id === contactId("acme", 0));
const gid = (type: string, id: string) =>
  `gid://${type === "Account" || type === "Contact" ? "assembly" : "web1on1"}/${type}/${id}`;

/** The domain of an account that is the website of its organization, so that either system alone finds its own record. */
const onWebsite = assembly.accounts.find(({ id }) => id === accountCases.website.accountId)?.domain;

const document = `query ($by: CustomerLookup!) {
  customer360(by: $by) {
    account { sourceId } organization { sourceId } linkReason
    contacts(first: 5) { nodes { sourceId account { sourceId } } }
    users(first: 5) { nodes { sourceId } }
    people(first: 5) { totalCount nodes { sourceId } edges { userLinks { reason } } }
  }
}`;
const both =
  "query ($by: CustomerLookup!) { customer360(by: $by) { account { sourceId } organization { sourceId } linkReason } }";
const acme = {
  account: { sourceId: account.accountId },
  organization: { sourceId: account.organizationId },
  linkReason: "SOURCE_ID",
};
const nothing = { account: null, organization: null, linkReason: null };

const readUsers = "web1on1 GET /users";
const readPeople = "assembled GET /v0/people";
const readContacts = `assembly GET /contacts/company/${account.accountId}`;
const readOrganization = `web1on1 GET /organizations/${account.organizationId}`;
/** The reads that follow once account and organization are known. */
const readTheRest = [readContacts, readPeople, readUsers];

describe("a customer", () => {
  test("by domain is five calls, and none when it is asked again", async () => {
    const { query, calls } = gateway();
    const answer = await query(document, { by: { domain: account.domain } });
    const { contacts, people, users, ...records } = answer.customer360;
    expect(records).toEqual(acme);
    expect(contacts.nodes).toHaveLength(5);
    expect(contacts.nodes[0].account).toEqual(acme.account);
    expect(users.nodes).toHaveLength(5);
    expect(people.totalCount).toBeGreaterThan(10);
    expect(people.nodes).toHaveLength(5);
    expect(people.edges[0].userLinks[0].reason).toMatch(/^(EMAIL|PLATFORM_ID)$/);
    expect(calls().toSorted()).toEqual(
      [`assembly GET /accounts/${account.domain}`, readOrganization, ...readTheRest].toSorted(),
    );
    expect(await query(document, { by: { domain: account.domain } })).toEqual(answer);
    expect(calls()).toEqual([]);
  });

  test("costs no more than the record that is selected of it", async () => {
    const { query, calls } = gateway();
    await query("query ($by: CustomerLookup!) { customer360(by: $by) { account { name } } }", {
      by: { domain: account.domain },
    });
    expect(calls()).toEqual([`assembly GET /accounts/${account.domain}`]);
    await query("query ($by: CustomerLookup!) { customer360(by: $by) { __typename } }", {
      by: { domain: "other.example" },
    });
    expect(calls()).toEqual([]);
  });

  test.each([
    ["the id of its account", { id: gid("Account", account.accountId) }],
    ["the id of a contact", { id: gid("Contact", contact?.id ?? "") }],
    ["the id of its organization", { id: gid("Organization", account.organizationId) }],
    [
      "the id of a user of its organization",
      {
        id: gid(
          "User",
          web1on1.users.find(({ organization }) => organization === account.organizationId)?.id ?? "",
        ),
      },
    ],
    ["a contact's e-mail address", { email: contact?.domain }],
    ["an address at its host that no record has", { email: `new.person@${account.domain}` }],
  ])("is found by %s", async (_, by) => {
    const { query } = gateway();
    expect((await query(both, { by })).customer360).toEqual(acme);
  });

  test("by a contact's id and by its account's is a read of each record on the way", async () => {
    const { query, calls } = gateway({ sandbox: { choices: { assembly: { contactsCarryCompany: true } } } });
    await query(document, { by: { id: gid("Contact", contact?.id ?? "") } });
    expect(calls().toSorted()).toEqual(
      [
        `assembly GET /contacts/${contact?.id}`,
        `assembly GET /accounts/${account.accountId}`,
        readOrganization,
        ...readTheRest,
      ].toSorted(),
    );
    await query(document, { by: { id: gid("Account", account.accountId) } });
    expect(calls()).toEqual([]);
  });

  test("who stands alone is found by the address, and has no contacts", async () => {
    const { accountId } = accountCases.customer;
    const { domain } = assembly.accounts.find(({ id }) => id === accountId) ?? {};
    const { customer360 } = await gateway().query(document, { by: { email: domain } });
    expect(customer360).toMatchObject({
      account: { sourceId: accountId },
      organization: { sourceId: accountCases.customer.organizationId },
      linkReason: "SOURCE_ID",
      contacts: null,
    });
  });

  test("that only the chat system knows has an organization alone", async () => {
    const { query } = gateway();
    const { url } = web1on1.organizations.find(({ id }) => id === masterOrganizationId) ?? {};
    const organization = { sourceId: masterOrganizationId };
    const byUser = { id: gid("User", gatewayUserId) };
    expect((await query(both, { by: byUser })).customer360).toEqual({ ...nothing, organization });
    if (url) {
      const domain = new URL(url).hostname;
      expect((await query(both, { by: { domain } })).customer360).toEqual({ ...nothing, organization });
    }
  });

  test.each([
    ["a domain", { domain: "nobody.example" }],
    ["an address that the public has, too", { email: "nobody.at.all@gmail.com" }],
    ["an id", { id: gid("Organization", "0".repeat(24)) }],
  ])("that none knows by %s is empty", async (_, by) => {
    const { customer360 } = await gateway().query(document, { by });
    expect(customer360).toEqual({ ...nothing, contacts: null, users: null, people: null });
  });

  test("whose account matches several organizations has none", async () => {
    const { query } = gateway();
    const by = { id: gid("Account", accountCases.ambiguousSourceId.accountId) };
    const { customer360 } = await query(both, { by });
    expect(customer360).toEqual({
      ...nothing,
      account: { sourceId: accountCases.ambiguousSourceId.accountId },
    });
  });

  test("that is asked for by what is no key of one is refused for no call", async () => {
    const { execute, calls } = gateway();
    for (const by of [{ id: "acme" }, { id: "gid://assembled/Person/1" }, { domain: "no domain" }]) {
      const { errors } = await execute(both, { by });
      expect(errors[0]?.extensions.code).toBe("BAD_USER_INPUT");
    }
    expect(calls()).toEqual([]);
  });
});

test("customers that are asked for together share their reads", async () => {
  const { query, calls } = gateway();
  const domains = ["bluebird", "nordlys", "tromso", "acme"].map(
    (key) =>
      assembly.accounts.find(({ source_specific_ids: ids }) => ids?.includes(organizationId(key)))?.domain,
  );
  const named = ["acme.example", ...new Set(domains.filter(Boolean))].slice(0, 4);
  const fields = "account { sourceId } people(first: 3) { nodes { sourceId } }";
  await query(
    `{ ${named.map((domain, at) => `c${at}: customer360(by: { domain: "${domain}" }) { ${fields} }`).join(" ")} }`,
  );
  const made = calls();
  expect(made.filter((call) => call === readPeople)).toHaveLength(1);
});

describe("without a system", () => {
  test.each([
    ["assembly", { account: null, contacts: null, linkReason: null }, ["account", "contacts", "linkReason"]],
    ["assembled", { people: null }, ["people"]],
    [
      "web1on1",
      { organization: null, users: null, people: null, linkReason: null },
      ["linkReason", "organization", "people", "users"],
    ],
  ] as const)("%s, its own part is empty and the rest is there", async (system, empty, failed) => {
    const { execute, sandbox } = gateway();
    sandbox[system].inject({ row: "*", reply: { status: 403 } });
    const { data, errors } = await execute(document, { by: { domain: onWebsite } });
    expect(data.customer360).toMatchObject(empty);
    expect(errors.map(({ path }) => path?.at(-1)).toSorted()).toEqual(failed);
    expect(new Set(errors.map(({ extensions }) => extensions.system))).toEqual(new Set([system]));
    const there = Object.keys(data.customer360).filter(
      (name) => !(failed as readonly string[]).includes(name),
    );
    for (const name of there) expect(data.customer360[name], name).not.toBeNull();
  });

  test("that fails, no other way through it is tried", async () => {
    const { execute, calls, sandbox } = gateway();
    sandbox.web1on1.inject({ row: "*", reply: { status: 422 } });
    await execute("query ($by: CustomerLookup!) { customer360(by: $by) { organization { name } } }", {
      by: { domain: account.domain },
    });
    expect(calls()).toEqual([`assembly GET /accounts/${account.domain}`, readOrganization]);
  });

  test("that refuses the organization of the account, that of the chat user is found", async () => {
    const { query, sandbox } = gateway();
    sandbox.web1on1.inject({ row: "organizations.get", times: 1, reply: { status: 403 } });
    const user = web1on1.users.find(({ id }) => id === contactCases.email.userId);
    const { customer360 } = await query(
      "query ($by: CustomerLookup!) { customer360(by: $by) { organization { sourceId } } }",
      { by: { email: user?.email } },
    );
    expect(customer360).toEqual({ organization: { sourceId: user?.organization } });
  });

  test.each<[string, readonly Scope[], readonly string[], RegExp]>([
    ["Assembly alone", ["assembly:read"], ["account", "contacts"], /^assembly /],
    ["Web1on1 alone", ["web1on1:read"], ["organization", "users"], /^web1on1 /],
    [
      "both but Assembled",
      ["assembly:read", "web1on1:read"],
      ["account", "contacts", "linkReason", "organization", "users"],
      /^(assembly|web1on1) /,
    ],
  ])(
    "a client that may read %s has its part, and no other system is called",
    async (_, scopes, part, called) => {
      const { execute, calls } = gateway({ client: clientWith(...scopes) });
      const { data, errors } = await execute(document, { by: { domain: onWebsite } });
      const given = Object.keys(data.customer360).filter((name) => data.customer360[name] !== null);
      expect(given.toSorted()).toEqual(part);
      for (const { extensions } of errors) expect(extensions.code).toBe("FORBIDDEN");
      expect(errors).toHaveLength(6 - part.length);
      for (const call of calls()) expect(call).toMatch(called);
    },
  );

  test("a client may not ask by the id of a record that it may not read, nor with no right to either system", async () => {
    const ofAssembly = gateway({ client: clientWith("assembly:read") });
    const ofAssembled = gateway({ client: clientWith("assembled:read") });
    const answers = [
      await ofAssembly.execute(both, { by: { id: gid("User", gatewayUserId) } }),
      await ofAssembled.execute(both, { by: { domain: account.domain } }),
    ];
    for (const { data, errors } of answers) {
      expect(data).toEqual({ customer360: null });
      expect(errors[0]?.extensions.code).toBe("FORBIDDEN");
    }
    expect([...ofAssembly.calls(), ...ofAssembled.calls()]).toEqual([]);
  });
});

test("a contact that is named by its address and whose company none tells is looked for, the domain then", async () => {
  const { query } = gateway({ sandbox: { choices: { assembly: { contactsCarryCompany: false } } } });
  const { domain: email } = assembly.contacts.find(({ id }) => id === contactCases.email.contactId) ?? {};
  expect((await query(both, { by: { email } })).customer360).toEqual(acme);
});

test.each([
  ["domain", { domain: account.domain }],
  ["email", { email: contact?.domain }],
  ["id", { id: gid("Organization", account.organizationId) }],
])("a plan by %s has room for its calls", async (_, by) => {
  const made = gateway();
  const { errors, plan } = await planned(made, document, { by });
  expect(errors).toEqual([]);
  await made.query(document, { by });
  const calls = made.calls();
  for (const [system, { calls: range }] of Object.entries(plan ?? {})) {
    if (system === "total") continue;
    const count = calls.filter((call) => call.startsWith(`${system} `)).length;
    expect(range.least, system).toBeLessThanOrEqual(count);
    expect(range.most ?? Number.POSITIVE_INFINITY, system).toBeGreaterThanOrEqual(count);
  }
  expect(plan?.["id" in by ? "web1on1" : "assembly"]?.calls.least).toBe(1);
});
