import { expect, test } from "vitest";
import { pathParameters as assembledIds } from "../../src/assembled/ids.ts";
import { accountDomain, email, sourceSpecificId } from "../../src/assembly/ids.ts";
import { matchesId } from "../../src/rest/id-pattern.ts";
import { accountCases, showcase } from "../../src/sandbox/data/showcase.ts";
import { pathParameters as web1on1Ids } from "../../src/web1on1/ids.ts";
import { createSandboxData } from "../support/sandbox-data.ts";

const midnightMs = Date.UTC(2026, 2, 17);
const hourMs = 3_600_000;
const data = createSandboxData(midnightMs);
const { accounts, contacts, labels, usageLogs } = data.assembly;
const { people, activities, activityTypes, teams, sites, roles } = data.assembled;
const { users, organizations } = data.web1on1;
const listed = organizations.filter(({ status }) => status !== "archived");

const named = <Row extends { readonly id: string }>(rows: readonly Row[], id: string): Row => {
  const row = rows.find((candidate) => candidate.id === id);
  if (row === undefined) throw new Error(`no row ${id}`);
  return row;
};
const lower = (text: string) => text.toLowerCase();
const ids = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id);

test("one day gives the same bytes at any hour, whatever was asked in between", () => {
  const bytes = JSON.stringify(data);
  createSandboxData(midnightMs + 24 * hourMs);
  expect(JSON.stringify(createSandboxData(midnightMs + 23.9 * hourMs))).toBe(bytes);
});

test("the next day moves every time by a day and nothing else", () => {
  const moved = createSandboxData(midnightMs + 24 * hourMs);
  const starts = moved.assembled.activities.map(({ key, start_time }) => [key, start_time - 86_400]);
  expect(starts).toEqual(activities.map(({ key, start_time }) => [key, start_time]));
  const times = moved.assembly.usageLogs.map(({ id, timestamp }) => [
    id,
    Date.parse(timestamp) - 24 * hourMs,
  ]);
  expect(times).toEqual(usageLogs.map(({ id, timestamp }) => [id, Date.parse(timestamp)]));
});

test("there is enough of everything", () => {
  const count = (rows: readonly unknown[], least: number) =>
    expect(rows.length).toBeGreaterThanOrEqual(least);
  count(
    accounts.filter(({ type }) => type === "Company"),
    44,
  );
  count(
    accounts.filter(({ type }) => type === "Customer"),
    12,
  );
  count(contacts, 200);
  count(usageLogs, 300);
  count(people, 250);
  count(
    people.filter(({ deleted }) => deleted === true),
    5,
  );
  count(
    people.filter(({ agent_id }) => !agent_id),
    5,
  );
  count(listed, 60);
  count(
    organizations.filter(({ status }) => status === "archived"),
    3,
  );
  count(
    users.filter(({ status }) => status !== "archived"),
    300,
  );
  count(
    users.filter(({ status }) => status === "archived"),
    5,
  );
  expect(new Set(usageLogs.map(({ type }) => type))).toEqual(
    new Set(["Action", "Metric", "CumulativeMetric", "Message"]),
  );
  expect(new Set(labels.map(({ type }) => type))).toEqual(
    new Set(["Tier", "Stage", "CompanyType", "AccountTag"]),
  );
});

test("more companies come with contacts and usage of their own, and change nothing of the others", () => {
  const more = createSandboxData(midnightMs, { accounts: 120 }).assembly;
  expect(more.accounts.filter(({ type }) => type === "Company")).toHaveLength(120);
  expect(more.accounts).toEqual(expect.arrayContaining([...accounts]));
  expect(more.contacts.slice(0, contacts.length)).toEqual(contacts);
  expect(more.usageLogs.slice(0, usageLogs.length)).toEqual(usageLogs);
  const added = more.accounts.filter(({ id }) => !ids(accounts).includes(id));
  for (const { id } of added) {
    expect(more.contacts.filter(({ company_id }) => company_id === id)).toHaveLength(5);
    expect(more.usageLogs.filter(({ account_id }) => account_id === id)).toHaveLength(7);
  }
  const addresses = more.contacts.map(({ domain }) => lower(domain));
  expect(new Set(addresses).size).toBe(addresses.length);
});

test("sizes make more of it", () => {
  const more = createSandboxData(midnightMs, { people: 700, users: 1000, listedOrganizations: 100 });
  const listedUsers = more.web1on1.users.filter(({ status }) => status !== "archived");
  expect([more.assembled.people.length > 700, listedUsers.length]).toEqual([true, 1000]);
  expect(new Set(more.web1on1.users.map((user) => user.id)).size).toBe(more.web1on1.users.length);
  const addresses = more.assembled.people.map((person) => lower(person.email));
  // The cast of the join cases has one pair of twins.
  expect(new Set(addresses).size).toBe(addresses.length - 1);
});

test("ids are unique, and every id, domain and address is one that the gateway may put into a path", () => {
  for (const rows of [
    accounts,
    contacts,
    labels,
    usageLogs,
    people,
    roles,
    sites,
    teams,
    users,
    organizations,
  ]) {
    expect(new Set(ids(rows)).size).toBe(rows.length);
  }
  expect(new Set(activities.map(({ key }) => key)).size).toBe(activities.length);
  const wrong = [
    ...accounts.filter(({ domain }) => !matchesId(accountDomain, domain)),
    ...contacts.filter(({ domain }) => !matchesId(email, domain)),
    ...[...accounts, ...contacts].filter((row) =>
      row.source_specific_ids?.some((value) => !matchesId(sourceSpecificId, value)),
    ),
    ...people.filter(({ id }) => !matchesId(assembledIds.id, id)),
    ...users.filter(({ id }) => !matchesId(web1on1Ids.user_id, id)),
  ];
  expect(wrong).toEqual([]);
});

test("names come in many scripts", () => {
  const text = JSON.stringify([people, users, contacts, accounts, organizations]);
  const scripts = [
    "Latin",
    "Cyrillic",
    "Arabic",
    "Hebrew",
    "Han",
    "Hiragana",
    "Hangul",
    "Devanagari",
    "Greek",
  ];
  for (const script of scripts)
    expect([script, new RegExp(`\\p{Script=${script}}`, "u").test(text)]).toEqual([script, true]);
});

test("references lead somewhere, but for those that are meant to dangle", () => {
  const known = new Set([...ids(accounts), ...ids(contacts), ...ids(labels), ...ids(organizations)]);
  const owners = [
    ...contacts.map(({ company_id }) => company_id),
    ...usageLogs.map((log) => log.account_id ?? log.contact_id),
  ];
  expect(owners.filter((id) => id === undefined || !known.has(id))).toEqual([]);
  expect(
    users.flatMap((user) => [user.organization, ...user.organizations]).filter((id) => !known.has(id)),
  ).toEqual([]);

  const labelsOf = accounts.flatMap(({ tier, stage, company_type, tags = [] }) => [
    tier,
    stage,
    company_type,
    ...(tags ?? []),
  ]);
  const gone = labelsOf.filter((id) => id !== null && id !== undefined && !known.has(id));
  expect(gone).toEqual([accountCases.danglingTier.labelId, accountCases.danglingTag.labelId]);

  const agents = new Set(people.map(({ agent_id }) => agent_id));
  expect(activities.filter(({ agent_id }) => !agents.has(agent_id))).toHaveLength(1);
});

test("somebody is on shift at every quarter of the day, in the showcase's team as well", () => {
  const team = new Set(
    people.flatMap((person) => (person.teams?.includes(showcase.team.id) ? [person.agent_id] : [])),
  );
  for (let quarter = 0; quarter < 96; quarter += 1) {
    const atSeconds = midnightMs / 1000 + quarter * 900;
    const now = activities.filter(
      ({ type_id, start_time, end_time }) =>
        type_id === showcase.shiftTypeId && start_time <= atSeconds && atSeconds < end_time,
    );
    expect([quarter, now.length >= 5, now.some(({ agent_id }) => team.has(agent_id))]).toEqual([
      quarter,
      true,
      true,
    ]);
  }
});

test("activities of one person on one schedule do not overlap", () => {
  const latestEnd = new Map<string, number>();
  const sorted = [...activities].sort((one, other) => one.start_time - other.start_time);
  const wrong = sorted.filter(({ agent_id, schedule_id, start_time, end_time }) => {
    const lane = `${agent_id} ${schedule_id}`;
    const overlaps = start_time < (latestEnd.get(lane) ?? 0);
    latestEnd.set(lane, end_time);
    return overlaps || end_time <= start_time;
  });
  expect(wrong).toEqual([]);
  const types = new Set(activities.map(({ type_id }) => type_id));
  expect(activityTypes.filter(({ id }) => !types.has(id))).toEqual([]);
});

test("the showcase account has its contacts, its usage, and agents who are on duty today", () => {
  const { accountId, domain, organizationId, tierId } = showcase.account;
  const account = named(accounts, accountId);
  expect(account).toMatchObject({ domain, tier: tierId, type: "Company", name: "Acme Robotics" });
  expect(account.source_specific_ids).toContain(organizationId);
  expect(contacts.filter(({ company_id }) => company_id === accountId).length).toBeGreaterThanOrEqual(12);
  expect(usageLogs.filter(({ account_id }) => account_id === accountId).length).toBeGreaterThanOrEqual(101);

  const own = users.filter(({ organization }) => organization === organizationId);
  expect(own.length).toBeGreaterThanOrEqual(20);
  expect(users.filter((user) => user.organizations.includes(organizationId)).length).toBeGreaterThan(
    own.length,
  );
  const agents = people.filter((person) => own.some((user) => lower(user.email) === lower(person.email)));
  const startsToday = ({ start_time }: { readonly start_time: number }) =>
    start_time >= midnightMs / 1000 && start_time < midnightMs / 1000 + 86_400;
  const onDuty = new Set(
    activities
      .filter((activity) => activity.type_id === showcase.shiftTypeId && startsToday(activity))
      .map(({ agent_id }) => agent_id),
  );
  const front = agents.filter((person) => person.teams?.includes(showcase.team.id));
  expect(front.length).toBeGreaterThanOrEqual(15);
  expect(front.filter(({ agent_id, site }) => !site || !agent_id || !onDuty.has(agent_id))).toHaveLength(1);

  const members = people.filter(
    (person) => person.teams?.includes(showcase.team.id) && person.deleted !== true,
  );
  expect([members.length >= 20, members.length <= 60]).toEqual([true, true]);
});
