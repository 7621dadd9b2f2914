import { expect, test } from "vitest";
import type { PersonJson } from "../../../src/assembled/person/endpoints.ts";
import { agentId, groupId, personId } from "../../../src/sandbox/data/ids.ts";
import { personCases, showcase } from "../../../src/sandbox/data/showcase.ts";
import { gateway } from "../../support/gateway.ts";

const fieldsDocument = (fields: string) => `query ($id: ID!) { person(by: { id: $id }) { ${fields} } }`;
const person = (fields: Partial<PersonJson>): PersonJson => ({
  id: personId(1),
  first_name: "Ann",
  last_name: "Other",
  email: "ann@helpdesk.example",
  ...fields,
});

/** Has the roster be one page of one person, which is read where sites and teams are asked for. */
const lonePage = (row: PersonJson) => ({
  row: "people.list",
  reply: { status: 200, body: { people: { [row.id]: row }, total: 1, limit: 500, offset: 0 } },
});

test("a person is answered in the words of the schema", async () => {
  const { query, calls, sandbox } = gateway();
  const row = sandbox.data.assembled.people[1];
  expect(
    await query(
      fieldsDocument(`id sourceId agentId firstName lastName email timezone importedId agentRole channels
        platforms startDate endDate createdAt deleted staffable`),
      { id: personId(1) },
    ),
  ).toEqual({
    person: {
      id: `gid://assembled/Person/${personId(1)}`,
      sourceId: personId(1),
      agentId: agentId(1),
      firstName: row?.first_name,
      lastName: row?.last_name,
      email: row?.email,
      timezone: "Asia/Tokyo",
      importedId: null,
      agentRole: "AGENT",
      channels: ["CHAT", "EMAIL"],
      platforms: { zendesk: "360001" },
      startDate: "2025-01-27T00:00:00.000Z",
      endDate: null,
      createdAt: "2025-01-17T00:00:00.000Z",
      deleted: false,
      staffable: true,
    },
  });
  expect(calls()).toEqual([`assembled GET /v0/people/${personId(1)}`]);
});

test.each([
  ["a list", 1, ["Agent"]],
  ["one of old", 6, ["Agent"]],
  ["both", 20, ["Agent"]],
  ["a list with another role", 5, ["Team lead"]],
])("roles that the upstream gives as %s are a list", async (_, number, names) => {
  const { query, calls } = gateway();
  const answer = await query(fieldsDocument("roles { name }"), { id: personId(number) });
  expect(answer.person.roles.map(({ name }: { name: string }) => name)).toEqual(names);
  expect(calls()).toEqual([`assembled GET /v0/people/${personId(number)}`, "assembled GET /v0/roles"]);
});

test.each([
  ["Agent", "AGENT"],
  ["agent", "AGENT"],
  ["ADMIN", "ADMIN"],
  ["Supervisor", null],
  ["", null],
  [null, null],
])("an agent role of %o is %o", async (agent_role, expected) => {
  const { query, calls, sandbox } = gateway();
  sandbox.assembled.inject({ row: "people.get", reply: { status: 200, body: person({ agent_role }) } });
  expect(await query(fieldsDocument("agentRole"), { id: personId(1) })).toEqual({
    person: { agentRole: expected },
  });
  expect(calls()).toEqual([`assembled GET /v0/people/${personId(1)}`]);
});

test.each([
  ["Supervisor", 1],
  ["", 0],
  [null, 0],
])("an agent role of %o is told to the operator %i times", async (agent_role, times) => {
  const { query, calls, sandbox, logLines } = gateway();
  sandbox.assembled.inject({ row: "people.get", reply: { status: 200, body: person({ agent_role }) } });
  await query(fieldsDocument("agentRole"), { id: personId(1) });
  expect(logLines.filter((line) => line.includes("Person.agentRole"))).toHaveLength(times);
  expect(calls()).toEqual([`assembled GET /v0/people/${personId(1)}`]);
});

test("channels that the schema does not know are left out", async () => {
  const { query, calls, sandbox } = gateway();
  const body = person({ channels: ["chat", "fax", "sms"] });
  sandbox.assembled.inject({ row: "people.get", reply: { status: 200, body } });
  expect(await query(fieldsDocument("channels"), { id: personId(1) })).toEqual({
    person: { channels: ["CHAT", "SMS"] },
  });
  expect(calls()).toEqual([`assembled GET /v0/people/${personId(1)}`]);
});

test("empty texts that stand for nothing are null", async () => {
  const { query, calls, sandbox } = gateway();
  const empty = person({ agent_id: "", timezone: "", imported_id: "", site: "", platforms: null });
  sandbox.assembled.inject(lonePage(empty));
  expect(
    await query(fieldsDocument("agentId timezone importedId site { name } platforms"), { id: personId(1) }),
  ).toEqual({ person: { agentId: null, timezone: null, importedId: null, site: null, platforms: null } });
  expect(calls()).toEqual(["assembled GET /v0/people"]);
});

test.each([
  ["absent", personCases.agentless.personId],
  ["null", personId(61)],
  ["empty", personId(80)],
])("an agent id that is %s upstream is null", async (_, id) => {
  const { query, calls } = gateway();
  expect(await query(fieldsDocument("agentId"), { id })).toEqual({ person: { agentId: null } });
  expect(calls()).toEqual([`assembled GET /v0/people/${id}`]);
});

const groupsOfAll = `{
  people(first: 100) {
    nodes { sourceId site { name } teams { name } queues { name } skills { name } roles { name } }
  }
}`;

test("sites and teams come along with people; queues, skills and roles are one call each for all", async () => {
  const { query, calls, sandbox } = gateway();
  const { people } = await query(groupsOfAll);
  const { people: rows, sites, teams, queues, skills, roles } = sandbox.data.assembled;
  const named = (
    groups: readonly { id: string; name: string }[],
    ids: readonly string[] | null | undefined,
  ) => groups.filter(({ id }) => ids?.includes(id)).map(({ name }) => ({ name }));
  const sorted = (groups: readonly { name: string }[]) => groups.map(({ name }) => name).sort();
  expect(people.nodes).toHaveLength(100);
  for (const node of people.nodes) {
    const row = rows.find(({ id }) => id === node.sourceId);
    expect(node.site).toEqual(named(sites, row?.site ? [row.site] : [])[0] ?? null);
    expect(sorted(node.teams)).toEqual(sorted(named(teams, row?.teams)));
    expect(sorted(node.queues)).toEqual(sorted(named(queues, row?.queues)));
    expect(sorted(node.skills)).toEqual(sorted(named(skills, row?.skills)));
    expect(sorted(node.roles)).toEqual(sorted(named(roles, row?.roles ?? (row?.role ? [row.role] : []))));
  }
  expect(calls().sort()).toEqual([
    "assembled GET /v0/people",
    "assembled GET /v0/queues",
    "assembled GET /v0/roles",
    "assembled GET /v0/skills",
  ]);
});

test("queues and skills that come along with people are not read again", async () => {
  const { query, calls } = gateway({ sandbox: { choices: { assembled: { sideLoadQueues: true } } } });
  const plain = gateway();
  expect(await query(groupsOfAll)).toEqual(await plain.query(groupsOfAll));
  expect(calls()).toEqual(["assembled GET /v0/people", "assembled GET /v0/roles"]);
});

test("a lone person's site and teams come along in one call", async () => {
  const { query, calls } = gateway();
  const answer = await query(fieldsDocument("site { name } teams { name }"), {
    id: showcase.person.personId,
  });
  expect(answer.person.site).toEqual({ name: expect.any(String) });
  expect(answer.person.teams).toContainEqual({ name: showcase.team.name });
  expect(calls()).toEqual(["assembled GET /v0/people"]);
});

test("groups that no longer exist are null in a field and left out of a list", async () => {
  const { query, calls, sandbox } = gateway();
  const gone = groupId("site/(gone)");
  const queue = groupId("queue/VIP");
  const left = person({ site: gone, teams: [gone], queues: [gone, queue], skills: null, roles: [gone] });
  sandbox.assembled.inject(lonePage(left));
  const fields = "site { name } teams { name } queues { name } skills { name } roles { name }";
  expect(await query(fieldsDocument(fields), { id: personId(1) })).toEqual({
    person: { site: null, teams: [], queues: [{ name: "VIP" }], skills: [], roles: [] },
  });
  expect(calls()).toEqual([
    "assembled GET /v0/people",
    // What did not come along with the page may exist nevertheless.
    "assembled GET /v0/sites",
    "assembled GET /v0/teams",
    "assembled GET /v0/queues",
    "assembled GET /v0/roles",
  ]);
});

test("one collection that cannot be read empties its own field only", async () => {
  const { execute, calls, sandbox } = gateway();
  sandbox.assembled.inject({ row: "queues.list", reply: { status: 403 } });
  const { data, errors } = await execute(fieldsDocument("firstName queues { name } skills { name }"), {
    id: showcase.person.personId,
  });
  expect(data.person).toEqual({
    firstName: expect.any(String),
    queues: null,
    skills: expect.arrayContaining([{ name: expect.any(String) }]),
  });
  expect(errors).toEqual([
    expect.objectContaining({
      path: ["person", "queues"],
      extensions: expect.objectContaining({ code: "FORBIDDEN", system: "assembled" }),
    }),
  ]);
  expect(calls()).toEqual([
    `assembled GET /v0/people/${showcase.person.personId}`,
    "assembled GET /v0/queues",
    "assembled GET /v0/skills",
  ]);
});
