import { describe, expect, test } from "vitest";
import { showcase } from "../../src/sandbox/data/showcase.ts";
import { planned } from "../support/planned.ts";
import { started } from "./planned-calls.ts";

describe("what cannot be run has no plan but the error of the run", () => {
  test.each([
    ["a field that is not there", "{ nothing }", {}, "GRAPHQL_VALIDATION_FAILED"],
    [
      "a variable of another type",
      "query ($id: ID!) { label(id: $id) { name } }",
      { id: [] },
      "BAD_USER_INPUT",
    ],
    ["a page that is too long", "{ accounts(first: 101) { nodes { id } } }", {}, "BAD_USER_INPUT"],
    ["a malformed id", '{ viewer { email } label(id: "?") { name } }', {}, "BAD_USER_INPUT"],
    [
      "an id of another type",
      'mutation { deletePerson(id: "gid://web1on1/User/1") { deletedPersonId } }',
      {},
      "BAD_USER_INPUT",
    ],
    [
      "a filter by an id of another type",
      '{ people(filter: { team: "gid://assembled/Site/1" }) { nodes { id } } }',
      {},
      "BAD_USER_INPUT",
    ],
    [
      "a filter by what is no id, on a page of users",
      '{ users(filter: { organization: "x" }) { nodes { id } } }',
      {},
      "BAD_USER_INPUT",
    ],
    [
      "a filter that the upstream would take for an operator",
      '{ organizations(filter: { name: "~a" }) { nodes { id } } }',
      {},
      "BAD_USER_INPUT",
    ],
    [
      "such a filter on a page of no rows",
      '{ organizations(first: 0, filter: { tag: "<a" }) { nodes { id } } }',
      {},
      "BAD_USER_INPUT",
    ],
    [
      "a new activity on a schedule that cannot be one",
      `mutation {
        createActivity(input: {
          person: { agentId: "${showcase.person.agentId}" }
          typeId: "${showcase.shiftTypeId}"
          window: { start: "2026-03-14T09:00:00Z", end: "2026-03-14T10:00:00Z" }
          scheduleId: "a/b"
          onConflict: ALLOW
        }) { activityId }
      }`,
      {},
      "BAD_USER_INPUT",
    ],
    [
      "null for what there must be",
      'query ($id: ID = "?") { label(id: $id) { name } }',
      { id: null },
      "BAD_USER_INPUT",
    ],
  ])("%s", async (_, query, variables, code) => {
    const made = await started();
    const { data, errors, plan } = await planned(made, query, variables);
    expect({ data, plan }).toEqual({ data: undefined, plan: undefined });
    expect(errors).toMatchObject([{ extensions: { code, requestId: "planned" } }]);
    expect(made.calls()).toEqual([]);
  });
});
