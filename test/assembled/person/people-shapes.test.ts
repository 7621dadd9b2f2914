import { describe, expect, test } from "vitest";
import { groupId, personId } from "../../../src/sandbox/data/ids.ts";
import { gateway } from "../../support/gateway.ts";

const id = personId(1);
const newcomer = {
  firstName: "Ann",
  lastName: "Newcomer",
  email: "ann@helpdesk.example",
  timezone: "Europe/Amsterdam",
  roleId: groupId("role/Analyst"),
  staffable: true,
};

test.each([
  ["an object of another kind", { message: "ok" }],
  ["an id that is no text", { id: 7, first_name: "Ann" }],
  ["an empty id", { id: "", first_name: "Ann" }],
  ["a list", []],
])("a person is not made up from %s", async (_, body) => {
  const { execute, calls, sandbox } = gateway();
  sandbox.assembled.inject({ row: "people.get", reply: { status: 200, body } });
  const { data, errors } = await execute("query ($id: ID!) { person(by: { id: $id }) { id } }", { id });
  expect(data).toEqual({ person: null });
  expect(errors.map(({ extensions }) => extensions.code)).toEqual(["UPSTREAM_INVALID_RESPONSE"]);
  expect(calls()).toEqual([`assembled GET /v0/people/${id}`]);
});

describe("a list of people", () => {
  test.each([
    ["no people", { total: 0 }],
    ["people that are null", { people: null, total: 0 }],
    ["people that are a number", { people: 7, total: 7 }],
    ["no total", { people: {} }],
    ["a total that is text", { people: {}, total: "0" }],
  ])("with %s does not pass for an empty one", async (_, body) => {
    const { execute, calls, sandbox } = gateway();
    sandbox.assembled.inject({ row: "people.list", reply: { status: 200, body } });
    const { data, errors } = await execute(
      '{ people { totalCount } person(by: { email: "nobody@helpdesk.example" }) { id } }',
    );
    expect(data).toEqual({ people: null, person: null });
    expect(errors.map(({ path, extensions }) => [path, extensions.code]).sort()).toEqual([
      [["people"], "UPSTREAM_INVALID_RESPONSE"],
      [["person"], "UPSTREAM_INVALID_RESPONSE"],
    ]);
    expect(calls()).toEqual(["assembled GET /v0/people", "assembled GET /v0/people"]);
  });
});

describe("people have been created, whatever the answer is:", () => {
  test.each([
    ["nothing", null],
    ["an object of another kind", { message: "ok" }],
    ["people that are no list", { people: "Ann" }],
    ["a person without id", { people: [{ id, email: newcomer.email }, { email: newcomer.email }] }],
    ["null for a person", { people: [null] }],
  ])("%s", async (_, body) => {
    const { execute, calls, sandbox } = gateway();
    sandbox.assembled.inject({ row: "people.create", reply: { status: 200, body } });
    const { data, errors } = await execute(
      `mutation ($one: CreatePersonInput!, $several: CreatePeopleInput!) {
        createPerson(input: $one) { personId }
        createPeople(input: $several) { personIds }
      }`,
      { one: newcomer, several: { people: [newcomer, newcomer] } },
    );
    expect(data).toEqual({ createPerson: null, createPeople: null });
    expect(errors.map(({ extensions }) => extensions.code)).toEqual([
      "UPSTREAM_INVALID_RESPONSE",
      "UPSTREAM_INVALID_RESPONSE",
    ]);
    expect(calls()).toEqual(["assembled POST /v0/people", "assembled POST /v0/people"]);
  });
});

test.each([
  ["a person without id", { people: [{ first_name: "Bea" }] }],
  ["null for a person", { people: [null] }],
  ["people that are null", { people: null }],
])("an update that is answered with %s is read", async (_, body) => {
  const { query, calls, sandbox } = gateway();
  sandbox.assembled.inject({ row: "people.update", reply: { status: 200, body } });
  const { updatePerson } = await query(
    'mutation ($id: ID!) { updatePerson(id: $id, input: { firstName: "Bea" }) { personId person { id } } }',
    { id },
  );
  const gid = `gid://assembled/Person/${id}`;
  expect(updatePerson).toEqual({ personId: gid, person: { id: gid } });
  expect(calls()).toEqual([`assembled PATCH /v0/people/${id}`, `assembled GET /v0/people/${id}`]);
});

test("a row without a name does not empty the list it is in", async () => {
  const { query, calls, sandbox } = gateway();
  const rows = { a: { id: groupId("a") }, b: { id: groupId("b"), name: "Named" } };
  const nouns = [
    ["queues", "queues"],
    ["sites", "sites"],
    ["teams", "teams"],
    ["skills", "skills"],
    ["roles", "roles"],
    ["activityTypes", "activity_types"],
  ] as const;
  for (const [noun, key] of nouns) {
    sandbox.assembled.inject({ row: `${noun}.list`, reply: { status: 200, body: { [key]: rows } } });
  }
  const named = [{ name: null }, { name: "Named" }];
  expect(await query(`{ ${nouns.map(([noun]) => `${noun} { name }`).join(" ")} }`)).toEqual(
    Object.fromEntries(nouns.map(([noun]) => [noun, named])),
  );
  expect(calls().sort()).toEqual(nouns.map(([, key]) => `assembled GET /v0/${key}`).sort());
});
