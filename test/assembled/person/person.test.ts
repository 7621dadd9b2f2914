import { describe, expect, test } from "vitest";
import { personCases, showcase } from "../../../src/sandbox/data/showcase.ts";
import { gateway } from "../../support/gateway.ts";

const wholeRoster = "assembled GET /v0/people?include_deleted=true&limit=500&offset=0";
const search = (email: string) =>
  `assembled GET /v0/people?search=${email}&include_deleted=true&limit=500&offset=0`;
const byDocument = "query ($by: PersonLookup!) { person(by: $by) { sourceId deleted } }";
const nobody = "00000000-0000-4000-8000-000000000000";

describe("one person", () => {
  const { personId, agentId } = showcase.person;
  const { left, deletedAndLiving } = personCases;
  const email = (id: string) => {
    const people = gateway().sandbox.data.assembled.people;
    return people.find((person) => person.id === id)?.email ?? "";
  };

  test.each([
    ["id", { id: personId }, personId, `assembled GET /v0/people/${personId}`],
    [
      "global id",
      { id: `gid://assembled/Person/${personId}` },
      personId,
      `assembled GET /v0/people/${personId}`,
    ],
    ["agent id", { agentId }, personId, wholeRoster],
    ["e-mail address", { email: email(personId) }, personId, search(email(personId))],
    [
      "e-mail address in any case",
      { email: email(personId).toUpperCase() },
      personId,
      search(email(personId)),
    ],
  ])("is found by %s in one call", async (_, by, sourceId, call) => {
    const { query, callsWithQueries } = gateway();
    expect(await query(byDocument, { by })).toEqual({ person: { sourceId, deleted: false } });
    expect(callsWithQueries()).toEqual([call]);
  });

  test.each([
    ["id", { id: left.personId }, `assembled GET /v0/people/${left.personId}`],
    ["agent id", { agentId: left.agentId }, wholeRoster],
    ["e-mail address", { email: email(left.personId) }, search(email(left.personId))],
    ["imported id", { importedId: "hr-28" }, wholeRoster],
  ])("who was deleted is still found by %s", async (_, by, call) => {
    const { query, callsWithQueries } = gateway();
    expect(await query(byDocument, { by })).toEqual({ person: { sourceId: left.personId, deleted: true } });
    expect(callsWithQueries()).toEqual([call]);
  });

  test.each([
    ["id", { id: nobody }, [`assembled GET /v0/people/${nobody}`]],
    ["agent id", { agentId: nobody }, [wholeRoster]],
    [
      "e-mail address",
      { email: "nobody@helpdesk.example" },
      [search("nobody@helpdesk.example"), wholeRoster],
    ],
    ["imported id", { importedId: "hr-nobody" }, [wholeRoster]],
  ])("who does not exist is null by %s", async (_, by, calls) => {
    const { query, callsWithQueries } = gateway();
    expect(await query(byDocument, { by })).toEqual({ person: null });
    expect(callsWithQueries()).toEqual(calls);
  });

  test("is the living one when a deleted one has the same e-mail address", async () => {
    const { query, calls } = gateway();
    const by = { email: email(deletedAndLiving.deletedPersonId) };
    expect(await query(byDocument, { by })).toEqual({
      person: { sourceId: deletedAndLiving.personId, deleted: false },
    });
    expect(calls()).toEqual(["assembled GET /v0/people"]);
  });

  test("is null when two living people are equally good", async () => {
    const { query, calls } = gateway();
    const { person } = await query("query ($id: ID!) { person(by: { id: $id }) { roles { sourceId } } }", {
      id: personId,
    });
    const twin = (firstName: string, importedId: string) => ({
      firstName,
      lastName: "Twin",
      email: firstName === "Ann" ? "twins@helpdesk.example" : "Twins@Helpdesk.Example",
      timezone: "Europe/Amsterdam",
      roleId: person.roles[0].sourceId,
      staffable: true,
      importedId,
    });
    await query("mutation ($input: CreatePeopleInput!) { createPeople(input: $input) { personIds } }", {
      input: { people: [twin("Ann", "hr-twin"), twin("Bea", "hr-twin")] },
    });
    calls();
    expect(
      await query(`{
        email: person(by: { email: "TWINS@helpdesk.example" }) { id }
        importedId: person(by: { importedId: "hr-twin" }) { id }
      }`),
    ).toEqual({ email: null, importedId: null });
    expect(calls()).toEqual(["assembled GET /v0/people"]);
  });

  test.each([
    ["something that is no id", { id: "42" }],
    ["a path", { id: "../roles" }],
    ["the id of another type", { id: `gid://assembled/Team/${personId}` }],
    ["the id of another system", { id: `gid://web1on1/Person/${personId}` }],
    ["a person's id for an agent's", { agentId: `gid://assembled/Person/${personId}` }],
    ["an agent id that cannot be one", { agentId: "agent-7" }],
    ["an address that is none", { email: "ann(at)helpdesk.example" }],
    ["an empty imported id", { importedId: " " }],
    ["an imported id without end", { importedId: "x".repeat(256) }],
    ["two keys", { id: personId, agentId }],
    ["no key", {}],
    ["a key that is null", { id: null }],
  ])("cannot be asked for by %s, which costs no call", async (_, by) => {
    const { execute, calls } = gateway();
    const { errors } = await execute(byDocument, { by });
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(["BAD_USER_INPUT"]);
    expect(calls()).toEqual([]);
  });

  test("is found by e-mail address beside a row that has none", async () => {
    const { query, calls, sandbox } = gateway();
    const [row] = sandbox.data.assembled.people;
    const rows = [{ ...row, id: nobody, email: null }, row];
    const people = Object.fromEntries(rows.map((one) => [one?.id, one]));
    sandbox.assembled.inject({ row: "people.list", reply: { status: 200, body: { people, total: 2 } } });
    expect(await query(byDocument, { by: { email: row?.email } })).toEqual({
      person: { sourceId: row?.id, deleted: false },
    });
    expect(calls()).toEqual(["assembled GET /v0/people"]);
  });

  test("and 19 others by id are one page of the roster", async () => {
    const { query, callsWithQueries, sandbox } = gateway();
    const rows = sandbox.data.assembled.people.slice(0, 20);
    const { nodes } = await query(
      "query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Person { sourceId } } }",
      {
        ids: rows.map(({ id }) => `gid://assembled/Person/${id}`),
      },
    );
    expect(nodes.map(({ sourceId }: { sourceId: string }) => sourceId)).toEqual(rows.map(({ id }) => id));
    expect(callsWithQueries()).toEqual([wholeRoster]);
  });
});
