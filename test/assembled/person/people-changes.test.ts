import { describe, expect, test } from "vitest";
import { agentId, groupId, personId } from "../../../src/sandbox/data/ids.ts";
import { personCases } from "../../../src/sandbox/data/showcase.ts";
import { gateway } from "../../support/gateway.ts";
import { bodies } from "../../support/journal.ts";
import { dayOfAgent1, spans } from "../activity/schedule.ts";

const id = personId(1);
const nobody = "00000000-0000-4000-8000-000000000000";
const all = `firstName lastName email timezone importedId roles { name } channels site { name } teams { name }
  queues { name } skills { name } platforms startDate endDate staffable`;

describe("updating a person", () => {
  const update = `mutation ($id: ID!, $input: UpdatePersonInput!) {
    updatePerson(id: $id, input: $input) { personId person { ${all} } }
  }`;
  const idOnly =
    "mutation ($id: ID!, $input: UpdatePersonInput!) { updatePerson(id: $id, input: $input) { personId } }";

  test("changes what is given and leaves the rest", async () => {
    const made = gateway();
    const { person } = await made.query(`query ($id: ID!) { person(by: { id: $id }) { ${all} } }`, { id });
    made.calls();
    const { updatePerson } = await made.query(update, {
      id: `gid://assembled/Person/${id}`,
      input: { firstName: "翼", staffable: false },
    });
    expect(updatePerson).toEqual({
      personId: `gid://assembled/Person/${id}`,
      person: { ...person, firstName: "翼", staffable: false },
    });
    expect(made.calls()[0]).toBe(`assembled PATCH /v0/people/${id}`);
    expect(bodies(made, "people.update")).toEqual([{ first_name: "翼", staffable: false }]);
  });

  test.each([
    ["null", null, null],
    ["an empty list", [], {}],
  ])("clears lists and maps with %s", async (_, empty, emptyMap) => {
    const made = gateway();
    const lists = { channels: empty, teams: empty, queues: empty, skills: empty, restrictedSites: empty };
    const { updatePerson } = await made.query(update, { id, input: { ...lists, platforms: emptyMap } });
    expect(updatePerson.person).toMatchObject({
      channels: [],
      teams: [],
      queues: [],
      skills: [],
      platforms: {},
      firstName: expect.stringMatching(/./),
      site: { name: expect.any(String) },
    });
    expect(made.calls()).toEqual([
      `assembled PATCH /v0/people/${id}`,
      "assembled GET /v0/roles",
      "assembled GET /v0/sites",
    ]);
    expect(bodies(made, "people.update")).toEqual([
      { channels: [], teams: [], queues: [], skills: [], restricted_sites: [], platforms: {} },
    ]);
  });

  test("clears what is one value with null", async () => {
    const made = gateway();
    const input = { importedId: null, siteId: null, startDate: null, endDate: null };
    const { updatePerson } = await made.query(update, { id: personId(0), input });
    expect(updatePerson.person).toMatchObject({
      importedId: null,
      site: null,
      startDate: null,
      endDate: null,
    });
    expect(made.calls()).not.toContain("assembled GET /v0/sites");
    expect(bodies(made, "people.update")).toEqual([
      { imported_id: null, site: null, start_date: null, end_date: null },
    ]);
  });

  test.each([
    ["a list of roles", 1],
    ["one role of old", 6],
    ["both", 7],
  ])("gives another role to somebody with %s", async (_, number) => {
    const made = gateway();
    const input = { roleId: groupId("role/Analyst") };
    const { updatePerson } = await made.query(
      "mutation ($id: ID!, $input: UpdatePersonInput!) { updatePerson(id: $id, input: $input) { person { roles { name } } } }",
      { id: personId(number), input },
    );
    expect(updatePerson.person.roles).toEqual([{ name: "Analyst" }]);
    expect(made.calls()).toEqual([
      `assembled PATCH /v0/people/${personId(number)}`,
      "assembled GET /v0/roles",
    ]);
    expect(bodies(made, "people.update")).toEqual([{ role: groupId("role/Analyst") }]);
  });

  test("is one call when only the id is asked for", async () => {
    const { query, calls } = gateway();
    expect(await query(idOnly, { id, input: { lastName: "Other" } })).toEqual({
      updatePerson: { personId: `gid://assembled/Person/${id}` },
    });
    expect(calls()).toEqual([`assembled PATCH /v0/people/${id}`]);
  });

  test.each([
    ["empty", undefined],
    ["without people", { message: "person successfully updated" }],
  ])("reads the person where the answer is %s", async (_, body) => {
    const { query, calls, sandbox } = gateway();
    sandbox.assembled.inject({ row: "people.update", afterEffect: true, reply: { status: 200, body } });
    const { updatePerson } = await query(
      "mutation ($id: ID!, $input: UpdatePersonInput!) { updatePerson(id: $id, input: $input) { personId person { lastName } } }",
      { id, input: { lastName: "Other" } },
    );
    expect(updatePerson).toEqual({ personId: `gid://assembled/Person/${id}`, person: { lastName: "Other" } });
    expect(calls()).toEqual([`assembled PATCH /v0/people/${id}`, `assembled GET /v0/people/${id}`]);
  });

  test("who does not exist is NOT_FOUND", async () => {
    const { execute, calls } = gateway();
    const { data, errors } = await execute(idOnly, { id: nobody, input: { lastName: "Other" } });
    expect(data).toEqual({ updatePerson: null });
    expect(errors.map(({ extensions }) => [extensions.code, extensions.status])).toEqual([
      ["NOT_FOUND", 404],
    ]);
    expect(calls()).toEqual([`assembled PATCH /v0/people/${nobody}`]);
  });

  test("with a group that does not exist is for the upstream to reject", async () => {
    const { execute, calls } = gateway();
    const { errors } = await execute(idOnly, { id, input: { queues: [agentId(1)] } });
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(["UPSTREAM_REJECTED"]);
    expect(calls()).toEqual([`assembled PATCH /v0/people/${id}`]);
  });

  test.each<[string, string, object]>([
    ["the id of a team", `gid://assembled/Team/${id}`, {}],
    ["an id that is none", "1", {}],
    ["no first name", id, { firstName: null }],
    ["no last name", id, { lastName: null }],
    ["no address", id, { email: null }],
    ["no time zone", id, { timezone: null }],
    ["no role", id, { roleId: null }],
    ["no word on being staffable", id, { staffable: null }],
    ["the id of a queue for a skill", id, { skills: [`gid://assembled/Queue/${id}`] }],
    ["a platform id that is none", id, { platforms: { zendesk: null } }],
  ])("with %s costs no call", async (_, wrongId, input) => {
    const { execute, calls } = gateway();
    const { errors } = await execute(idOnly, { id: wrongId, input });
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(["BAD_USER_INPUT"]);
    expect(calls()).toEqual([]);
  });
});

describe("deleting a person", () => {
  const remove = (fields: string) =>
    `mutation ($id: ID!, $deletion: PersonDeletion! = SOFT) { deletePerson(id: $id, deletion: $deletion) { ${fields} } }`;

  test("keeps them for their history, out of the list", async () => {
    const made = gateway();
    const { deletePerson } = await made.query(remove("deletedPersonId person { deleted firstName }"), { id });
    expect(deletePerson).toEqual({
      deletedPersonId: `gid://assembled/Person/${id}`,
      person: { deleted: true, firstName: made.sandbox.data.assembled.people[1]?.first_name },
    });
    expect(made.callsWithQueries()).toEqual([
      `assembled DELETE /v0/people/${id}`,
      `assembled GET /v0/people/${id}`,
    ]);
    const { people } = await made.query("{ people(first: 3) { nodes { sourceId } } }");
    expect(people.nodes).toEqual([0, 2, 3].map((number) => ({ sourceId: personId(number) })));
    made.calls();
    expect(await spans(made, 1)).toBe(dayOfAgent1);
  });

  test("for good takes their activities along, and there is nothing to read afterwards", async () => {
    const made = gateway();
    const { deletePerson } = await made.query(remove("deletedPersonId person { deleted }"), {
      id,
      deletion: "HARD",
    });
    expect(deletePerson).toEqual({ deletedPersonId: `gid://assembled/Person/${id}`, person: null });
    expect(made.callsWithQueries()).toEqual([`assembled DELETE /v0/people/${id}?hard=true`]);
    expect(await made.query("query ($id: ID!) { person(by: { id: $id }) { id } }", { id })).toEqual({
      person: null,
    });
    made.calls();
    expect(await spans(made, 1)).toBe("");
  });

  test.each(["SOFT", "HARD"])("%s is one call when only the id is asked for", async (deletion) => {
    const { query, calls } = gateway();
    expect(await query(remove("deletedPersonId"), { id, deletion })).toEqual({
      deletePerson: { deletedPersonId: `gid://assembled/Person/${id}` },
    });
    expect(calls()).toEqual([`assembled DELETE /v0/people/${id}`]);
  });

  test("has succeeded although the person cannot be read afterwards", async () => {
    const { execute, calls, sandbox } = gateway();
    sandbox.assembled.inject({ row: "people.get", reply: { status: 403 } });
    const { data, errors } = await execute(remove("deletedPersonId person { id }"), { id });
    expect(data).toEqual({ deletePerson: { deletedPersonId: `gid://assembled/Person/${id}`, person: null } });
    expect(errors.map(({ path, extensions }) => [path, extensions.code])).toEqual([
      [["deletePerson", "person"], "FORBIDDEN"],
    ]);
    expect(calls()).toEqual([`assembled DELETE /v0/people/${id}`, `assembled GET /v0/people/${id}`]);
  });

  test("who does not exist is NOT_FOUND", async () => {
    const { execute, calls } = gateway();
    const { errors } = await execute(remove("deletedPersonId"), { id: nobody });
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(["NOT_FOUND"]);
    expect(calls()).toEqual([`assembled DELETE /v0/people/${nobody}`]);
  });

  test.each([`gid://web1on1/User/${personCases.email.userId}`, `gid://assembled/Role/${id}`, "..", ""])(
    "with the id %o costs no call",
    async (wrongId) => {
      const { execute, calls } = gateway();
      const { errors } = await execute(remove("deletedPersonId"), { id: wrongId });
      expect(errors.map(({ extensions }) => extensions.code)).toEqual(["BAD_USER_INPUT"]);
      expect(calls()).toEqual([]);
    },
  );
});

test("the fields of one mutation see what those before them wrote", async () => {
  const { query, calls } = gateway();
  const answer = await query(
    `mutation ($id: ID!) {
      rename: updatePerson(id: $id, input: { lastName: "Before" }) { person { lastName deleted } }
      deletePerson(id: $id) { person { lastName deleted } }
      again: updatePerson(id: $id, input: { lastName: "After" }) { person { lastName deleted } }
    }`,
    { id },
  );
  expect(answer).toEqual({
    rename: { person: { lastName: "Before", deleted: false } },
    deletePerson: { person: { lastName: "Before", deleted: true } },
    again: { person: { lastName: "After", deleted: true } },
  });
  expect(calls()).toEqual([
    `assembled PATCH /v0/people/${id}`,
    `assembled DELETE /v0/people/${id}`,
    `assembled GET /v0/people/${id}`,
    `assembled PATCH /v0/people/${id}`,
  ]);
});
