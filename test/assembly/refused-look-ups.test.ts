import { expect, test } from "vitest";
import { showcase } from "../../src/sandbox/data/showcase.ts";
import { gateway } from "../support/gateway.ts";

const { accountId } = showcase.account;
const newLog = 'timestamp: "2026-03-01T10:00:00Z", type: ACTION, content: "x", attribute: "y"';

test.each([
  ["contact", "query ($value: EmailAddress!) { contact(by: { email: $value }) { name } }"],
  [
    "deleteContact",
    "mutation ($value: EmailAddress!) { deleteContact(by: { email: $value }) { deletedContactId } }",
  ],
  [
    "logUsage",
    `mutation ($value: EmailAddress!) { logUsage(input: { of: { contact: { email: $value } }, ${newLog} }) { usageLogId } }`,
  ],
])("an address that is none goes nowhere from %s", async (_, document) => {
  const { execute, calls } = gateway();
  for (const value of ["", "upsert", "company", "a@b", "a b@c.example", "a/b@c.example", "a?b@c.example"]) {
    const { errors } = await execute(document, { value });
    expect(errors.map(({ extensions }) => [value, extensions.code])).toEqual([[value, "BAD_USER_INPUT"]]);
  }
  expect(calls()).toEqual([]);
});

test("a look-up names exactly one key", async () => {
  const { execute, calls } = gateway();
  const document = "query ($by: AccountLookup!) { account(by: $by) { name } }";
  for (const by of [{}, { id: accountId, domain: "acme.example" }, { id: null }]) {
    const { errors } = await execute(document, { by });
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(["BAD_USER_INPUT"]);
  }
  expect(calls()).toEqual([]);
});
