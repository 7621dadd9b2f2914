import { describe, expect, test } from "vitest";
import { formId } from "../../../src/sandbox/data/ids.ts";
import { showcase } from "../../../src/sandbox/data/showcase.ts";
import { codesOf } from "../../support/errors.ts";
import { gateway, type TestGateway } from "../../support/gateway.ts";
import { bodies, gid, stored, unknownId, writes } from "../upstream.ts";

const acme = showcase.account.organizationId;
const path = `/organizations/${acme}`;
const read = `web1on1 GET ${path}`;
const patch = `web1on1 PATCH ${path}`;

const document = `mutation ($organization: ID!, $index: Int!, $seen: ID, $input: SetCategorySlotInput) {
  setCategorySlot(organizationId: $organization, index: $index, expectedCategoryId: $seen, input: $input) {
    organizationId organization { categories { index id name tags } }
  }
}`;

type Slot = Readonly<Record<string, unknown>> | null;
const slots = async (made: TestGateway) => (await stored(made, path)).categories as readonly Slot[];
const idAt = ({ sandbox }: TestGateway, index: number) =>
  sandbox.data.web1on1.organizations.find(({ id }) => id === acme)?.categories?.[index]?.id ?? "";

const set = (made: TestGateway, variables: object) =>
  made.execute(document, { organization: acme, ...variables });

/** Sends an edit of an organization that has these categories stored, and gives the body that was written. */
async function setOver(made: TestGateway, categories: string, variables: object) {
  const text = Buffer.from(`{"id":"${acme}","categories":${categories}}`);
  made.sandbox.web1on1.inject({
    row: "organizations.get",
    times: 1,
    reply: { status: 200, stream: once(text) },
  });
  const { errors } = await made.execute(
    document.replace(/organizationId organization .*/, "organizationId"),
    { organization: acme, ...variables },
  );
  expect(errors).toEqual([]);
  return writes(made).map(({ body }) => body);
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

describe("setting a slot", () => {
  test("changes the category that is there, which keeps its id and what is left out, for a read and a write", async () => {
    const made = gateway();
    const before = await slots(made);
    const form = formId(9);
    const { data, errors } = await set(made, {
      index: 1,
      seen: gid("Category", `${acme}.${idAt(made, 1)}`),
      input: { name: "Refunds", forms: [gid("Form", form)] },
    });
    expect(errors).toEqual([]);
    const after = before.with(1, { ...before[1], name: "Refunds", forms: [form] });
    expect(bodies(made)).toEqual([{ categories: after }]);
    const { organizationId, organization } = data.setCategorySlot;
    expect(organizationId).toBe(gid("Organization", acme));
    expect(organization.categories).toHaveLength(10);
    expect(organization.categories[1]).toEqual({
      index: 1,
      id: gid("Category", `${acme}.${idAt(made, 1)}`),
      name: "Refunds",
      tags: [],
    });
    expect(made.calls()).toEqual([read, patch]);
  });

  test.each([{}, { seen: null }])("puts a category into an empty slot: %j", async (seen) => {
    const made = gateway();
    const before = await slots(made);
    const { data } = await set(made, { index: 3, ...seen, input: { name: "Invoices", tags: ["bill"] } });
    const { id, ...added } = (await slots(made))[3] ?? {};
    expect(added).toEqual({ name: "Invoices", tags: ["bill"] });
    expect(data.setCategorySlot.organization.categories[3].id).toBe(gid("Category", `${acme}.${id}`));
    expect(await slots(made)).toEqual(before.with(3, { id, ...added }));
    expect(made.calls()).toEqual([read, patch]);
  });

  test.each([
    ["empties it for null", "[null,A]", { index: 1, seen: unknownId, input: null }, "[null,null]"],
    [
      "behind the last one fills up with empty ones",
      "[A]",
      { index: 2, input: { name: "B" } },
      '[A,null,{"name":"B"}]',
    ],
    [
      "fills the last one of all",
      "null",
      { index: 9, input: { name: "B" } },
      `[${"null,".repeat(9)}{"name":"B"}]`,
    ],
    [
      "takes null for lists that are left out",
      "[null]",
      { index: 0, input: { name: "B", forms: null, tags: null } },
      '[{"name":"B"}]',
    ],
    [
      "leaves all others as they are, to the digit",
      '[{"id":9007199254740993,"name":"N","rank":1E400},A,null,{"name":"X","x":[-0,{"__proto__":1.0}]}]',
      { index: 1, seen: unknownId, input: { name: "B" } },
      '[{"id":9007199254740993,"name":"N","rank":1E400},{"id":"0123456789abcdef01234567","name":"B","rank":1e-999},null,{"name":"X","x":[-0,{"__proto__":1.0}]}]',
    ],
  ])("%s", async (_, before, variables, after) => {
    const made = gateway();
    const filled = (text: string) => text.replace("A", `{"id":"${unknownId}","name":"A","rank":1e-999}`);
    expect(await setOver(made, filled(before), variables)).toEqual([`{"categories":${filled(after)}}`]);
    expect(made.calls()).toEqual([read, patch]);
  });

  test("reads the organization when it was not answered", async () => {
    const made = gateway();
    made.sandbox.web1on1.inject({ row: "organizations.update", reply: { status: 204 }, afterEffect: true });
    const { data } = await set(made, { index: 3, input: { name: "Invoices" } });
    expect(data.setCategorySlot.organization.categories[3].name).toBe("Invoices");
    expect(made.calls()).toEqual([read, patch, read]);
  });
});

describe("nothing is written and the answer says what is there now", () => {
  test.each([
    ["another category", 1, unknownId, 'it holds the category "Returns" with the id '],
    ["a category in place of none", 1, null, 'it holds the category "Returns" with the id '],
    ["none in place of a category", 3, unknownId, "it holds no category."],
  ])("when the slot holds %s", async (_, index, seen, content) => {
    const made = gateway();
    const { data, errors } = await set(made, { index, seen, input: { name: "Refunds" } });
    expect(data).toEqual({ setCategorySlot: null });
    expect(codesOf(errors)).toEqual(["CONFLICT"]);
    expect(errors[0]?.message).toContain(content);
    if (index === 1) expect(errors[0]?.message).toContain(idAt(made, 1));
    expect(made.calls()).toEqual([read]);
  });

  test("when it lies behind the last one and something was expected", async () => {
    const made = gateway();
    made.sandbox.web1on1.inject({
      row: "organizations.get",
      reply: { status: 200, body: { id: acme, categories: [] } },
    });
    const { errors } = await set(made, { index: 4, seen: idAt(made, 4), input: { name: "Refunds" } });
    expect(codesOf(errors)).toEqual(["CONFLICT"]);
    expect(made.calls()).toEqual([read]);
  });
});

test("nothing is written when what is stored is no list of slots", async () => {
  const made = gateway();
  made.sandbox.web1on1.inject({
    row: "organizations.get",
    reply: { status: 200, body: { id: acme, categories: ["A"] } },
  });
  const { errors } = await set(made, { index: 0, input: { name: "Refunds" } });
  expect(codesOf(errors)).toEqual(["UPSTREAM_INVALID_RESPONSE"]);
  expect(made.calls()).toEqual([read]);
});

test("an organization that does not exist is NOT_FOUND", async () => {
  const made = gateway();
  const { errors } = await set(made, { organization: unknownId, index: 0, input: { name: "A" } });
  expect(codesOf(errors)).toEqual(["NOT_FOUND"]);
  expect(made.calls()).toEqual([`web1on1 GET /organizations/${unknownId}`]);
});

const input = { name: "A" };
test.each([
  { index: -1, input },
  { index: 10, input },
  { index: 0 },
  { index: 0, input: null },
  { index: 0, input: { name: " " } },
  { index: 0, input: { name: "A", forms: ["f1"] } },
  { index: 0, seen: "4", input },
  { index: 0, seen: gid("Category", `${unknownId}.${unknownId}`), input },
  { organization: gid("User", acme), index: 0, input },
])("what cannot be meant costs no call: %j", async (variables) => {
  const made = gateway();
  const { errors } = await set(made, variables);
  expect(codesOf(errors)).toEqual(["BAD_USER_INPUT"]);
  expect(made.calls()).toEqual([]);
});
