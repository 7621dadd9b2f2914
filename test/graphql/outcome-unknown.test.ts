import { parse, validate } from "graphql";
import { describe, expect, test } from "vitest";
import { apiOf } from "../../src/resolving/system.ts";
import { organizationId } from "../../src/sandbox/data/ids.ts";
import { showcase } from "../../src/sandbox/data/showcase.ts";
import { systems } from "../../src/systems.ts";
import { testNowMs } from "../support/clock.ts";
import { gateway } from "../support/gateway.ts";

interface Row {
  readonly name?: string;
}

interface LostWrite {
  readonly system: "assembly" | "assembled" | "web1on1";
  readonly row: string;
  readonly call: string;
  readonly mutation: string;
  /** What the query that is given takes as variables: values of the write. */
  readonly values: Readonly<Record<string, unknown>>;
  /** The name of what was written, where that query shows others, too. */
  readonly name?: string;
}

const { agentId } = showcase.person;
const withoutServices = organizationId("closed");
const window = { start: "2026-03-14T09:00:00.000Z", end: "2026-03-14T10:00:00.000Z" };
const inWindow = `person: { agentId: "${agentId}" }, typeId: "${showcase.shiftTypeId}", window: { start: "${window.start}", end: "${window.end}" }`;
const billingInfo = '{ billReceiver: "a", billSender: "b", stripeCustomerId: "cus_1", currentPlan: "grow" }';
const newPerson = `firstName: "Lost", lastName: "Z", email: "lost@helpdesk.example", timezone: "UTC", staffable: true`;

const longName = "Lost ".repeat(60).trim();

const lostWrites: readonly LostWrite[] = [
  {
    system: "assembly",
    row: "accounts.create",
    call: "POST /accounts",
    mutation: 'createAccount(input: { type: COMPANY, name: "Lost", domain: "lost.example" }) { accountId }',
    values: { domain: "lost.example" },
  },
  {
    system: "assembly",
    row: "contacts.create",
    call: "POST /contacts",
    mutation:
      'createContact(input: { name: "Lost", email: "lost@acme.example", account: { domain: "acme.example" } }) { contactId }',
    values: { email: "lost@acme.example" },
  },
  {
    system: "web1on1",
    row: "users.create",
    call: "POST /users",
    mutation: 'createUser(input: { email: "lost@acme.example" }) { userId }',
    values: { email: "lost@acme.example" },
  },
  {
    system: "web1on1",
    row: "organizations.create",
    call: "POST /organizations",
    mutation: `createOrganization(input: { name: "Lost", billingInfo: ${billingInfo} }) { organizationId }`,
    values: {},
    name: "Lost",
  },
  {
    system: "web1on1",
    row: "services.create",
    call: "POST /services",
    mutation: `createService(input: { name: "Lost", organizationId: "${withoutServices}", params: { api: {} } }) { serviceId }`,
    values: { organization: withoutServices },
  },
  {
    system: "web1on1",
    row: "forms.create",
    call: "POST /forms",
    // A filter would take the first character for an operator.
    mutation: 'createForm(input: { name: "!Lost" }) { formId }',
    values: {},
    name: "!Lost",
  },
  {
    system: "web1on1",
    row: "forms.create",
    call: "POST /forms",
    // A filter does not take as much.
    mutation: `createForm(input: { name: "${longName}" }) { formId }`,
    values: {},
    name: longName,
  },
  {
    system: "assembled",
    row: "people.create",
    call: "POST /v0/people",
    mutation: `createPerson(input: { ${newPerson}, roleId: "$role" }) { personId }`,
    values: { email: "lost@helpdesk.example" },
  },
  {
    system: "assembled",
    row: "activities.create",
    call: "POST /v0/activities",
    mutation: `createActivity(input: { ${inWindow}, onConflict: ALLOW }) { activityId }`,
    values: { agents: [agentId], window },
  },
  {
    system: "assembled",
    row: "activities.bulk",
    call: "POST /v0/activities/bulk",
    mutation: `createActivities(input: { activities: [{ ${inWindow} }], onConflict: REPLACE }) { activityIds }`,
    values: { agents: [agentId], window },
  },
  {
    system: "assembled",
    row: "agentStates.create",
    call: "POST /v0/agents/state",
    mutation: `postAgentState(input: { agentPlatformId: "pbx-1", state: "busy", time: "2026-03-03T10:00:00Z" }) { agentPlatformId }`,
    values: { window: { start: "2026-03-03T09:00:00Z", end: "2026-03-03T11:00:00Z" } },
  },
  {
    system: "assembled",
    row: "agentStates.edit",
    call: "POST /v0/agents/state/edit",
    mutation: `editAgentStates(input: { edits: [{ insert: { agentPlatformId: "pbx-1", platform: "api", state: "busy", window: { start: "${window.start}", end: "${window.end}" } } }] }) { insertedCount }`,
    values: { window: { start: "2026-03-04T10:00:00Z", end: "2026-03-04T11:00:00Z" } },
  },
];

describe.each(lostWrites)("$call whose answer is lost", (lost) => {
  const { system, row, call, mutation, values, name } = lost;
  test.each([
    ["has taken effect", true],
    ["has not", false],
  ])("is sent once, and the query that comes with the error shows that it %s", async (_, afterEffect) => {
    const made = gateway();
    const roleId = made.sandbox.data.assembled.roles[0]?.id ?? "";
    made.sandbox[system].inject({ row, times: 1, kind: "reset", afterEffect });
    const { errors } = await made.execute(`mutation { ${mutation.replace("$role", roleId)} }`);
    expect(errors).toMatchObject([
      {
        extensions: {
          code: "UPSTREAM_OUTCOME_UNKNOWN",
          system,
          endpoint: call,
          retryable: false,
          attempts: 1,
          sentAt: new Date(testNowMs).toISOString(),
        },
      },
    ]);
    expect(made.calls()).toEqual([`${system} ${call}`]);

    const shown = await made.query(String(errors[0]?.extensions.reconcile), values);
    const [found] = Object.values<null | Row[] | { id?: string; nodes?: Row[] }>(shown);
    const all = found && "nodes" in found ? found.nodes : found;
    const rows = name !== undefined && Array.isArray(all) ? all.filter((row) => row.name === name) : all;
    expect(Array.isArray(rows) ? rows.length > 0 : rows !== null).toBe(afterEffect);
    expect(made.calls().every((each) => each.startsWith(`${system} GET`))).toBe(true);
  });
});

test("every write that must not be sent twice, and can be read, names a query, which fits the schema", () => {
  const { gateway: made, calls } = gateway();
  const rows = systems
    .flatMap(({ nouns }) => Object.values(apiOf(nouns)))
    .map((noun) => Object.values(noun))
    .filter((verbs) => verbs.some(({ effect }) => effect === "read"))
    .flat()
    .filter(({ effect }) => effect === "create");
  expect(rows.length).toBeGreaterThanOrEqual(lostWrites.length);
  for (const { method, path, reconcile = "" } of rows) {
    expect(reconcile, `${method} ${path}`).toMatch(/^query/);
    expect(validate(made.schema, parse(reconcile)), `${method} ${path}`).toEqual([]);
  }
  expect(calls()).toEqual([]);
});
