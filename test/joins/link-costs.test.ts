import { expect, test } from "vitest";
import type { FieldCost } from "../../src/estimate/field-cost.ts";
import { costsIn } from "../../src/fields/field.ts";
import { joins } from "../../src/joins/index.ts";

const costs = Object.entries(costsIn(joins.map(({ resolvers }) => resolvers)));

test("all links of an object may be any number, the one record that it is joined to is one", () => {
  const most = costs.map(([field, cost]): [string, unknown] => {
    const { cardinality } = cost as FieldCost;
    return [field, cardinality && "most" in cardinality ? cardinality.most : undefined];
  });
  expect(most.length).toBe(12);
  for (const [field, count] of most) {
    expect(count, field).toBe(field.endsWith("Links") ? Number.POSITIVE_INFINITY : undefined);
  }
});

test("both fields of a join use its loader once", () => {
  for (const [field, cost] of costs) expect((cost as FieldCost).uses, field).toHaveLength(1);
});
