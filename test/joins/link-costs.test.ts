import { expect, test } from "vitest";
import type { FieldCost } from "../../src/estimate/field-cost.ts";
import { costsIn } from "../../src/fields/field.ts";
import { accountOrganization } from "../../src/joins/account-organization.ts";
import { contactUser } from "../../src/joins/contact-user.ts";
import { personUser } from "../../src/joins/person-user.ts";

/** Joins of one record with another; what goes on from there is no link. */
const joins = [accountOrganization, personUser, contactUser];
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
