import { describe, expect, test } from "vitest";
import { accountId, contactId, organizationId } from "../../src/sandbox/data/ids.ts";
import { showcase } from "../../src/sandbox/data/showcase.ts";
import { gateway, type TestGateway } from "../support/gateway.ts";

const { userId } = showcase.person;
const unknownObjectId = "0123456789abcdef01234567";
const globalUserId = `gid://web1on1/User/${userId}`;

const audit = ({ auditLines }: TestGateway) => auditLines.map((line) => JSON.parse(line));

describe("a field of a mutation is audited", () => {
  test("with its client, operation, ids, outcome and request, and with no other value", async () => {
    const made = gateway();
    await made.query(
      `mutation Rename($id: ID!, $name: String) { updateUser(id: $id, input: { displayName: $name }) { userId } }`,
      { id: userId, name: "Ada Planted" },
    );
    expect(audit(made)).toEqual([
      {
        level: 30,
        time: expect.any(String),
        audit: true,
        requestId: expect.stringMatching(/^[\da-f-]{36}$/),
        client: "anonymous",
        operation: "Rename",
        field: "updateUser",
        ids: [globalUserId],
        outcome: "done",
        durationMs: expect.any(Number),
        msg: "mutation",
      },
    ]);
  });

  test("each for itself, by its name and not by its alias, in the order in which they end", async () => {
    const made = gateway();
    await made.execute(
      `mutation ($id: ID!) {
        one: updateUser(id: $id, input: { displayName: "A" }) { userId }
        two: deleteUser(id: "${unknownObjectId}") { deletedUserId }
        three: deleteUserAvatar(id: $id) { userId }
      }`,
      { id: globalUserId },
    );
    expect(audit(made)).toMatchObject([
      { field: "updateUser", ids: [globalUserId], outcome: "done" },
      { field: "deleteUser", ids: [`gid://web1on1/User/${unknownObjectId}`], outcome: "NOT_FOUND" },
      { field: "deleteUserAvatar", ids: [globalUserId], outcome: "done" },
    ]);
  });

  test("with the ids that a payload gives of what was made", async () => {
    const made = gateway();
    const { createContact } = await made.query(
      'mutation { createContact(input: { name: "Ada", email: "ada@acme.example", account: { domain: "acme.example" } }) { contactId } }',
    );
    expect(audit(made)).toMatchObject([{ ids: [createContact.contactId], outcome: "done" }]);
  });

  test("with look-ups by id, and without those by e-mail or domain", async () => {
    const made = gateway();
    const contact = contactId("acme", 1);
    await made.execute(`mutation {
      updateContact(by: { id: "${contact}" }, input: { account: { id: "${accountId("acme")}" } }) { contactId }
    }`);
    await made.execute(`mutation {
      updateAccount(by: { domain: "nothing.example" }, input: { name: "Planted" }) { accountId }
    }`);
    expect(audit(made)).toMatchObject([
      { ids: [`gid://assembly/Contact/${contact}`, `gid://assembly/Account/${accountId("acme")}`] },
      { field: "updateAccount", ids: [], outcome: "NOT_FOUND", attempts: 1 },
    ]);
  });

  test("with how often each outcome was met by the parts of a write in parts", async () => {
    const made = gateway();
    const { sandbox } = made;
    sandbox.assembled.inject({
      row: "requirements.create",
      skips: 1,
      times: 1,
      reply: { status: 400, body: {} },
    });
    const at = (hour: number) => `2026-03-14T0${hour}:00:00Z`;
    const types = await made.query("{ requirementTypes { id } }");
    const requirements = [1, 2, 3].map((hour) => ({
      typeId: types.requirementTypes[0].id,
      window: { start: at(hour), end: at(hour + 1) },
      required: 3,
    }));
    const document =
      "mutation ($input: SetRequirementsInput!) { setRequirements(input: $input) { complete } }";
    await made.execute(document, { input: { requirements } });
    expect(audit(made)).toMatchObject([
      { field: "setRequirements", outcome: "partial", parts: { APPLIED: 2, REFUSED: 1 } },
    ]);
  });
});

describe("a field that was refused is audited", () => {
  test.each([
    [
      "its document is not valid",
      `mutation Rename { updateUser(id: "${userId}") { userId } }`,
      {},
      "GRAPHQL_VALIDATION_FAILED",
    ],
    [
      "a variable cannot be used",
      `mutation Rename($id: ID!, $input: UpdateUserInput!) { updateUser(id: $id, input: $input) { userId } }`,
      { id: userId, input: { planted: 1 } },
      "BAD_USER_INPUT",
    ],
    [
      "an argument is null by a variable",
      `mutation Rename($id: ID = "${userId}") { updateUser(id: $id, input: {}) { userId } }`,
      { id: null },
      "BAD_USER_INPUT",
    ],
  ])("once, when %s", async (_why, document, variables, outcome) => {
    const made = gateway();
    await made.execute(document, variables);
    expect(audit(made)).toMatchObject([{ operation: "Rename", field: "updateUser", outcome, durationMs: 0 }]);
    expect(made.calls()).toEqual([]);
  });

  test("but not one that the client had skipped, nor one that the schema does not have", async () => {
    const made = gateway();
    await made.execute(
      `mutation ($no: Boolean!, $unless: Boolean = true) {
      deleteUserAvatar(id: "${userId}") @include(if: $no) { userId }
      other: deleteUserAvatar(id: "${userId}") @skip(if: $unless) { userId }
      updateUser(id: "${userId}", input: {}, planted: 1) { userId }
      planted { userId }
    }`,
      { no: false },
    );
    expect(audit(made)).toMatchObject([
      { field: "updateUser", ids: [globalUserId], outcome: "GRAPHQL_VALIDATION_FAILED" },
    ]);
    expect(made.auditLines.join("")).not.toContain("planted");
  });

  test("twenty times at most in one operation, and no field of a query or a plan is", async () => {
    const made = gateway();
    const fields = Array.from(
      { length: 40 },
      (_, at) => `f${at}: deleteUserAvatar(id: "${userId}") { userId }`,
    );
    await made.execute(`mutation { ${fields.join("\n")} }`);
    expect(made.auditLines).toHaveLength(20);
    await made.execute("{ nothing }");
    expect(made.auditLines).toHaveLength(20);
  });
});

describe("a write that outlives its answer is audited", () => {
  test("when it has ended, by how it ended", async () => {
    const made = gateway();
    made.sandbox.web1on1.inject({ row: "users.update", kind: "silent" });
    const answer = made.execute(
      `mutation { updateUser(id: "${userId}", input: { displayName: "Late" }) { userId } }`,
    );
    await made.clock.advance(5_000);
    expect(made.auditLines).toEqual([]);
    await made.clock.advance(30_000);
    expect((await answer).errors).toHaveLength(1);
    expect(audit(made)).toMatchObject([
      { field: "updateUser", ids: [globalUserId], outcome: expect.stringMatching(/^UPSTREAM_/) },
    ]);
  });

  test("as UNFINISHED when the process ends before it, and not again", async () => {
    const made = gateway();
    made.sandbox.web1on1.inject({ row: "users.update", kind: "silent" });
    const answer = made.execute(
      `mutation { updateUser(id: "${userId}", input: { displayName: "Late" }) { userId } }`,
    );
    await made.clock.advance(1_000);
    made.gateway.abandonWrites();
    await made.clock.advance(30_000);
    await answer;
    expect(audit(made)).toMatchObject([{ field: "updateUser", outcome: "UNFINISHED", durationMs: 1_000 }]);
  });
});

describe("what a client put into the place of an id, and might be anything else, is left out", () => {
  const values = [
    "planted@acme.example",
    "planted.example",
    "gid://web1on1/User/planted",
    "gid://assembled/Planted/planted",
    "planted secret",
    "Planted-Person",
    "sk_live_planted",
    "31612345678",
    31612345678,
  ];

  test.each([
    ["of a type with ids of one form", "mutation ($id: ID!) { deleteUser(id: $id) { deletedUserId } }"],
    ["of a type with any ids", "mutation ($id: ID!) { deleteLabel(id: $id) { deletedLabelId } }"],
    [
      "of no type that has objects",
      `mutation ($id: ID!) { createActivity(input: {
        person: { agentId: $id }, typeId: $id, scheduleId: $id, onConflict: REFUSE,
        window: { start: "2026-03-14T01:00:00Z", end: "2026-03-14T02:00:00Z" }
      }) { activityId } }`,
    ],
    [
      "of labels",
      `mutation ($id: ID!) {
        updateContact(by: { email: "a@acme.example" }, input: { tierId: $id, addTags: [$id] }) { contactId }
      }`,
    ],
  ])("%s", async (_where, document) => {
    const made = gateway();
    for (const id of values) await made.execute(document, { id });
    expect(audit(made).map(({ ids }) => ids)).toEqual(values.map(() => []));
    expect(made.auditLines.join("")).not.toMatch(/planted|31612345678/i);
  });
});

test("the own id of an object that is read through a parent is there as it is", async () => {
  const made = gateway();
  const id = "0123456789abcdef01234567";
  await made.execute(
    `mutation ($id: ID!) { removeCategory(organizationId: "${organizationId("acme")}", id: $id) { deletedCategoryId } }`,
    { id },
  );
  expect(audit(made)).toMatchObject([
    { ids: [`gid://web1on1/Organization/${organizationId("acme")}`, id], outcome: "NOT_FOUND" },
  ]);
});

test("many ids are cut, and the number of the others is told", async () => {
  const made = gateway();
  const memberIds = Array.from({ length: 130 }, (_, at) => organizationId(`org-${at}`));
  await made.execute(
    "mutation ($id: ID!, $memberIds: [ID!]!) { addOrganizationGroupMembers(id: $id, memberIds: $memberIds) { organizationGroupId } }",
    { id: organizationId("group"), memberIds },
  );
  const [{ ids, idsLeftOut }] = audit(made);
  expect([ids.length, idsLeftOut]).toEqual([100, 31]);
});
