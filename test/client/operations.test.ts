import { describe, expect, test } from "vitest";
import { exampleObjects } from "../../src/client/tabs.ts";
import { personCases, showcase } from "../../src/sandbox/data/showcase.ts";
import { testNowMs } from "../support/clock.ts";
import { gateway } from "../support/gateway.ts";
import { createSandboxData } from "../support/sandbox-data.ts";
import { documents, examples, runOperation } from "./run-operation.ts";

const { accountId, organizationId } = showcase.account;

test("every shipped operation has example variables, and the other way round", () => {
  expect(Object.keys(examples).sort()).toEqual([...documents.keys()].sort());
});

describe("calls of a cold gateway", () => {
  test("customer-360: one customer over all systems, with how each record was linked", async () => {
    const { data, called } = await runOperation("customer-360");
    const { account, contacts, linkReason, organization, people, users } = data.customer360;
    expect([account.name, linkReason]).toEqual(["Acme Robotics", "SOURCE_ID"]);
    expect(organization.id).toBe(`gid://web1on1/Organization/${organizationId}`);
    const reasons = contacts.nodes.flatMap(({ userLinks }: { userLinks: { reason: string }[] }) =>
      userLinks.map(({ reason }) => reason),
    );
    expect(new Set(reasons)).toEqual(new Set(["EMAIL"]));
    expect(users.nodes.length).toBeGreaterThanOrEqual(people.totalCount);
    expect(people.edges).toHaveLength(people.totalCount);
    const shifts = people.edges.map(({ node }: { node: { onShift: boolean } }) => node.onShift);
    expect(new Set(shifts)).toEqual(new Set([true, false]));
    expect(new Set(called.filter((call) => call.startsWith("assembled")))).toEqual(
      new Set(["assembled GET /v0/activities", "assembled GET /v0/people"]),
    );
    expect(called).toHaveLength(10);
  });

  test("account-desk: one customer, its agents and their shifts", async () => {
    const { data, called } = await runOperation("account-desk");
    const { account } = data;
    expect(account).toMatchObject({ name: "Acme Robotics", type: "COMPANY", tier: { name: "Enterprise" } });
    expect(account.contacts.nodes.length).toBeGreaterThanOrEqual(12);
    const people = account.organization.users.nodes.flatMap((user: { person: unknown }) => user.person ?? []);
    expect(people.length).toBeGreaterThanOrEqual(15);
    const onShift = people.filter(
      (person: { activities: { nodes: { startTime: string; endTime: string }[] } }) =>
        person.activities.nodes.some(
          ({ startTime, endTime }) => Date.parse(startTime) <= testNowMs && testNowMs < Date.parse(endTime),
        ),
    );
    expect(onShift.length).toBeGreaterThan(0);
    expect(called.sort()).toEqual([
      "assembled GET /v0/activities",
      "assembled GET /v0/people",
      "assembly GET /accounts/acme.example",
      "assembly GET /accounts/labels",
      `assembly GET /contacts/company/${accountId}`,
      `web1on1 GET /organizations/${organizationId}`,
      "web1on1 GET /users",
    ]);
  });

  test("team-day: a team with activities, users, organizations and accounts", async () => {
    const { data, called, sandbox } = await runOperation("team-day");
    const { people } = data;
    expect(people.nodes).toHaveLength(people.totalCount);
    expect(people.nodes.some(({ site }: { site: unknown }) => site)).toBe(true);
    expect(
      people.nodes.some(
        ({ user }: { user?: { organization?: { account?: unknown } } }) => user?.organization?.account,
      ),
    ).toBe(true);
    const userPages = Math.ceil(listedUsers(sandbox.data.web1on1.users).length / 100);
    expect(called.filter((call) => call.startsWith("assembled")).sort()).toEqual([
      "assembled GET /v0/activities",
      "assembled GET /v0/people",
      "assembled GET /v0/queues",
    ]);
    expect(called.filter((call) => call.startsWith("assembly"))).toEqual([
      "assembly GET /accounts",
      "assembly GET /accounts/labels",
    ]);
    expect(called.filter((call) => call.startsWith("web1on1")).sort()).toEqual([
      "web1on1 GET /organizations",
      ...Array.from({ length: userPages }, () => "web1on1 GET /users"),
    ]);
  });

  test("chat-directory: a page of users with their organizations", async () => {
    const { data, called } = await runOperation("chat-directory", examples["chat-directory"], (document) =>
      document.replace("organization { id", "organization { id status"),
    );
    expect(data.users.nodes).toHaveLength(100);
    expect(data.users.nodes.every(({ organization }: { organization: unknown }) => organization)).toBe(true);
    const [users, page, ...points] = called;
    expect([users, page]).toEqual(["web1on1 GET /users", "web1on1 GET /organizations"]);
    // Archived organizations are in no list, so each costs a read of its own.
    const archived = data.users.nodes.flatMap(
      ({ organization }: { organization: { id: string; status: string } }) =>
        organization.status === "ARCHIVED"
          ? `web1on1 GET /organizations/${organization.id.split("/").at(-1)}`
          : [],
    );
    expect(points).toEqual([...new Set(archived)]);
  });

  test("usage-feed: one page of one account", async () => {
    const { data, called } = await runOperation("usage-feed");
    expect(data.account.usageLogs.nodes).toHaveLength(10);
    expect(data.account.usageLogs.pageInfo.hasNextPage).toBe(true);
    expect(called).toEqual([
      "assembly GET /accounts/acme.example",
      `assembly GET /usage/accounts/${accountId}`,
    ]);
  });

  test("refetch: one object of each of four types is one point read each", async () => {
    const { data, called } = await runOperation("refetch");
    expect(data.nodes.map(({ __typename }: { __typename: string }) => __typename)).toEqual([
      "Account",
      "Organization",
      "Person",
      "User",
    ]);
    expect(called.sort()).toEqual([
      `assembled GET /v0/people/${showcase.person.personId}`,
      `assembly GET /accounts/${accountId}`,
      `web1on1 GET /organizations/${organizationId}`,
      `web1on1 GET /users/${showcase.person.userId}`,
    ]);
  });

  test("form-builder: a form with its fields, its organization and its template", async () => {
    const { data, called } = await runOperation("form-builder");
    const { form } = data;
    expect(form).toMatchObject({
      name: "Robot out of order",
      status: "ACTIVE",
      type: "TOPIC",
      organization: { name: "Acme Robotics" },
      template: { name: "Return" },
    });
    expect(form.fields.map(({ name, type }: Readonly<Record<string, string>>) => [name, type])).toEqual([
      ["orderNumber", "TEXT"],
      ["reason", "SELECT"],
      ["callBackAt", "DATETIME_LOCAL"],
      ["consent", "CHECKBOX"],
    ]);
    expect(called.sort()).toEqual([
      `web1on1 GET /forms/${showcase.form.id}`,
      `web1on1 GET /forms/${showcase.form.templateId}`,
      `web1on1 GET /organizations/${organizationId}`,
    ]);
  });

  test("create-contact: one write, one read of it and one of its account", async () => {
    const { data, called } = await runOperation("create-contact");
    expect(data.createContact.contact).toMatchObject({
      name: "Ada Example",
      email: "ada@acme.example",
      account: { name: "Acme Robotics" },
    });
    const id = data.createContact.contact.id.split("/").at(-1);
    expect(called).toEqual([
      "assembly POST /contacts",
      `assembly GET /contacts/${id}`,
      "assembly GET /accounts/acme.example",
    ]);
  });

  const [window, types] = ["assembled GET /v0/activities", "assembled GET /v0/activity_types"];
  test.each([
    ["ALLOW", "a read of its type", [], [types]],
    ["REPLACE", "a read of its type", [], [types]],
    ["REFUSE", "a read of the window that brings its type along", [window], []],
  ])("create-activity with %s: one write, and %s", async (onConflict, _, before, after) => {
    const { input } = examples["create-activity"] as { input: object };
    const { data, called } = await runOperation("create-activity", { input: { ...input, onConflict } });
    expect(data.createActivity.activity).toMatchObject({
      description: "Covering for a colleague",
      type: { name: "Shift" },
    });
    expect(called).toEqual([
      `assembled GET /v0/people/${showcase.person.personId}`,
      ...before,
      "assembled POST /v0/activities",
      ...after,
    ]);
  });

  test("create-service: one write, which answers the service, and one read of its organization", async () => {
    const { data, called } = await runOperation("create-service");
    expect(data.createService.service).toMatchObject({
      name: "Order updates",
      type: "WEBHOOK",
      organization: { name: "Acme Robotics" },
    });
    expect(called).toEqual(["web1on1 POST /services", `web1on1 GET /organizations/${organizationId}`]);
  });

  test("update-user: one write, and one read when preferences are merged", async () => {
    const { data, called } = await runOperation("update-user");
    expect(data.updateUser.user.settings.locale).toBe("NL");
    const { userId } = showcase.person;
    expect(called).toEqual([`web1on1 GET /users/${userId}`, `web1on1 PATCH /users/${userId}`]);

    const plain = await runOperation("update-user", { id: userId, input: { displayName: "S. Sato" } });
    expect(plain.data.updateUser.user.displayName).toBe("S. Sato");
    expect(plain.called).toEqual([`web1on1 PATCH /users/${userId}`]);
  });
});

test("an operation that is asked again on the same gateway is answered the same without a call", async () => {
  const made = gateway();
  const document = documents.get("account-desk") ?? "";
  const first = await made.query(document, examples["account-desk"]);
  expect(made.calls().length).toBeGreaterThan(0);
  expect(await made.query(document, examples["account-desk"])).toEqual(first);
  expect(made.calls()).toEqual([]);
});

test("a person who left is still found behind the activities of their last days", async () => {
  const made = gateway();
  const data = await made.query(
    `query ($window: TimeWindow!, $agents: [ID!]) {
      activities(window: $window, filter: { agents: $agents }) { nodes { person { deleted } } }
    }`,
    {
      agents: [personCases.left.agentId],
      window: {
        start: new Date(testNowMs - 6 * 86_400_000).toISOString(),
        end: new Date(testNowMs).toISOString(),
      },
    },
  );
  expect(data.activities.nodes.length).toBeGreaterThan(0);
  expect(data.activities.nodes.every(({ person }: { person: unknown }) => person)).toBe(true);
  expect(made.calls()).toEqual(["assembled GET /v0/activities", "assembled GET /v0/people"]);
});

const listedUsers = (users: readonly { readonly status?: string | null }[]) =>
  users.filter(({ status }) => status !== "archived");

test("the objects of examples are those of the sandbox", () => {
  const { account, form, person, shiftPatternId, team, shiftTypeId } = showcase;
  const { assembled, web1on1 } = createSandboxData(testNowMs);
  const { people } = assembled;
  const category = web1on1.organizations.find(({ id }) => id === organizationId)?.categories?.[1];
  expect(exampleObjects).toEqual({
    domain: account.domain,
    accountId: account.accountId,
    organizationId: account.organizationId,
    formId: form.id,
    personId: person.personId,
    personEmail: people.find(({ id }) => id === person.personId)?.email,
    shiftPatternId,
    userId: person.userId,
    teamId: team.id,
    shiftTypeId,
    categoryId: category?.id,
  });
});
