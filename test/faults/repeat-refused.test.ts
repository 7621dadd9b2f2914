import { expect, test } from "vitest";
import { userId } from "../../src/sandbox/data/ids.ts";
import { settled } from "../support/clock.ts";
import { gateway } from "../support/gateway.ts";

test("an update that may have been done is not told to be unsent because its repeat was", async () => {
  const { clock, execute, sandbox } = gateway();
  sandbox.web1on1.inject({ row: "users.update", times: 1, delayMs: 500, kind: "reset", afterEffect: true });
  const reply = { status: 429, headers: { "retry-after": "11" } };
  sandbox.web1on1.inject({ row: "users.me", times: 1, reply });
  const update = execute(
    `mutation { updateUser(id: "${userId(1)}", input: { displayName: "x" }) { userId } }`,
  );
  while (sandbox.web1on1.journal.length === 0) await settled();
  // Meanwhile another call is told that nothing may be sent for longer than the update may take.
  await execute("{ viewer { status } }");
  await clock.advance(11_000);
  const { errors } = await update;
  expect(errors[0]?.extensions).toMatchObject({ code: "UPSTREAM_UNAVAILABLE", attempts: 1 });
  expect(errors[0]?.message).not.toMatch(/nothing was sent|was not sent/);
  expect(sandbox.web1on1.journal.map(({ row, applied = false }) => [row, applied])).toEqual([
    ["users.update", true],
    ["users.me", false],
  ]);
});
