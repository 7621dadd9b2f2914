import { expect, test } from "vitest";
import { loadOperations } from "../../src/client/operations.ts";
import { exampleVariables } from "../../src/client/tabs.ts";
import { showcase } from "../../src/sandbox/data/showcase.ts";
import { settled, testNowMs } from "../support/clock.ts";
import { emulatedTransport } from "../support/emulated-transport.ts";
import { gateway, type TestGateway } from "../support/gateway.ts";

/** An account of which each list is many pages long. */
const large = { accounts: 1_500, people: 2_000, listedOrganizations: 1_500, users: 3_000 };

const documents = new Map(loadOperations().map(({ name, document }) => [name, document]));
const variables = exampleVariables(testNowMs);

/** Asks a shipped operation, and counts its calls, those in the background included. */
async function ask(made: TestGateway, name: string) {
  made.calls();
  let isAnswered = false;
  const answer = made.query(documents.get(name) ?? "", variables[name]).finally(() => {
    isAnswered = true;
  });
  await settled();
  while (!isAnswered) await made.clock.advance(10);
  const data = await answer;
  await settled();
  return { data, calls: made.calls().length };
}

test("each shipped write leaves a team's day on a large account warm, but for what it changed", async () => {
  const made = gateway({ sandbox: { enforceLimits: false, sizes: large }, parts: { limits: false } });
  const forgetful = gateway({
    parts: {
      transport: emulatedTransport(made.sandbox, () => {}),
      clock: made.clock,
      limits: false,
      reads: { keeps: false },
    },
  });
  expect((await ask(made, "team-day")).calls).toBeGreaterThan(60);
  expect((await ask(made, "team-day")).calls).toBe(0);
  const after: Record<string, number> = {};
  for (const write of [...documents.keys()].filter((name) => documents.get(name)?.includes("mutation "))) {
    await ask(made, write);
    const { data, calls } = await ask(made, "team-day");
    after[write] = calls;
    expect(data, write).toEqual((await ask(forgetful, "team-day")).data);
  }
  expect(after).toEqual({
    "create-activity": 0,
    "create-contact": 0,
    "create-service": 0,
    "move-shift-pattern": 0,
    "set-category-slot": 0,
    "update-user": 0,
  });
  // One who is of the team, at a time of that day.
  const { agentId } = showcase.person;
  const at = '{ start: "2026-03-04T21:00:00Z", end: "2026-03-04T22:00:00Z" }';
  const input = `{ person: { agentId: "${agentId}" }, typeId: "${showcase.shiftTypeId}", window: ${at}, onConflict: ALLOW }`;
  await made.query(`mutation { createActivity(input: ${input}) { activityId } }`);
  const shown = await ask(made, "team-day");
  expect(shown.calls).toBe(1);
  expect(shown.data).toEqual((await ask(forgetful, "team-day")).data);
}, 120_000);
