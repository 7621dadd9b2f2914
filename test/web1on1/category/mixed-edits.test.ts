import { describe, expect, test } from "vitest";
import { showcase } from "../../../src/sandbox/data/showcase.ts";
import { settled } from "../../support/clock.ts";
import { codesOf } from "../../support/errors.ts";
import { type Answer, gateway, type TestGateway } from "../../support/gateway.ts";
import { stored } from "../upstream.ts";

const acme = showcase.account.organizationId;
const path = `/organizations/${acme}`;

type Slot = { readonly id: string; readonly name: string } | null;
const slots = async (made: TestGateway) => (await stored(made, path)).categories as readonly Slot[];

/** Edits of the first slot, by those who have seen the slots as they are now. */
const editsOf = (seen: readonly Slot[]) => {
  const id = seen[0]?.id ?? "";
  const own = `organizationId: "${acme}", id: "${id}"`;
  const kept = seen.map((slot) => (slot ? `{ sourceId: "${slot.id}", name: "${slot.name}" }` : "null"));
  const renamed = kept.with(0, `{ sourceId: "${id}", name: "Whole" }`).join(", ");
  const setSlot = `organizationId: "${acme}", index: 0, expectedCategoryId: "${id}"`;
  return {
    set: { fields: `setCategorySlot(${setSlot}, input: { name: "Set" }) { organizationId }`, name: "Set" },
    empty: { fields: `setCategorySlot(${setSlot}, input: null) { organizationId }`, name: undefined },
    update: { fields: `updateCategory(${own}, input: { name: "Updated" }) { categoryId }`, name: "Updated" },
    remove: { fields: `removeCategory(${own}) { organizationId }`, name: undefined },
    whole: {
      fields: `updateOrganization(id: "${acme}", input: { categories: [${renamed}] }) { organizationId }`,
      name: "Whole",
    },
  };
};
type Kind = keyof ReturnType<typeof editsOf>;

/** Sends mutations at once, and answers them in their order. */
async function atOnce(made: TestGateway, fields: readonly string[]): Promise<Answer[]> {
  let left = fields.length;
  const answers = fields.map(async (each) => {
    const answer = await made.execute(`mutation { ${each} }`);
    left -= 1;
    return answer;
  });
  await settled();
  while (left > 0) await made.clock.advance(10);
  return Promise.all(answers);
}

const kinds: readonly Kind[] = ["set", "empty", "update", "remove", "whole"];

describe("of two edits of a category at once one is applied, and the other is a conflict", () => {
  test.each(kinds.flatMap((first) => kinds.map((second): [Kind, Kind] => [first, second])))(
    "%s, %s",
    async (first, second) => {
      const made = gateway();
      const before = await slots(made);
      const edits = editsOf(before);
      const answers = await atOnce(made, [edits[first].fields, edits[second].fields]);
      expect(answers.map(({ errors }) => codesOf(errors)).toSorted()).toEqual([[], ["CONFLICT"]]);
      const applied = answers[0]?.errors.length === 0 ? first : second;
      const after = await slots(made);
      expect(after[0]?.name).toBe(edits[applied].name);
      expect(after.slice(1)).toEqual(before.slice(1));
    },
  );
});

test("three kinds of edits at once leave what one of them wrote, and tell it to the others", async () => {
  const made = gateway();
  const { update, set, whole } = editsOf(await slots(made));
  const answers = await atOnce(made, [update.fields, set.fields, whole.fields]);
  const refused = answers.flatMap(({ errors }) => errors);
  expect(codesOf(refused)).toEqual(["CONFLICT", "CONFLICT"]);
  const left = (await slots(made))[0]?.name;
  expect(["Updated", "Set", "Whole"]).toContain(left);
  if (left !== "Whole") for (const { message } of refused) expect(message).toContain(`"${left}"`);
});

describe("is no conflict", () => {
  test("an edit of another category", async () => {
    const made = gateway();
    const [, second] = await slots(made);
    const other = `updateCategory(organizationId: "${acme}", id: "${second?.id}", input: { name: "Other" }) { categoryId }`;
    const answers = await atOnce(made, [editsOf(await slots(made)).set.fields, other]);
    expect(answers.flatMap(({ errors }) => errors)).toEqual([]);
    expect((await slots(made)).slice(0, 2).map((slot) => slot?.name)).toEqual(["Set", "Other"]);
  });

  test("an update of the organization that leaves the slots alone", async () => {
    const made = gateway();
    const plain = `updateOrganization(id: "${acme}", input: { industry: "robots" }) { organizationId }`;
    const answers = await atOnce(made, [plain, editsOf(await slots(made)).update.fields, plain]);
    expect(answers.flatMap(({ errors }) => errors)).toEqual([]);
  });

  test("an edit whose own write failed", async () => {
    const made = gateway();
    made.sandbox.web1on1.inject({
      row: "organizationCategories.update",
      times: 1,
      reply: { status: 400 },
    });
    const { update } = editsOf(await slots(made));
    const answers = await atOnce(made, [update.fields, update.fields]);
    expect(answers.map(({ errors }) => codesOf(errors)).toSorted()).toEqual([[], ["UPSTREAM_REJECTED"]]);
  });
});

test("a category that was added at once is not lost to an update of all slots", async () => {
  const made = gateway();
  const found = made.sandbox.data.web1on1.organizations.find(({ categories }) => categories?.length === 2);
  const id = found?.id ?? "";
  const kept = (found?.categories ?? []).map((slot) => `{ sourceId: "${slot?.id}", name: "Kept" }`);
  const [added, updated] = await atOnce(made, [
    `addCategory(organizationId: "${id}", input: { name: "Added" }) { categoryId }`,
    `updateOrganization(id: "${id}", input: { categories: [${kept.join(", ")}, { name: "New" }] }) { organizationId }`,
  ]);
  const after = (await stored(made, `/organizations/${id}`)).categories as readonly Slot[];
  const names = after.map((slot) => slot?.name);
  if (added?.errors.length === 0) expect(names).toContain("Added");
  if (updated?.errors.length === 0) expect(names).toContain("New");
  expect(codesOf([...(added?.errors ?? []), ...(updated?.errors ?? [])])).toEqual(["CONFLICT"]);
});
