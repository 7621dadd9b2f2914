import { expect, test } from "vitest";
import { searchText } from "../../../src/lists/search-text.ts";
import type { StoredPerson } from "../../../src/sandbox/data/assembled/stored.ts";
import { groupId } from "../../../src/sandbox/data/ids.ts";
import { testNowMs } from "../../support/clock.ts";
import { codesOf } from "../../support/errors.ts";
import { gateway, type TestGateway } from "../../support/gateway.ts";
import { planned } from "../../support/planned.ts";
import { createSandboxData } from "../../support/sandbox-data.ts";

const { people } = createSandboxData(testNowMs).assembled;
const living = people.filter(({ deleted }) => !deleted);
const idsOf = (rows: readonly StoredPerson[]) => rows.map(({ id }) => id);
const has = (word: string) => (person: StoredPerson) =>
  [person.first_name, person.last_name, person.email].some((text) =>
    searchText(text).includes(searchText(word)),
  );

const document = `query ($search: String, $filter: PeopleFilter, $sort: PeopleSort, $first: Int, $after: String, $last: Int, $before: String) {
  people(search: $search, filter: $filter, sort: $sort, first: $first, after: $after, last: $last, before: $before) {
    totalCount nodes { sourceId } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}`;
const peopleFor = async ({ query }: TestGateway, variables: object) =>
  (await query(document, { ...variables })).people;
const foundIn = ({ nodes }: { nodes: readonly { sourceId: string }[] }) =>
  nodes.map(({ sourceId }) => sourceId);
const wholeList = ["assembled GET /v0/people?include_deleted=true&limit=500&offset=0"];

test("people are found letter by letter in the list by which they are looked up, which is read once", async () => {
  const made = gateway();
  for (const search of ["j", "ja", "jan"]) {
    const expected = living.filter(has(search));
    const found = await peopleFor(made, { search, first: 100 });
    expect([foundIn(found), found.totalCount]).toEqual([idsOf(expected).slice(0, 100), expected.length]);
  }
  const [accented] = living.filter(({ last_name }) => last_name !== last_name.normalize("NFKD"));
  const words = `${accented?.last_name} ${accented?.first_name}`;
  const found = await peopleFor(made, {
    search: words.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase(),
  });
  expect(foundIn(found)).toContain(accented?.id);
  expect(made.callsWithQueries()).toEqual(wholeList);
});

test("removed people are found where they are asked for", async () => {
  const made = gateway();
  const [removed] = people.filter(({ deleted }) => deleted);
  const search = removed?.email ?? "";
  expect(foundIn(await peopleFor(made, { search }))).toEqual([]);
  expect(foundIn(await peopleFor(made, { search, filter: { includeDeleted: true } }))).toEqual([removed?.id]);
  expect(made.callsWithQueries()).toEqual(wholeList);
});

test("filter and sort are left to the upstream, and all that they leave is read once", async () => {
  const made = gateway();
  const team = groupId("team/Quality");
  const ofTeam = living.filter(({ teams }) => teams?.includes(team));
  const [wanted] = ofTeam;
  const variables = { filter: { team }, sort: { field: "LAST_NAME" } };
  for (const search of ["", "e", wanted?.email ?? ""]) {
    const found = await peopleFor(made, { ...variables, last: 100, search });
    expect(foundIn(found).toSorted()).toEqual(idsOf(ofTeam.filter(has(search))).toSorted());
  }
  expect(made.callsWithQueries()).toEqual([
    `assembled GET /v0/people?team=${team}&sort_by=last_name&sort_direction=ascending&limit=500&offset=0`,
  ]);
});

test("pages from the end are of the list that pages from the start are of", async () => {
  const made = gateway();
  const { nodes, pageInfo } = await peopleFor(made, { last: 3 });
  expect(nodes.map(({ sourceId }: { sourceId: string }) => sourceId)).toEqual(idsOf(living.slice(-3)));
  expect([pageInfo.hasPreviousPage, pageInfo.hasNextPage]).toEqual([true, false]);
  const before = await peopleFor(made, { last: 2, before: pageInfo.startCursor });
  expect(foundIn(before)).toEqual(idsOf(living.slice(-5, -3)));
  expect(made.callsWithQueries()).toEqual(wholeList);
});

test("a cursor of another search is refused, and a search has a plan of the list that it reads", async () => {
  const made = gateway();
  const { pageInfo } = await peopleFor(made, { search: "e", first: 1 });
  made.calls();
  const { errors } = await made.execute(document, { search: "en", after: pageInfo.endCursor });
  expect(codesOf(errors)).toEqual(["BAD_USER_INPUT"]);
  expect(made.calls()).toEqual([]);
  const { plan } = await planned(
    made,
    '{ people(search: "e", filter: { channels: [PHONE] }) { totalCount } }',
  );
  expect(plan?.assembled?.calls).toEqual({ least: 0, most: 1 });
});
