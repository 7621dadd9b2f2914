import { isDeepStrictEqual } from "node:util";
import { expect, test } from "vitest";
import { groupBy } from "../../src/loaders/group-by.ts";
import { usageLogId } from "../../src/sandbox/data/ids.ts";
import { contactCases, personCases, showcase } from "../../src/sandbox/data/showcase.ts";
import { sampleArguments } from "../estimate/arguments.ts";
import { testClock, testNowMs } from "../support/clock.ts";
import { emulatedTransport } from "../support/emulated-transport.ts";
import { gateway } from "../support/gateway.ts";
import { declaringFile, sampleFile } from "../support/sample-file.ts";
import { startServer, type TestServer } from "../support/server.ts";
import { formBody } from "../uploads/form-body.ts";
import { dayWindow as window } from "./root-arguments.ts";
import { sendForm } from "./upload-client.ts";
import { writes } from "./writes-in-order.ts";

const { domain, accountId: acmeAccount, organizationId: acme, tierId } = showcase.account;
const { agentId } = showcase.person;
const { team } = showcase;
const newcomer = personCases.noMatch;
const logId = usageLogId("account/acme", 0);

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
  `{ condensedStates(window: ${window}, filter: { platforms: ["api"] }) { nodes { agentName state startTime endTime } } }`,
  `{ person(by: { id: "${showcase.person.personId}" }) { states(window: ${window}) { nodes { platform state } } currentState { state } } }`,
  `{ people(first: 100) { nodes { currentState { state } eventChanges(window: ${window}) { nodes { type } } } } }`,
  `{ agentStateEdits(window: ${window}) { nodes { action after { state } } } eventChanges(window: ${window}) { nodes { type agentName } } }`,
  `{ people(filter: { team: "${team.id}" }, first: 100) { nodes { shiftPattern { name } timeOffRequests(window: ${window}) { nodes { status type { name } } } } } }`,
  '{ timeOffRequests(updatedSince: "2026-03-03T00:00:00Z", first: 100) { nodes { status updates { type } person { firstName } } } timeOffUpdates(updatedSince: "2026-03-03T00:00:00Z", first: 100) { nodes { type } } }',
  "{ shiftPatterns { name assignedCount people { nodes { firstName } } } queues { name } sites { name } skills { name } }",
  `{ forecasts(window: ${window}, channel: CHAT) { nodes { value } } forecastTotals(window: ${window}) { nodes { value queue { name } } } }`,
  `{ forecastedVsActuals(window: ${window}, channel: CHAT, intervalMinutes: 60) { nodes { queue { name } contactsReceived { actual } staffingRequired { forecasted } } } }`,
  `{ requirements(window: ${window}) { nodes { required scheduled type { name } } } requirementTypes { name queue { name } } }`,
  `{ user(by: { id: "${showcase.person.userId}" }) { displayName status organization { name } person { firstName } contact { name } } }`,
  '{ user(by: { email: "ryw@acme.example" }) { displayName contact { name } person { firstName } } }',
  "{ users(first: 100, sort: { field: CREATED_AT, direction: DESCENDING }) { nodes { email organization { name } person { firstName } } } }",
  `{ users(filter: { organization: "${acme}" }, first: 100) { nodes { email status } } }`,
  "{ viewer { displayName } viewerOrganizations { role organization { name status } } }",
  `{ organization(by: { id: "${acme}" }) { name status account { name } users(first: 100) { nodes { email } } } }`,
  '{ organization(by: { domain: "ryw.example" }) { name account { name } } }',
  "{ organizations(first: 100) { nodes { name status account { name } } } }",
  `{ organization(by: { id: "${acme}" }) { children { nodes { name } } groups { name } categories { name forms { name } } forms { name fields { name } } } }`,
  `{ organizations(first: 3) { nodes { bots { name status } botInstances { name bot { name } } services { name status } } } }`,
  `{ nodes(ids: ["gid://assembly/Account/${acmeAccount}", "gid://web1on1/User/${showcase.person.userId}", "gid://assembled/Person/${showcase.person.personId}"]) { __typename ... on Account { name } ... on User { displayName } ... on Person { firstName } } }`,
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

/** Writes of one system eight at a time, since all is read after each. */
function inFew(all: readonly (readonly [string, string])[]): (readonly [string, readonly string[]])[] {
  return [...groupBy(all, ([system]) => system)].flatMap(([system, ofSystem]) =>
    Array.from({ length: Math.ceil(ofSystem.length / 8) }, (_, at) => {
      const few = ofSystem.slice(at * 8, at * 8 + 8);
      return [system, few.map(([, mutation]) => mutation)] as const;
    }),
  );
}

/** Sends an operation with the sample of a file. */
function sendFile(server: TestServer, query: string) {
  const operation = JSON.stringify({ query, variables: { file: null } });
  const map = JSON.stringify({ 0: ["variables.file"] });
  const fields = [
    { name: "operations", content: operation },
    { name: "map", content: map },
  ];
  return sendForm(server, formBody([...fields, sampleFile("0")]));
}

test("after a write all is answered as by a gateway that keeps nothing, and none but the system written to is asked again", async () => {
  const clock = testClock();
  const sandbox = { enforceLimits: false, sizes: { people: 10, users: 10, listedOrganizations: 4 } };
  await using server = await startServer({ clock, sandbox, parts: { limits: false } });
  let asked = new Set<string>();
  const transport = emulatedTransport(server.sandbox, (call) => asked.add(call.split(" ")[0] ?? ""));
  const forgetful = gateway({ parts: { transport, clock, limits: false, reads: { keeps: false } } });
  const { roles, timeOffRequests } = server.sandbox.data.assembled;
  const ids: Readonly<Record<string, string | undefined>> = {
    ROLE: roles[0]?.id,
    // It is in the schedule today.
    APPROVED: timeOffRequests.find(
      ({ status, end_time: end }) => status === "approved" && end > testNowMs / 1000,
    )?.id,
  };
  const ask = async (query: string) => {
    const { json } = query.includes("$file") ? await sendFile(server, query) : await server.post({ query });
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
  /** Asks what a write may have changed. @returns the systems that were asked again, and whether a read shows the write. */
  const compare = async (at: number, system: string | undefined, mutation: string) => {
    const called: string[] = [];
    let isShown = false;
    for (const [place, query] of reads.entries()) {
      const isOfSystem = system !== undefined && expected.get(query)?.systems.has(system);
      // A write elsewhere changes nothing of the others, so that a few of them after each write will do.
      if (!isOfSystem && (place + at) % 6 !== 0) continue;
      const data = await ask(query);
      called.push(...server.calls());
      const before = expected.get(query)?.data;
      if (isOfSystem) await expectAfresh(query);
      expect(data, `${mutation}\n${query}`).toEqual(expected.get(query)?.data);
      isShown ||= !isDeepStrictEqual(data, before);
    }
    return { systems: new Set(called.map((call) => call.split(" ")[0])), isShown };
  };
  const change = async (mutation: string) => {
    await ask(
      declaringFile(`mutation { ${mutation.replace(/\b(ROLE|APPROVED)\b/g, (name) => String(ids[name]))} }`),
    );
    server.calls();
  };

  for (const [at, [system, mutation]] of writes.entries()) {
    await change(mutation);
    const { systems, isShown } = await compare(at, system, mutation);
    // What the write answered need not be asked for.
    expect([[...systems].filter((one) => one !== system), isShown], mutation).toEqual([
      [],
      system !== undefined,
    ]);
  }
  for (const [at, [system, mutations]] of inFew(otherWrites(server)).entries()) {
    for (const mutation of mutations) await change(mutation);
    const { systems } = await compare(at, system, mutations.join());
    expect([...systems].filter((one) => one !== system)).toEqual([]);
  }
}, 120_000);
