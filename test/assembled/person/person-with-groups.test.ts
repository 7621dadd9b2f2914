import { describe, expect, test } from "vitest";
import { showcase } from "../../../src/sandbox/data/showcase.ts";
import { gateway } from "../../support/gateway.ts";
import { learnRosterLength } from "./roster-length.ts";

const { personId } = showcase.person;
const point = `assembled GET /v0/people/${personId}`;
const roster = "assembled GET /v0/people?include_deleted=true&limit=500&offset=0";
const [sites, teams] = ["assembled GET /v0/sites", "assembled GET /v0/teams"];
const withGroups = `{ person(by: { id: "${personId}" }) { sourceId site { name } teams { name } } }`;
const person = { sourceId: personId, site: { name: expect.any(String) }, teams: expect.any(Array) };

describe("one person by id with site and teams", () => {
  test.each([
    ["looked up", withGroups, { person }],
    [
      "fetched again",
      `{ node(id: "gid://assembled/Person/${personId}") {
        ... on Person { ...groups } } } fragment groups on Person { sourceId site { name } teams { name } }`,
      { node: person },
    ],
  ])("is one call, %s", async (_, document, expected) => {
    const { query, callsWithQueries } = gateway();
    expect(await query(document)).toEqual(expected);
    expect(callsWithQueries()).toEqual([roster]);
  });

  test("is read by itself where neither is selected, or what is selected is left out", async () => {
    const { query, callsWithQueries } = gateway();
    await query(`{ person(by: { id: "${personId}" }) { sourceId site @skip(if: true) { name } } }`);
    expect(callsWithQueries()).toEqual([point]);
  });

  test("is read by itself where sites and teams are at hand", async () => {
    const { query, callsWithQueries } = gateway();
    await query("{ sites { name } teams { name } }");
    expect(callsWithQueries()).toEqual([sites, teams]);
    expect(await query(withGroups)).toEqual({ person });
    expect(callsWithQueries()).toEqual([point]);
  });

  test("is read by itself where the roster is known to have more pages than one", async () => {
    const made = gateway({ sandbox: { sizes: { people: 600 } } });
    const { query, callsWithQueries } = made;
    await learnRosterLength(made);
    expect(await query(withGroups)).toEqual({ person });
    expect(callsWithQueries()).toEqual([point, sites, teams]);
  });

  test("is read by itself where the roster cannot be read", async () => {
    const { query, callsWithQueries, sandbox } = gateway();
    sandbox.assembled.inject({ row: "people.list", times: 1, reply: { status: 403 } });
    expect(await query(withGroups)).toEqual({ person });
    expect(callsWithQueries()).toEqual([roster, point, sites, teams]);
  });
});
