import { describe, expect, test } from "vitest";
import { showcase } from "../../../src/sandbox/data/showcase.ts";
import { codesOf } from "../../support/errors.ts";
import { gateway, type TestGateway } from "../../support/gateway.ts";
import { stored, unknownId } from "../upstream.ts";

const acme = showcase.account.organizationId;
const path = `/organizations/${acme}`;
const read = `web1on1 GET ${path}`;
const patch = `web1on1 PATCH ${path}`;

const document = `mutation ($categories: [CategoryInput]) {
  updateOrganization(id: "${acme}", input: { categories: $categories }) { organizationId }
}`;

type Slot = { readonly id: string; readonly name: string } | null;
const slots = async (made: TestGateway) => (await stored(made, path)).categories as readonly Slot[];
const kept = async (made: TestGateway) =>
  (await slots(made)).map((slot) => slot && { sourceId: slot.id, name: slot.name });

describe("an update of all slots costs no call with", () => {
  test.each([
    ["an id that cannot be one", [{ sourceId: "bogus/../x", name: "A" }], "categories[0].sourceId"],
    ["an empty id", [null, { sourceId: "", name: "A" }], "categories[1].sourceId"],
    ["a number for an id", [{ sourceId: 7, name: "A" }], "categories[0].sourceId"],
    ["a blank name", [{ name: "A" }, { name: " " }], "categories[1].name"],
    [
      "one category in two slots",
      [
        { sourceId: unknownId, name: "A" },
        { sourceId: unknownId.toUpperCase(), name: "B" },
      ],
      "categories[1].sourceId stands in another slot",
    ],
  ])("%s", async (_, categories, message) => {
    const made = gateway();
    const { errors } = await made.execute(document, { categories });
    expect(codesOf(errors)).toEqual(["BAD_USER_INPUT"]);
    expect(errors[0]?.message).toContain(message);
    expect(made.calls()).toEqual([]);
  });
});

test("a category that is to stay and is not stored is a conflict, and nothing is written", async () => {
  const made = gateway();
  const categories = (await kept(made)).with(1, { sourceId: unknownId, name: "Gone" });
  const { errors } = await made.execute(document, { categories });
  expect(codesOf(errors)).toEqual(["CONFLICT"]);
  expect(errors[0]?.message).toContain(`categories[1] is to keep ${unknownId}`);
  expect(made.calls()).toEqual([read]);
});

test("categories that stay can change places, their ids in either case", async () => {
  const made = gateway();
  const before = await slots(made);
  const [first = null, second = null, ...others] = await kept(made);
  const upper = second && { ...second, sourceId: second.sourceId.toUpperCase() };
  await made.query(document, { categories: [upper, first, ...others] });
  expect(await slots(made)).toEqual([before[1], before[0], ...before.slice(2)]);
  expect(made.calls()).toEqual([read, patch]);
});

test("a new organization keeps no category", async () => {
  const made = gateway();
  const { errors } = await made.execute(
    `mutation { createOrganization(input: {
      name: "New", categories: [{ sourceId: "${unknownId}", name: "A" }],
      billingInfo: { billReceiver: "a", billSender: "b", stripeCustomerId: "cus_1", currentPlan: "grow" }
    }) { organizationId } }`,
  );
  expect(errors[0]?.message).toContain("sourceId");
  expect(made.calls()).toEqual([]);
});
