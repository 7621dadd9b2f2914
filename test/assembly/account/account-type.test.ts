import { expect, test } from "vitest";
import { accountCases, showcase } from "../../../src/sandbox/data/showcase.ts";
import { gateway } from "../../support/gateway.ts";

const customerEmail = gateway().sandbox.data.assembly.accounts.find(
  ({ id }) => id === accountCases.customer.accountId,
)?.domain;

test.each([
  { by: { domain: "acme.example" }, input: { role: "Owner" } },
  { by: { domain: customerEmail }, input: { numberOfSeats: 3 } },
  { by: { id: showcase.account.accountId }, input: { domain: "other.example", role: "Owner" } },
  { by: { id: showcase.account.accountId }, input: { domain: "ann@home.example", numberOfSeats: 3 } },
  { by: { id: showcase.account.accountId }, input: { role: "Owner", numberOfSeats: 3 } },
])("a domain tells the type, whose fields alone are taken, without a call: %j", async (variables) => {
  const { execute, calls } = gateway();
  const { data, errors } = await execute(
    `mutation ($by: AccountLookup!, $input: UpdateAccountInput!, $set: UpsertAccountInput!) {
      updateAccount(by: $by, input: $input) { accountId }
      upsertAccount(by: $by, input: $set) { accountId }
    }`,
    { ...variables, set: variables.input },
  );
  expect(data).toEqual({ updateAccount: null, upsertAccount: null });
  expect(errors.map(({ extensions }) => extensions.code)).toEqual(["BAD_USER_INPUT", "BAD_USER_INPUT"]);
  expect(calls()).toEqual([]);
});

test("fields that fit the domain are sent, and so are those of an account whose type is not told", async () => {
  const { query, calls } = gateway();
  const data = await query(
    `mutation ($email: String!, $id: ID!) {
      customer: updateAccount(by: { domain: $email }, input: { role: "Buyer" }) { account { role } }
      company: updateAccount(by: { domain: "acme.example" }, input: { numberOfSeats: 3 }) { account { numberOfSeats } }
      untold: updateAccount(by: { id: $id }, input: { numberOfSeats: 4 }) { account { numberOfSeats } }
    }`,
    { email: customerEmail, id: showcase.account.accountId },
  );
  expect(data).toEqual({
    customer: { account: { role: "Buyer" } },
    company: { account: { numberOfSeats: 3 } },
    untold: { account: { numberOfSeats: 4 } },
  });
  expect(calls().filter((call) => call.includes("PUT"))).toEqual([
    `assembly PUT /accounts/${encodeURIComponent(customerEmail ?? "")}`,
    "assembly PUT /accounts/acme.example",
    `assembly PUT /accounts/${showcase.account.accountId}`,
  ]);
});
