import { describe, expect, test } from "vitest";
import type { StoredPerson } from "../../../src/sandbox/data/assembled/stored.ts";
import { groupId } from "../../../src/sandbox/data/ids.ts";
import { testNowMs } from "../../support/clock.ts";
import { gateway } from "../../support/gateway.ts";
import { createSandboxData } from "../../support/sandbox-data.ts";

const { people: rows, roles } = createSandboxData(testNowMs).assembled;
const living = rows.filter(({ deleted }) => !deleted);
const idsOf = (found: readonly { readonly id: string }[]) => found.map(({ id }) => id);
const sourceIds = (nodes: readonly { sourceId: string }[]) => nodes.map(({ sourceId }) => sourceId);
const rolesOf = ({ roles, role }: StoredPerson) => roles ?? (role ? [role] : []);

const listDocument = `query ($filter: PeopleFilter, $sort: PeopleSort, $first: Int, $after: String) {
  people(filter: $filter, sort: $sort, first: $first, after: $after) {
    totalCount
    nodes { sourceId }
    pageInfo { hasNextPage hasPreviousPage endCursor }
  }
}`;

const ids = {
  team: groupId("team/Quality"),
  site: groupId("site/東京"),
  queue: groupId("queue/VIP"),
  skill: groupId("skill/Robots"),
  role: groupId("role/Team lead"),
};

describe("a filter of people reaches the upstream, and its rows come back: by", () => {
  const { team, site, queue, skill, role } = ids;
  const search = (text: string) => (person: StoredPerson) =>
    [person.first_name, person.last_name, person.email].some((field) => field.toLowerCase().includes(text));

  test.each<[string, object, string, (person: StoredPerson) => boolean]>([
    ["nothing", {}, "", () => true],
    [
      "one channel",
      { channels: ["SMS"] },
      "channel=sms&",
      ({ channels }) => channels?.includes("sms") ?? false,
    ],
    [
      "any of several channels",
      { channels: ["SMS", "PHONE"] },
      "channel=sms&channel=phone&",
      ({ channels }) => channels?.some((channel) => channel === "sms" || channel === "phone") ?? false,
    ],
    ["team", { team }, `team=${team}&`, ({ teams }) => teams?.includes(team) ?? false],
    [
      "global id",
      { team: `gid://assembled/Team/${team}` },
      `team=${team}&`,
      (p) => p.teams?.includes(team) ?? false,
    ],
    ["site", { site }, `site=${site}&`, (person) => person.site === site],
    ["queue", { queue }, `queue=${queue}&`, ({ queues }) => queues?.includes(queue) ?? false],
    ["skill", { skill }, `skill=${skill}&`, ({ skills }) => skills?.includes(skill) ?? false],
    ["role", { role }, `role=${role}&`, (person) => rolesOf(person).includes(role)],
    ["part of a name", { search: "Jans" }, "search=Jans&", search("jans")],
    ["a name in another script", { search: "佐藤" }, "search=佐藤&", search("佐藤")],
    ["part of an address", { search: "@HELPDESK" }, "search=@HELPDESK&", search("@helpdesk")],
    ["a text to be encoded", { search: "a&team=b" }, "search=a&team=b&", () => false],
    ["a team without people", { team: ids.queue }, `team=${ids.queue}&`, () => false],
    ["no deleted people, in so many words", { includeDeleted: false }, "", () => true],
    ["nothing but nulls", { team: null, channels: null, search: null, includeDeleted: null }, "", () => true],
  ])("%s", async (_, filter, parameters, matches) => {
    const { query, callsWithQueries, sandbox } = gateway();
    const { people } = await query(listDocument, { filter, first: 100 });
    const expected = living.filter(matches);
    expect(people.totalCount).toBe(expected.length);
    expect(sourceIds(people.nodes)).toEqual(idsOf(expected).slice(0, 100));
    expect(callsWithQueries()).toEqual([`assembled GET /v0/people?${parameters}limit=100&offset=0`]);
    const { query: sent = "" } = sandbox.assembled.journal[0] ?? {};
    expect(new URLSearchParams(sent).getAll("team")).toHaveLength(parameters.startsWith("team") ? 1 : 0);
  });

  test("whether deleted people are listed, too", async () => {
    const { query, callsWithQueries } = gateway();
    const { people } = await query(listDocument, { filter: { includeDeleted: true }, first: 100 });
    expect(people.totalCount).toBe(rows.length);
    expect(sourceIds(people.nodes)).toEqual(idsOf(rows).slice(0, 100));
    expect(callsWithQueries()).toEqual(["assembled GET /v0/people?include_deleted=true&limit=100&offset=0"]);
  });

  test("restricted site", async () => {
    const { query, callsWithQueries } = gateway();
    await query(
      "mutation ($id: ID!, $input: UpdatePersonInput!) { updatePerson(id: $id, input: $input) { personId } }",
      { id: rows[2]?.id, input: { restrictedSites: [ids.site] } },
    );
    callsWithQueries();
    const { people } = await query(listDocument, { filter: { restrictedSite: ids.site } });
    expect(sourceIds(people.nodes)).toEqual([rows[2]?.id]);
    expect(callsWithQueries()).toEqual([
      `assembled GET /v0/people?restricted_site=${ids.site}&limit=20&offset=0`,
    ]);
  });

  test("all conditions at once", async () => {
    const { query, callsWithQueries } = gateway();
    const [row] = rows;
    const filter = {
      channels: ["CHAT"],
      team: row?.teams?.[0],
      site: row?.site,
      queue: row?.queues?.[0],
      skill: row?.skills?.[0],
      role: row && rolesOf(row)[0],
      search: row?.first_name,
      includeDeleted: true,
    };
    const { people } = await query(listDocument, { filter });
    expect(sourceIds(people.nodes)).toContain(row?.id);
    expect(callsWithQueries()).toEqual([
      `assembled GET /v0/people?channel=chat&team=${filter.team}&site=${filter.site}&queue=${filter.queue}&` +
        `skill=${filter.skill}&role=${filter.role}&include_deleted=true&search=${filter.search}&limit=20&offset=0`,
    ]);
  });

  test("a channel that people do not have is refused before any call, also in a write", async () => {
    const { execute, calls } = gateway();
    const message = /channels is BACK_OFFICE; only PHONE, EMAIL, CHAT, SMS, SOCIAL can be used here\./;
    const refused = {
      errors: [{ message: expect.stringMatching(message), extensions: { code: "BAD_USER_INPUT" } }],
    };
    expect(await execute(listDocument, { filter: { channels: ["PHONE", "BACK_OFFICE"] } })).toMatchObject(
      refused,
    );
    const update = `mutation { updatePerson(id: "${rows[0]?.id}", input: { channels: [BACK_OFFICE] }) { personId } }`;
    expect(await execute(update)).toMatchObject(refused);
    expect(calls()).toEqual([]);
  });

  test("no channel at all, which nobody is on and which costs no call", async () => {
    const { query, calls } = gateway();
    const { people } = await query(listDocument, { filter: { channels: [] } });
    expect(people).toEqual({
      totalCount: 0,
      nodes: [],
      pageInfo: { hasNextPage: false, hasPreviousPage: false, endCursor: null },
    });
    expect(calls()).toEqual([]);
  });
});

describe("people are sorted by", () => {
  const nameOfRole = (person: StoredPerson) =>
    roles.find(({ id }) => id === rolesOf(person)[0])?.name.toLowerCase() ?? "";
  const keys: Readonly<Record<string, (person: StoredPerson) => string>> = {
    first_name: ({ first_name }) => first_name.toLowerCase(),
    last_name: ({ last_name }) => last_name.toLowerCase(),
    role: nameOfRole,
  };
  test.each([
    ["FIRST_NAME", "ASCENDING", "sort_by=first_name&sort_direction=ascending"],
    ["FIRST_NAME", "DESCENDING", "sort_by=first_name&sort_direction=descending"],
    ["LAST_NAME", "ASCENDING", "sort_by=last_name&sort_direction=ascending"],
    ["LAST_NAME", "DESCENDING", "sort_by=last_name&sort_direction=descending"],
    ["ROLE", "ASCENDING", "sort_by=role&sort_direction=ascending"],
    ["ROLE", "DESCENDING", "sort_by=role&sort_direction=descending"],
    ["FIRST_NAME", undefined, "sort_by=first_name&sort_direction=ascending"],
  ])("%s, %s", async (field, direction, parameters) => {
    const { query, callsWithQueries } = gateway();
    const { people } = await query(listDocument, { sort: { field, direction }, first: 100 });
    const keyOf = keys[field.toLowerCase()] ?? String;
    const sign = direction === "DESCENDING" ? -1 : 1;
    const expected = living.toSorted(
      (a, b) => sign * (keyOf(a) < keyOf(b) ? -1 : Number(keyOf(a) > keyOf(b))),
    );
    expect(sourceIds(people.nodes)).toEqual(idsOf(expected).slice(0, 100));
    expect(callsWithQueries()).toEqual([`assembled GET /v0/people?${parameters}&limit=100&offset=0`]);
  });
});

describe("a walk over people", () => {
  test("gives each once, ends, and states the total on every page", async () => {
    const { query, callsWithQueries } = gateway();
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { people } = await query(listDocument, { sort: { field: "LAST_NAME" }, first: 90, after });
      seen.push(...sourceIds(people.nodes));
      expect(people.totalCount).toBe(living.length);
      expect(people.pageInfo.hasPreviousPage).toBe(after !== null);
      after = people.pageInfo.hasNextPage ? people.pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen).toHaveLength(living.length);
    expect([...seen].sort()).toEqual(idsOf(living).sort());
    expect(callsWithQueries()).toEqual(
      [0, 90, 180].map(
        (offset) =>
          `assembled GET /v0/people?sort_by=last_name&sort_direction=ascending&limit=90&offset=${offset}`,
      ),
    );
  });

  test("ends at a page without rows, whatever total the upstream states", async () => {
    const { query, calls, sandbox } = gateway();
    const body = { people: {}, total: 300 };
    sandbox.assembled.inject({ row: "people.list", reply: { status: 200, body } });
    const { people } = await query(listDocument);
    expect(people).toEqual({
      totalCount: 300,
      nodes: [],
      pageInfo: { hasNextPage: false, hasPreviousPage: false, endCursor: null },
    });
    expect(calls()).toEqual(["assembled GET /v0/people"]);
  });

  test("of no rows a page still tells the total, for one call", async () => {
    const { query, callsWithQueries } = gateway();
    const { people } = await query(listDocument, { first: 0 });
    expect(people.totalCount).toBe(living.length);
    expect(people.nodes).toEqual([]);
    expect(callsWithQueries()).toEqual(["assembled GET /v0/people?limit=1&offset=0"]);
  });

  const pagesAt = (...offsets: number[]) =>
    offsets.map((offset) => `assembled GET /v0/people?limit=100&offset=${offset}`);

  test.each([
    ["for one call for each page of the upstream", true, pagesAt(0, 100, 200)],
    [
      "for one call for each page where none is kept",
      false,
      [...pagesAt(0), ...[90, 180].map((offset) => `assembled GET /v0/people?limit=90&offset=${offset}`)],
    ],
  ])("as they are listed goes by the upstream's order, %s", async (_, keeps, calls) => {
    const { query, callsWithQueries } = gateway({ parts: { reads: { keeps } } });
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { people } = await query(listDocument, { first: 90, after });
      seen.push(...sourceIds(people.nodes));
      expect(people.totalCount).toBe(living.length);
      after = people.pageInfo.hasNextPage ? people.pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen).toEqual(idsOf(living));
    expect(callsWithQueries()).toEqual(calls);
  });

  test.each([
    ["are cut from one page of the upstream, which all who page share", true, pagesAt(0)],
    ["are each read anew where none is kept", false, pagesAt(0, 0)],
  ])(
    "has pages of 20 unless told otherwise, whose rows carry cursors to go on from; they %s",
    async (_, keeps, calls) => {
      const { query, callsWithQueries } = gateway({ parts: { reads: { keeps } } });
      const edgesDocument =
        "query ($after: String) { people(after: $after) { edges { cursor node { sourceId } } } }";
      const { people } = await query(edgesDocument);
      expect(people.edges).toHaveLength(20);
      const next = await query(edgesDocument, { after: people.edges[4].cursor });
      expect(next.people.edges[0].node).toEqual(people.edges[5].node);
      expect(callsWithQueries()).toEqual(calls);
    },
  );
});

test.each([
  ["a page over 100", { first: 101 }],
  ["a page below 0", { first: -1 }],
  ["a cursor of nobody's", { after: "not-a-cursor" }],
  ["a person's id for a team", { filter: { team: `gid://assembled/Person/${rows[0]?.id}` } }],
  ["a team's id for a site", { filter: { site: `gid://assembled/Team/${ids.team}` } }],
  ["an id that is none", { filter: { queue: "VIP" } }],
  ["a skill that is a path", { filter: { skill: "../people" } }],
  ["a channel that does not exist", { filter: { channels: ["FAX"] } }],
  ["a search without end", { filter: { search: "x".repeat(256) } }],
  ["a sort without a field", { sort: { direction: "ASCENDING" } }],
])("people are not asked for with %s", async (_, variables) => {
  const { execute, calls } = gateway();
  const { errors } = await execute(listDocument, variables);
  expect(errors.map(({ extensions }) => extensions.code)).toEqual(["BAD_USER_INPUT"]);
  expect(calls()).toEqual([]);
});
