import { describe, expect, test } from "vitest";
import { showcase } from "../../../src/sandbox/data/showcase.ts";
import { settled } from "../../support/clock.ts";
import { type Answer, gateway, type TestGateway } from "../../support/gateway.ts";
import { stored } from "../upstream.ts";

const acme = showcase.account.organizationId;
const path = `/organizations/${acme}`;
const read = `web1on1 GET ${path}`;
const patch = `web1on1 PATCH ${path}`;

const document = `mutation ($index: Int!, $seen: ID, $name: String!) {
  setCategorySlot(organizationId: "${acme}", index: $index, expectedCategoryId: $seen, input: { name: $name }) {
    organizationId
  }
}`;

interface Edit {
  readonly index: number;
  readonly name: string;
}
type Slot = { readonly id: string; readonly name: string } | null;

const slots = async (made: TestGateway) => (await stored(made, path)).categories as readonly Slot[];

/** Sends edits at once, each by a client that has seen the slots as they are now, and tells those that were applied. */
async function editAtOnce(made: TestGateway, edits: readonly Edit[]) {
  const seen = await slots(made);
  let left = edits.length;
  const answers = edits.map(async (edit) => {
    const answer = await made.execute(document, { ...edit, seen: seen[edit.index]?.id });
    left -= 1;
    return { edit, answer };
  });
  await settled();
  while (left > 0) await made.clock.advance(10);
  const all = await Promise.all(answers);
  const isApplied = ({ answer }: { readonly answer: Answer }) => answer.errors.length === 0;
  return {
    applied: all.filter(isApplied).map(({ edit }) => edit),
    refused: all.filter((one) => !isApplied(one)).map(({ answer }) => answer.errors[0]),
  };
}

const fifty = (slotOf: (number: number) => number): Edit[] =>
  Array.from({ length: 50 }, (_, number) => ({ index: slotOf(number), name: `Edit ${number}` }));

describe("of 50 edits at once none is lost: each is applied or refused as CONFLICT", () => {
  test.each([
    ["to one slot that is taken", () => 0, 1],
    ["to one slot that is empty", () => 3, 1],
    ["to ten slots, five to each", (number: number) => number % 10, 10],
  ])("%s", async (_, slotOf, appliedCount) => {
    const made = gateway();
    const before = await slots(made);
    const { applied, refused } = await editAtOnce(made, fifty(slotOf));
    expect(applied).toHaveLength(appliedCount);
    expect(refused).toHaveLength(50 - appliedCount);
    expect(new Set(refused.map((error) => error?.extensions.code))).toEqual(new Set(["CONFLICT"]));
    // What was applied is there, and what was not edited is as it was.
    const names = new Map(applied.map(({ index, name }) => [index, name]));
    expect(names.size).toBe(appliedCount);
    const after = await slots(made);
    expect(after.map((slot) => slot?.name)).toEqual(
      before.map((slot, index) => names.get(index) ?? slot?.name),
    );
    for (const [index, slot] of before.entries()) if (slot) expect(after[index]?.id).toBe(slot.id);
    // A refusal tells what is there.
    for (const error of refused) {
      const index = Number(/^Slot (\d)/.exec(error?.message ?? "")?.[1]);
      expect(error?.message).toContain(`"${names.get(index)}"`);
    }
    // Those that were overtaken need no read to know it.
    expect(made.calls()).toEqual(Array.from({ length: appliedCount }, () => [read, patch]).flat());
  });

  test("and one that comes when all are answered is applied", async () => {
    const made = gateway();
    await editAtOnce(
      made,
      fifty(() => 0),
    );
    made.calls();
    const { applied } = await editAtOnce(made, [{ index: 0, name: "Later" }]);
    expect(applied).toHaveLength(1);
    expect((await slots(made))[0]?.name).toBe("Later");
    expect(made.calls()).toEqual([read, patch]);
  });
});

test("an edit whose write fails holds up none that waits for it", async () => {
  const made = gateway();
  made.sandbox.web1on1.inject({ row: "organizations.update", times: 1, reply: { status: 400 } });
  const edits = fifty(() => 0).slice(0, 2);
  const { applied, refused } = await editAtOnce(made, edits);
  expect(applied).toHaveLength(1);
  expect(refused.map((error) => error?.extensions.code)).toEqual(["UPSTREAM_REJECTED"]);
  expect((await slots(made))[0]?.name).toBe(applied[0]?.name);
  expect(made.calls()).toEqual([read, patch, read, patch]);
});

test("other writes of categories wait for an edit, so that it does not undo them", async () => {
  const made = gateway();
  const [first, second] = await slots(made);
  made.sandbox.web1on1.inject({ row: "organizations.update", times: 1, delayMs: 500 });
  const edit = editAtOnce(made, [{ index: 0, name: "Edited" }]);
  const others = made.execute(
    `mutation { updateCategory(organizationId: "${acme}", id: "${second?.id}", input: { name: "Renamed" }) { categoryId } }`,
  );
  const { applied } = await edit;
  expect((await others).errors).toEqual([]);
  expect(applied).toHaveLength(1);
  const after = await slots(made);
  expect(after.slice(0, 2)).toMatchObject([
    { id: first?.id, name: "Edited" },
    { id: second?.id, name: "Renamed" },
  ]);
  expect(made.calls()).toEqual([
    `web1on1 GET ${path}`,
    `web1on1 PATCH ${path}`,
    `web1on1 PATCH ${path}/categories/${second?.id}`,
  ]);
});
