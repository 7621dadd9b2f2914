import { expect, test } from "vitest";
import { labelId, organizationId, personId, usageLogId } from "../../src/sandbox/data/ids.ts";
import { contactCases, personCases, showcase } from "../../src/sandbox/data/showcase.ts";
import { sampleArguments } from "../estimate/arguments.ts";
import { testClock } from "../support/clock.ts";
import { emulatedTransport } from "../support/emulated-transport.ts";
import { gateway } from "../support/gateway.ts";
import { startServer, type TestServer } from "../support/server.ts";

const { domain, accountId: acmeAccount, organizationId: acme, tierId } = showcase.account;
const { agentId } = showcase.person;
const { team } = showcase;
const newcomer = personCases.noMatch;
const logId = usageLogId("account/acme", 0);
const signedIn = 'timestamp: "2026-03-04T10:00:00Z", type: ACTION, content: "Ryw", attribute: "Login"';
const window = '{ start: "2026-03-04T00:00:00Z", end: "2026-03-05T00:00:00Z" }';
const evening = '{ start: "2026-03-04T21:00:00Z", end: "2026-03-04T22:00:00Z" }';

/** Every way to what a client can see, each a query of its own: point reads, lists, filters, and joins of both directions. */
const reads = [
  `{ account(by: { domain: "${domain}" }) { name notes tags { name } tier { name } contacts(first: 100) { nodes { email } } } }`,
  `{ account(by: { id: "${acmeAccount}" }) { domain organization { name users(first: 100) { nodes { email } } } } }`,
  '{ account(by: { domain: "ryw.example" }) { name contacts { nodes { name } } organizationLinks { reason organization { name } } } }',
  '{ account(by: { sourceSpecificId: "ryw-1" }) { name } }',
  '{ account(by: { domain: "ryw@post.example" }) { name type } }',
  `{ account(by: { id: "${acmeAccount}" }) { additionalProperties usageLogs(first: 2) { nodes { timestamp } } } }`,
  `{ contact(by: { id: "${contactCases.email.contactId}" }) { additionalProperties usageLogs(first: 2) { nodes { timestamp } } } }`,
  '{ contacts(account: { domain: "ryw.example" }) { nodes { email } } }',
  "{ accounts(first: 100) { nodes { name organization { name } } } }",
  "{ contacts(first: 100) { nodes { name email user { displayName } } } }",
  `{ contacts(account: { domain: "${domain}" }, first: 100) { nodes { email account { name } } } }`,
  '{ contact(by: { email: "ryw@acme.example" }) { name account { name } user { email } } }',
  `{ contact(by: { id: "${contactCases.email.contactId}" }) { name email notes user { email } } }`,
  `{ label(id: "${tierId}") { name } labels { name } }`,
  `{ labels(type: TIER) { name color } accounts(first: 100) { nodes { tier { name } tags { name } } } }`,
  `{ additionalProperties(of: { account: { domain: "${domain}" } }) }`,
  `{ additionalProperties(of: { contact: { id: "${contactCases.email.contactId}" } }) }`,
  "{ usageLogs(first: 3) { nodes { content attribute } } }",
  `{ usageLogs(of: { account: { domain: "${domain}" } }, first: 3) { nodes { content attribute } } }`,
  '{ usageLogs(of: { contact: { sourceSpecificId: "crm-acme-contact-0" } }) { nodes { content } } }',
  `{ usageLog(id: "${logId}") { content attribute } }`,
  `{ person(by: { id: "${showcase.person.personId}" }) { email teams { name } user { email } activities(window: ${window}) { nodes { startTime } } } }`,
  `{ person(by: { id: "${newcomer.personId}" }) { firstName user { email } } }`,
  '{ person(by: { email: "ryw@helpdesk.example" }) { firstName user { email } } }',
  '{ person(by: { importedId: "ryw-1" }) { firstName } }',
  `{ people(filter: { team: "${team.id}" }, first: 100) { totalCount nodes { firstName activities(window: ${window}) { nodes { startTime } } } } }`,
  "{ people(filter: { includeDeleted: true }, first: 100) { totalCount nodes { email deleted } } }",
  `{ activities(window: ${window}) { nodes { startTime person { firstName } } } }`,
  `{ activities(window: ${window}, filter: { team: "${team.id}" }) { nodes { startTime person { sourceId } } } }`,
  `{ activities(window: ${window}, filter: { agents: ["${agentId}"] }) { nodes { startTime type { name } } } }`,
  "{ teams { name } activityTypes { name } }",
  `{ agentStates(window: ${window}, filter: { team: "${team.id}" }) { nodes { agentName state endTime person { firstName } } } }`,
  `{ condensedStates(window: ${window}, filter: { platforms: ["api"] }) { nodes { agentName state startTime } } }`,
  `{ person(by: { id: "${showcase.person.personId}" }) { states(window: ${window}) { nodes { platform state } } currentState { state } } }`,
  `{ people(first: 100) { nodes { currentState { state } eventChanges(window: ${window}) { nodes { type } } } } }`,
  `{ agentStateEdits(window: ${window}) { nodes { action after { state } } } eventChanges(window: ${window}) { nodes { type agentName } } }`,
  `{ people(filter: { team: "${team.id}" }, first: 100) { nodes { shiftPattern { name } timeOffRequests(window: ${window}) { nodes { status type { name } } } } } }`,
  '{ timeOffRequests(updatedSince: "2026-01-01T00:00:00Z") { nodes { status updates { type } person { firstName } } } timeOffUpdates(updatedSince: "2026-01-01T00:00:00Z") { nodes { type } } }',
  "{ shiftPatterns { name assignedCount people { nodes { firstName } } } queues { name } sites { name } skills { name } }",
  `{ forecasts(window: ${window}, channel: CHAT) { nodes { value } } forecastTotals(window: ${window}) { nodes { value queue { name } } } }`,
  `{ forecastedVsActuals(window: ${window}, channel: CHAT, intervalMinutes: 60) { nodes { queue { name } staffingRequired { forecasted } } } }`,
  `{ requirements(window: ${window}) { nodes { required scheduled type { name } } } requirementTypes { name queue { name } } }`,
  `{ user(by: { id: "${showcase.person.userId}" }) { displayName status organization { name } person { firstName } contact { name } } }`,
  '{ user(by: { email: "ryw@acme.example" }) { displayName contact { name } person { firstName } } }',
  "{ users(first: 100, sort: { field: CREATED_AT, direction: DESCENDING }) { nodes { email organization { name } person { firstName } } } }",
  `{ users(filter: { organization: "${acme}" }, first: 100) { nodes { email status } } }`,
  "{ viewer { displayName } viewerOrganizations { role organization { name status } } }",
  `{ organization(by: { id: "${acme}" }) { name status account { name } users(first: 100) { nodes { email } } } }`,
  '{ organization(by: { domain: "ryw.example" }) { name account { name } } }',
  "{ organizations(first: 100) { nodes { name status account { name } } } }",
  `{ nodes(ids: ["gid://assembly/Account/${acmeAccount}", "gid://web1on1/User/${showcase.person.userId}", "gid://assembled/Person/${showcase.person.personId}"]) { __typename ... on Account { name } ... on User { displayName } ... on Person { firstName } } }`,
];

const billingInfo = '{ billReceiver: "a", billSender: "b", stripeCustomerId: "cus_1", currentPlan: "grow" }';

/**
 * One of each kind of write, in an order in which each has something to change, with the system that has to be asked
 * again after it: none if nothing shows it.
 */
const writes: readonly (readonly [system: string | undefined, mutation: string])[] = [
  ["assembly", `createAccount(input: { type: COMPANY, name: "Ryw", domain: "ryw.example" }) { accountId }`],
  [
    "assembly",
    `updateAccount(by: { domain: "ryw.example" }, input: { addSourceSpecificIds: ["ryw-1"] }) { accountId }`,
  ],
  [
    "assembly",
    `updateAccount(by: { id: "${acmeAccount}" }, input: { name: "Acme Rewritten" }) { accountId }`,
  ],
  [
    "assembly",
    `upsertAccount(by: { domain: "${domain}" }, input: { name: "Acme Again", additionalProperties: { ryw: "a" } }) { accountId }`,
  ],
  [
    "assembly",
    `createContact(input: { name: "Ryw", email: "ryw@acme.example", account: { domain: "${domain}" } }) { contactId }`,
  ],
  [
    "assembly",
    `updateContact(by: { id: "${contactCases.email.contactId}" }, input: { email: "moved@acme.example", additionalProperties: { ryw: "c" } }) { contactId }`,
  ],
  [
    "assembly",
    `upsertContact(by: { email: "ryw@acme.example" }, input: { name: "Ryw II", account: { domain: "ryw.example" } }) { contactId }`,
  ],
  [
    "assembly",
    `createAdditionalProperties(input: { of: { account: { domain: "${domain}" } }, properties: { rywNew: 1 } }) { ownerId }`,
  ],
  [
    "assembly",
    `updateAdditionalProperties(input: { of: { contact: { id: "${contactCases.email.contactId}" } }, properties: { ryw: "d" } }) { ownerId }`,
  ],
  [
    "assembly",
    `deleteAdditionalProperties(input: { of: { account: { id: "${acmeAccount}" } }, names: ["rywNew"] }) { ownerId }`,
  ],
  ["assembly", 'createLabel(input: { type: TIER, name: "Ryw", color: "#FFD700" }) { labelId }'],
  ["assembly", `updateLabel(id: "${tierId}", input: { name: "Tier Renamed" }) { labelId }`],
  ["assembly", `deleteLabel(id: "${labelId("Business")}") { deletedLabelId }`],
  ["assembly", `logUsage(input: { of: { account: { domain: "${domain}" } }, ${signedIn} }) { usageLogId }`],
  ["assembly", `updateUsageLog(id: "${logId}", input: { attribute: "Ryw" }) { usageLogId }`],
  ["assembly", `deleteUsageLog(id: "${logId}") { deletedUsageLogId }`],
  [
    "assembly",
    'createInteraction(input: { query: "Ryw?", sourceSpecificId: "ryw-1", user: { email: "ryw@post.example" } }) { ticketNumber }',
  ],
  [
    undefined,
    'replyToInteraction(input: { interaction: { sourceSpecificId: "ryw-1" }, content: "Ryw.", user: { id: "ryw" } }) { replyId }',
  ],
  [
    "assembly",
    `updateAccount(by: { domain: "ryw.example" }, input: { domain: "moved.example" }) { accountId }`,
  ],
  [
    "assembly",
    `updateAccount(by: { domain: "moved.example" }, input: { domain: "ryw.example" }) { accountId }`,
  ],
  [
    "web1on1",
    `createOrganization(input: { name: "Ryw Chat", url: "https://ryw.example", billingInfo: ${billingInfo} }) { organizationId }`,
  ],
  [
    "web1on1",
    `updateOrganization(id: "${acme}", input: { name: "Acme Chat", settings: { enableMail: true } }) { organizationId }`,
  ],
  [
    "web1on1",
    `updateOrganization(id: "${showcase.masterOrganizationId}", input: { name: "Master Renamed" }) { organizationId }`,
  ],
  [
    "web1on1",
    `createUser(input: { email: "ryw@acme.example", displayName: "Ryw", organization: { id: "${acme}" } }) { userId }`,
  ],
  [
    "web1on1",
    `updateUser(id: "${showcase.person.userId}", input: { displayName: "S. Rewritten" }) { userId }`,
  ],
  ["web1on1", `updateUser(id: "${showcase.gatewayUserId}", input: { displayName: "Gateway" }) { userId }`],
  ["web1on1", `deleteUser(id: "${contactCases.email.userId}") { deletedUserId }`],
  [
    "assembled",
    `updatePerson(id: "${newcomer.personId}", input: { teams: ["${team.id}"], importedId: "ryw-1" }) { personId }`,
  ],
  ["assembled", `updatePerson(id: "${showcase.person.personId}", input: { teams: [] }) { personId }`],
  [
    "assembled",
    `createPerson(input: { firstName: "Ryw", lastName: "Z", email: "ryw@helpdesk.example", timezone: "UTC", roleId: "ROLE", staffable: true, teams: ["${team.id}"] }) { personId }`,
  ],
  [
    "assembled",
    `createActivity(input: { person: { agentId: "${agentId}" }, typeId: "${showcase.shiftTypeId}", window: ${evening}, onConflict: ALLOW }) { activityId }`,
  ],
  [
    "assembled",
    `createActivities(input: { activities: [{ person: { agentId: "${agentId}" }, typeId: "${showcase.shiftTypeId}", window: ${evening} }], onConflict: REPLACE }) { activityIds }`,
  ],
  [
    "assembled",
    `deleteActivities(input: { window: ${evening}, people: [{ agentId: "${agentId}" }] }) { agentIds }`,
  ],
  [
    "assembled",
    `associatePlatformId(input: { agentPlatformId: "ryw-1", person: { agentId: "${agentId}" } }) { agentPlatformId }`,
  ],
  [
    "assembled",
    'postAgentState(input: { agentPlatformId: "ryw-1", state: "busy", time: "2026-03-04T10:00:00Z" }) { agentPlatformId }',
  ],
  [
    "assembled",
    'endAgentState(input: { agentPlatformId: "ryw-1", time: "2026-03-04T10:15:00Z" }) { agentPlatformId }',
  ],
  [
    "assembled",
    `editAgentStates(input: { edits: [{ insert: { agentPlatformId: "ryw-1", platform: "api", state: "away", window: ${window} } }] }) { insertedCount }`,
  ],
  [
    "assembled",
    `createPeople(input: { people: [{ firstName: "Wyr", lastName: "Z", email: "wyr@helpdesk.example", timezone: "UTC", roleId: "ROLE", staffable: true, teams: ["${team.id}"] }] }) { personIds }`,
  ],
  ["assembled", `deletePerson(id: "${personId(2)}") { deletedPersonId }`],
  ["assembled", `deletePerson(id: "${personId(4)}", deletion: HARD) { deletedPersonId }`],
  ["web1on1", `deleteOrganization(id: "${organizationId("bluebird")}") { deletedOrganizationId }`],
  ["assembly", `deleteAccount(by: { domain: "ryw.example" }) { deletedAccountId }`],
  ["assembly", `deleteContact(by: { email: "ryw@acme.example" }) { deletedContactId }`],
];

const kindOf = (mutation: string): string => mutation.split("(")[0] ?? "";

/** One of each kind that is not among `writes`, of the examples of its noun: no read here need show it. */
function otherWrites({ gateway: { schema }, sandbox }: TestServer): (readonly [string, string])[] {
  const { byField } = sampleArguments(sandbox.data);
  const stated = new Set(writes.map(([, mutation]) => kindOf(mutation)));
  return Object.values(schema.getMutationType()?.getFields() ?? {})
    .filter(({ name }) => !stated.has(name))
    .map(({ name, astNode }) => {
      const [system = ""] = astNode?.loc?.source.name.split("/") ?? [];
      return [system, `${name}${byField[`Mutation.${name}`]?.[0]} { __typename }`];
    });
}

test("after a write all is answered as by a gateway that keeps nothing, and only the system written to is asked again", async () => {
  const clock = testClock();
  const sandbox = { enforceLimits: false };
  await using server = await startServer({ clock, sandbox, parts: { limits: false } });
  let asked = new Set<string>();
  const transport = emulatedTransport(server.sandbox, (call) => asked.add(call.split(" ")[0] ?? ""));
  const forgetful = gateway({ parts: { transport, clock, limits: false, reads: { keeps: false } } });
  const roleId = server.sandbox.data.assembled.roles[0]?.id ?? "";
  const ask = async (query: string) => {
    const { json } = await server.post({ query });
    expect(json.errors, query).toBeUndefined();
    return json.data;
  };
  /** What a query answers without anything kept, with the systems that it is made of: it stays so until one of them is written to. */
  const expected = new Map<string, { readonly data: unknown; readonly systems: ReadonlySet<string> }>();
  const expectAfresh = async (query: string) => {
    asked = new Set();
    const data = await forgetful.query(query);
    expected.set(query, { data, systems: asked });
    server.calls();
  };

  for (const query of reads) {
    await ask(query);
    await expectAfresh(query);
  }
  /** Asks what a write may have changed. @returns the systems that were asked again. */
  const compare = async (at: number, system: string | undefined, mutation: string) => {
    const called: string[] = [];
    for (const [place, query] of reads.entries()) {
      const isOfSystem = system !== undefined && expected.get(query)?.systems.has(system);
      // A write elsewhere changes nothing of the others, so that a few of them after each write will do.
      if (!isOfSystem && (place + at) % 6 !== 0) continue;
      const data = await ask(query);
      called.push(...server.calls());
      if (isOfSystem) await expectAfresh(query);
      expect(data, `${mutation}\n${query}`).toEqual(expected.get(query)?.data);
    }
    return new Set(called.map((call) => call.split(" ")[0]));
  };
  const change = async (mutation: string) => {
    await ask(`mutation { ${mutation.replace("ROLE", roleId)} }`);
    server.calls();
  };

  for (const [at, [system, mutation]] of writes.entries()) {
    await change(mutation);
    const systems = await compare(at, system, mutation);
    expect(systems, mutation).toEqual(new Set(system === undefined ? [] : [system]));
  }
  for (const [at, [system, mutation]] of otherWrites(server).entries()) {
    await change(mutation);
    expect([...(await compare(at, system, mutation))].filter((one) => one !== system)).toEqual([]);
  }
}, 60_000);
