import { expect, test } from "vitest";
import { groupId } from "../../src/sandbox/data/ids.ts";
import { gateway } from "../support/gateway.ts";

test("a create that was accepted without an answer is told to be done", async () => {
  const { execute, sandbox } = gateway();
  sandbox.assembled.inject({
    row: "people.create",
    afterEffect: true,
    reply: { status: 200, body: { people: [] } },
  });
  const { errors } = await execute(
    `mutation { createPerson(input: { firstName: "a", lastName: "b", email: "a@b.example", timezone: "Europe/Amsterdam", roleId: "${groupId("role/Agent")}", staffable: false }) { personId } }`,
  );
  expect(errors[0]?.extensions).toMatchObject({
    code: "UPSTREAM_INVALID_RESPONSE",
    system: "assembled",
    attempts: 1,
  });
});
