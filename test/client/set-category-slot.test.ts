import { expect, test } from "vitest";
import { formId } from "../../src/sandbox/data/ids.ts";
import { showcase } from "../../src/sandbox/data/showcase.ts";
import { examples, runOperation } from "./run-operation.ts";

const organization = `/organizations/${showcase.account.organizationId}`;

test("set-category-slot: one fresh read, one write that answers the organization, one page of forms, and those that it does not show", async () => {
  const { data, called } = await runOperation("set-category-slot");
  const { categories } = data.setCategorySlot.organization;
  expect(categories).toHaveLength(10);
  expect(categories[1]).toMatchObject({
    index: 1,
    name: "Returns and refunds",
    forms: [{ name: expect.any(String) }],
  });
  expect(called).toEqual([
    `web1on1 GET ${organization}`,
    `web1on1 PATCH ${organization}`,
    "web1on1 GET /forms",
    // One is archived, and one is deleted.
    ...[5, 9].map((number) => `web1on1 GET /forms/${formId(number)}`),
  ]);
});

test("set-category-slot into an empty slot: the client has seen none there", async () => {
  const { data, called } = await runOperation("set-category-slot", {
    ...examples["set-category-slot"],
    index: 3,
    seen: null,
  });
  expect(data.setCategorySlot.organization.categories[3]).toMatchObject({
    index: 3,
    name: "Returns and refunds",
  });
  expect(called).toHaveLength(5);
});
