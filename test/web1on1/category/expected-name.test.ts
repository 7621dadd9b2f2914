import { expect, test } from "vitest";
import { showcase } from "../../../src/sandbox/data/showcase.ts";
import { clientWith } from "../../support/clients.ts";
import { codesOf } from "../../support/errors.ts";
import { gateway, type TestGateway } from "../../support/gateway.ts";
import { stored } from "../upstream.ts";

const acme = showcase.account.organizationId;
const path = `/organizations/${acme}`;
const read = `web1on1 GET ${path}`;
const patch = `web1on1 PATCH ${path}`;

const document = `mutation ($index: Int! = 0, $seen: ID, $seenName: String, $name: String!) {
  setCategorySlot(
    organizationId: "${acme}", index: $index, expectedCategoryId: $seen, expectedName: $seenName, input: { name: $name }
  ) { organizationId }
}`;

type Slot = { readonly id: string; readonly name: string } | null;
const firstSlot = async (made: TestGateway) => (await stored(made, path)).categories as readonly Slot[];

test("of two clients that saw the same name, the second does not undo what the first was answered", async () => {
  const made = gateway();
  const [slot] = await firstSlot(made);
  const seen = { seen: slot?.id, seenName: slot?.name };
  await made.query(document, { ...seen, name: "First" });
  const { errors } = await made.execute(document, { ...seen, name: "Second" });
  expect(codesOf(errors)).toEqual(["CONFLICT"]);
  expect(errors[0]?.message).toContain('it holds the category "First"');
  expect((await firstSlot(made))[0]?.name).toBe("First");
  expect(made.calls()).toEqual([read, patch, read]);
});

test("a client that may only write is not told what a slot holds", async () => {
  const made = gateway({ client: clientWith("web1on1:write") });
  const [slot] = await firstSlot(made);
  const isChanged = "Slot 0 was changed meanwhile. Nothing was written; read the categories and decide anew.";
  const refusals = [
    await made.execute(document, { seen: showcase.person.userId, name: "Second" }),
    await made.execute(document, { seen: slot?.id, seenName: "Guessed", name: "Second" }),
  ];
  const overtaken = [{ name: "First" }, { name: "Second" }].map((variables) =>
    made.execute(document, { seen: slot?.id, ...variables }),
  );
  refusals.push(...(await Promise.all(overtaken)).filter(({ errors }) => errors.length > 0));
  expect(refusals.map(({ errors }) => errors.map(({ message }) => message))).toEqual(
    Array(3).fill([isChanged]),
  );
  expect(made.calls()).toEqual([read, read, read, patch]);
});

test.each([undefined, null])("without a name to compare (%s), the id alone decides", async (seenName) => {
  const made = gateway();
  const seen = (await firstSlot(made))[0]?.id;
  await made.query(document, { seen, seenName, name: "First" });
  await made.query(document, { seen, seenName, name: "Second" });
  expect((await firstSlot(made))[0]?.name).toBe("Second");
  expect(made.calls()).toEqual([read, patch, read, patch]);
});

test("the name of a slot that is expected to be empty costs no call", async () => {
  const made = gateway();
  const { errors } = await made.execute(document, { index: 3, seenName: "", name: "New" });
  expect(codesOf(errors)).toEqual(["BAD_USER_INPUT"]);
  expect(errors[0]?.message).toContain("expectedCategoryId");
  expect(made.calls()).toEqual([]);
});
