import { describe, expect, test } from "vitest";
import { exampleVariables } from "../../src/client/tabs.ts";
import { showcase } from "../../src/sandbox/data/showcase.ts";
import { testNowMs } from "../support/clock.ts";
import { callsOf, started } from "./planned-calls.ts";

const { domain } = showcase.account;
const { personId, userId } = showcase.person;

describe("a mutation", () => {
  const update = (input: string) =>
    `mutation { updateUser(id: "${userId}", input: ${input}) { user { email } } }`;

  test("is not run: its write is sure, and what it is built on is read whatever is at hand", async () => {
    const made = await started();
    const user = `{ user(by: { id: "${userId}" }) { givenName settings { locale } } }`;
    const before = await made.query(user);
    expect(made.calls()).toEqual([`web1on1 GET /users/${userId}`]);
    // The update may answer nothing, so that the user is read after it.
    expect(await callsOf(made, update('{ givenName: "Z" }'))).toEqual({ web1on1: [1, 3], total: [1, 3] });
    expect(await callsOf(made, update("{ settings: { locale: NL } }"))).toEqual({
      web1on1: [2, 4],
      total: [2, 4],
    });
    expect(await made.query(user)).toEqual(before);
    expect(made.calls()).toEqual([]);
  });

  test("has as many writes as it has fields, however alike", async () => {
    const made = await started();
    const write = `deletePerson(id: "${personId}") { deletedPersonId }`;
    const calls = await callsOf(made, `mutation { a: ${write} b: ${write} }`);
    expect(calls).toEqual({ assembled: [2, 2], total: [2, 2] });
  });

  test.each([
    ["ALLOW", [2, 3]],
    ["REPLACE", [2, 3]],
    ["REFUSE", [3, 4]],
  ])("with %s reads the window or does not", async (onConflict, assembled) => {
    const made = await started();
    const input = { ...(exampleVariables(testNowMs)["create-activity"]?.input as object), onConflict };
    const query = "mutation ($input: CreateActivityInput!) { createActivity(input: $input) { activityId } }";
    expect(await callsOf(made, query, { input })).toEqual({ assembled, total: assembled });
  });

  test("knows what its payload knows", async () => {
    const made = await started();
    const create = (selected: string) =>
      `mutation { createContact(input: { name: "A", email: "a@${domain}", account: { domain: "${domain}" } }) { ${selected} } }`;
    expect(await callsOf(made, create("contactId"))).toEqual({ assembly: [1, 1], total: [1, 1] });
    expect(await callsOf(made, create("contact { name }"))).toEqual({ assembly: [2, 3], total: [2, 3] });
    // The company of a new contact is not searched for.
    const withAccount = await callsOf(made, create("contact { account { name } }"));
    expect(withAccount).toEqual({ assembly: [2, 5], total: [2, 5] });
  });
});
