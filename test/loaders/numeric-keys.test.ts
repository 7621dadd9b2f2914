import { expect, test } from "vitest";
import { personId } from "../../src/sandbox/data/ids.ts";
import { gateway, type TestGateway } from "../support/gateway.ts";

/** Lets a list answer a body from now on. */
function answerWith({ sandbox }: TestGateway, row: string, body: object): void {
  const system = row.startsWith("people") ? sandbox.assembled : sandbox.assembly;
  system.inject({ row, reply: { status: 200, body } });
}

test("a person is found by an imported id that comes as a number", async () => {
  const made = gateway();
  const row = { ...made.sandbox.data.assembled.people[0], imported_id: 42 };
  answerWith(made, "people.list", { people: { [personId(0)]: row }, total: 1 });
  const document = '{ person(by: { importedId: "42" }) { sourceId importedId } }';
  expect(await made.query(document)).toEqual({ person: { sourceId: personId(0), importedId: "42" } });
  expect(made.calls()).toEqual(["assembled GET /v0/people"]);
});

test.each([
  [0, "0", { importedId: "0" }],
  ["", "0", null],
  [2 ** 53, "9007199254740992", null],
  [42.5, "42.5", null],
])("a person with the imported id %j is found by %j if it is shown", async (stored, importedId, person) => {
  const made = gateway();
  const row = { ...made.sandbox.data.assembled.people[0], imported_id: stored };
  answerWith(made, "people.list", { people: { [personId(0)]: row }, total: 1 });
  const document =
    "query ($id: String!) { person(by: { importedId: $id }) { importedId } people { nodes { importedId } } }";
  const { data, errors } = await made.execute(document, { id: importedId });
  expect(data).toEqual({ person, people: { nodes: [{ importedId: person?.importedId ?? null }] } });
  const failure = {
    path: ["people", "nodes", 0, "importedId"],
    extensions: { code: "UPSTREAM_INVALID_RESPONSE" },
  };
  expect(errors).toMatchObject(person || stored === "" ? [] : [failure]);
  // The roster and a page of people.
  expect(made.calls()).toEqual(["assembled GET /v0/people", "assembled GET /v0/people"]);
});

test("accounts are found by source specific ids that come as numbers", async () => {
  const made = gateway();
  const rows = made.sandbox.data.assembly.accounts.slice(0, 3);
  const data = rows.map((row, at) => ({ ...row, source_specific_ids: [at + 40] }));
  answerWith(made, "accounts.list", { accounts: { data, has_next_page: false } });
  const fields = rows.map((_, at) => `a${at}: account(by: { sourceSpecificId: "${at + 40}" }) { sourceId }`);
  const found = Object.values(await made.query(`{ ${fields.join(" ")} }`));
  expect(found).toEqual(rows.map(({ id }) => ({ sourceId: id })));
  expect(made.calls()).toEqual(["assembly GET /accounts"]);
});

test("a label that comes with a number for its id is found by it", async () => {
  const made = gateway();
  const [account] = made.sandbox.data.assembly.accounts;
  const [label] = made.sandbox.data.assembly.labels;
  answerWith(made, "accounts.list", {
    accounts: { data: [{ ...account, tags: [7] }], has_next_page: false },
  });
  answerWith(made, "labels.list", { labels: [{ ...label, id: 7 }] });
  const { accounts } = await made.query("{ accounts(first: 1) { nodes { tags { name } } } }");
  expect(accounts.nodes).toEqual([{ tags: [{ name: label?.name }] }]);
  expect(made.calls()).toEqual(["assembly GET /accounts", "assembly GET /accounts/labels"]);
});
