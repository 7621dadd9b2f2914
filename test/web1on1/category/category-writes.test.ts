import { describe, expect, test } from "vitest";
import { formId } from "../../../src/sandbox/data/ids.ts";
import { showcase } from "../../../src/sandbox/data/showcase.ts";
import { objectIdOf } from "../../../src/sandbox/random.ts";
import { codesOf } from "../../support/errors.ts";
import { gateway, type TestGateway } from "../../support/gateway.ts";
import { bodies, gid, stored, unknownId } from "../upstream.ts";

const acme = showcase.account.organizationId;
const form = formId(4);

interface Slot {
  readonly id: string;
  readonly name: string;
  readonly forms?: readonly string[];
}
const slots = async (made: TestGateway, id = acme) =>
  (await stored(made, `/organizations/${id}`)).categories as readonly (Slot | null)[];

/** An organization with a few categories and free slots behind them. */
function withRoom({ sandbox }: TestGateway) {
  const found = sandbox.data.web1on1.organizations.find(({ categories }) => categories?.length === 2);
  const [first, second] = found?.categories ?? [];
  return { id: found?.id ?? "", first: first?.id ?? "", second: second?.id ?? "" };
}

const add = `mutation ($organization: ID!, $input: AddCategoryInput!) {
  addCategory(organizationId: $organization, input: $input) {
  categoryId category { id index name tags forms { id } organization { sourceId } }
} }`;
const update = `mutation ($organization: ID!, $id: ID!, $input: UpdateCategoryInput!) {
  updateCategory(organizationId: $organization, id: $id, input: $input) { categoryId category { name tags } }
}`;
const remove = `mutation ($organization: ID!, $id: ID!) { removeCategory(organizationId: $organization, id: $id) {
  deletedCategoryId organizationId organization { categories { name } }
} }`;

describe("adding a category", () => {
  test("puts it behind the others, and reads the organization for its slot alone", async () => {
    const made = gateway();
    const { id } = withRoom(made);
    const { addCategory } = await made.query(add, {
      organization: gid("Organization", id),
      input: {
        name: "Leasing",
        forms: [gid("Form", form)],
        tags: ["lease"],
      },
    });
    const own = (await slots(made, id))[2]?.id;
    const categoryId = gid("Category", `${id}.${own}`);
    expect(addCategory).toEqual({
      categoryId,
      category: {
        id: categoryId,
        index: 2,
        name: "Leasing",
        tags: ["lease"],
        forms: [{ id: gid("Form", form) }],
        organization: { sourceId: id },
      },
    });
    expect(bodies(made)).toEqual([{ name: "Leasing", forms: [form], tags: ["lease"] }]);
    expect(made.calls()).toEqual([
      `web1on1 POST /organizations/${id}/categories`,
      `web1on1 GET /organizations/${id}`,
      `web1on1 GET /forms/${form}`,
    ]);
  });

  test("shows in what was read before it", async () => {
    const made = gateway();
    const { id } = withRoom(made);
    const names = `{ organization(by: { id: "${id}" }) { categories { name } } }`;
    await made.query(names);
    await made.query(add, { organization: id, input: { name: "Leasing" } });
    const { organization } = await made.query(names);
    expect(organization.categories.map((slot: { name: string }) => slot.name)).toContain("Leasing");
    expect(made.calls()).toEqual([
      `web1on1 GET /organizations/${id}`,
      `web1on1 POST /organizations/${id}/categories`,
      `web1on1 GET /organizations/${id}`,
    ]);
  });

  test.each([400, 409, 422])(
    "is a conflict when no slot is free, by whichever status: %i",
    async (status) => {
      const made = gateway();
      made.sandbox.web1on1.inject({ row: "organizationCategories.create", reply: { status } });
      const { data, errors } = await made.execute(add, { organization: acme, input: { name: "Leasing" } });
      expect(data).toEqual({ addCategory: null });
      expect(codesOf(errors)).toEqual(["CONFLICT"]);
      expect(errors[0]?.message).toBe(
        "All 10 slots are in use; setCategorySlot fills those that were emptied: 3, 6.",
      );
      expect(made.calls()).toEqual([
        `web1on1 POST /organizations/${acme}/categories`,
        `web1on1 GET /organizations/${acme}`,
      ]);
    },
  );

  test("tells to remove one when none was emptied", async () => {
    const made = gateway();
    const categories = Array.from({ length: 10 }, (_, at) => ({ id: objectIdOf(`${at}`), name: "A" }));
    made.sandbox.web1on1.inject({
      row: "organizations.get",
      reply: { status: 200, body: { id: acme, categories } },
    });
    const { errors } = await made.execute(add, { organization: acme, input: { name: "Leasing" } });
    expect(errors[0]?.message).toContain("remove one");
    expect(codesOf(errors)).toEqual(["CONFLICT"]);
    expect(made.calls()).toEqual([
      `web1on1 POST /organizations/${acme}/categories`,
      `web1on1 GET /organizations/${acme}`,
    ]);
  });

  test("that is refused while slots are free is told as it was refused", async () => {
    const made = gateway();
    const { id } = withRoom(made);
    made.sandbox.web1on1.inject({ row: "organizationCategories.create", reply: { status: 400 } });
    const { errors } = await made.execute(add, { organization: id, input: { name: "Leasing" } });
    expect(codesOf(errors)).toEqual(["UPSTREAM_REJECTED"]);
    expect(made.calls()).toEqual([
      `web1on1 POST /organizations/${id}/categories`,
      `web1on1 GET /organizations/${id}`,
    ]);
  });

  test("that is refused is told as it was refused where the slots cannot be read", async () => {
    const made = gateway();
    made.sandbox.web1on1.inject({ row: "organizationCategories.create", reply: { status: 400 } });
    made.sandbox.web1on1.inject({ row: "organizations.get", reply: { status: 403 } });
    const { errors } = await made.execute(add, { organization: acme, input: { name: "Leasing" } });
    expect(codesOf(errors)).toEqual(["UPSTREAM_REJECTED"]);
    expect(errors[0]?.extensions.endpoint).toBe("POST /organizations/{organization_id}/categories");
    expect(made.calls()).toHaveLength(2);
  });

  test("is sent once, and names the query that shows whether it happened", async () => {
    const made = gateway();
    const { id } = withRoom(made);
    made.sandbox.web1on1.inject({ row: "organizationCategories.create", reply: { status: 502 } });
    const { errors } = await made.execute(add, { organization: id, input: { name: "Leasing" } });
    expect(codesOf(errors)).toEqual(["UPSTREAM_OUTCOME_UNKNOWN"]);
    expect(made.calls()).toEqual([`web1on1 POST /organizations/${id}/categories`]);
    const { organization } = await made.query(String(errors[0]?.extensions.reconcile), { organization: id });
    expect(organization.categories).toHaveLength(2);
    expect(made.calls()).toEqual([`web1on1 GET /organizations/${id}`]);
  });
});

describe("changing a category", () => {
  test("sends what was given and answers it, for one call; its slot and lists stay", async () => {
    const made = gateway();
    const { id, second } = withRoom(made);
    const before = await slots(made, id);
    const { updateCategory } = await made.query(update, {
      organization: id,
      id: gid("Category", `${id}.${second}`),
      input: { name: "Refunds", tags: [] },
    });
    expect(updateCategory).toEqual({
      categoryId: gid("Category", `${id}.${second}`),
      category: { name: "Refunds", tags: [] },
    });
    expect(bodies(made)).toEqual([{ name: "Refunds", tags: [] }]);
    expect(await slots(made, id)).toEqual([before[0], { ...before[1], name: "Refunds", tags: [] }]);
    expect(made.calls()).toEqual([`web1on1 PATCH /organizations/${id}/categories/${second}`]);
  });

  test("is read when it is wanted and was not answered", async () => {
    const made = gateway();
    const { id, first } = withRoom(made);
    made.sandbox.web1on1.inject({
      row: "organizationCategories.update",
      reply: { status: 204 },
      afterEffect: true,
    });
    const { updateCategory } = await made.query(update, {
      organization: id,
      id: first,
      input: { name: "A" },
    });
    expect(updateCategory.category).toEqual({ name: "A", tags: [] });
    const path = `/organizations/${id}/categories/${first}`;
    expect(made.calls()).toEqual([`web1on1 PATCH ${path}`, `web1on1 GET ${path}`]);
  });
});

test("removing a category leaves its slot empty, and is read back when it is wanted", async () => {
  const made = gateway();
  const { id, first } = withRoom(made);
  const [, second] = await slots(made, id);
  const { removeCategory } = await made.query(remove, { organization: id, id: first });
  expect(removeCategory).toEqual({
    deletedCategoryId: gid("Category", `${id}.${first}`),
    organizationId: gid("Organization", id),
    organization: { categories: [null, { name: second?.name }] },
  });
  expect(made.calls()).toEqual([
    `web1on1 DELETE /organizations/${id}/categories/${first}`,
    `web1on1 GET /organizations/${id}`,
  ]);
});

const unknownPath = `/organizations/${acme}/categories/${unknownId}`;

test.each<[string, object, string]>([
  [update, { organization: acme, id: unknownId, input: { name: "A" } }, `PATCH ${unknownPath}`],
  [remove, { organization: acme, id: unknownId }, `DELETE ${unknownPath}`],
  [add, { organization: unknownId, input: { name: "A" } }, `POST /organizations/${unknownId}/categories`],
])("a write to what does not exist is NOT_FOUND, for one call: %s", async (document, variables, call) => {
  const made = gateway();
  const { errors } = await made.execute(document, { ...variables });
  expect(codesOf(errors)).toEqual(["NOT_FOUND"]);
  expect(made.calls()).toEqual([`web1on1 ${call}`]);
});

const inAcme = (input: object) => ({ organization: acme, id: unknownId, input });

test.each<[string, object]>([
  [add, { organization: gid("User", acme), input: { name: "A" } }],
  [add, { organization: acme, input: { name: " " } }],
  [add, { organization: acme, input: { name: "A", forms: ["f1"] } }],
  [update, { ...inAcme({ name: "A" }), id: gid("Category", `${unknownId}.${unknownId}`) }],
  [update, inAcme({ name: null })],
  [update, inAcme({ name: "" })],
  [update, inAcme({ forms: null })],
  [update, inAcme({ tags: null })],
  [remove, { organization: acme, id: "me" }],
])("what cannot be meant costs no call: %s %j", async (document, variables) => {
  const made = gateway();
  const { errors } = await made.execute(document, { ...variables });
  expect(codesOf(errors)).toEqual(["BAD_USER_INPUT"]);
  expect(made.calls()).toEqual([]);
});
