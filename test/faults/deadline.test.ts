import { expect, test } from "vitest";
import { showcase } from "../../src/sandbox/data/showcase.ts";
import { systemNames } from "./calls.ts";
import { ask, expectHandles, handles, startFaultServer } from "./cell.ts";

const day = { start: "2026-03-02T00:00:00Z", end: "2026-03-03T00:00:00Z" };
const query = `{
  account(by: { domain: "${showcase.account.domain}" }) {
    name
    organization { name users(first: 1) { nodes { email person {
      firstName
       activities(window: { start: "${day.start}", end: "${day.end}" }) { nodes { id } } } } } }
  }
}`;
const deadlineMs = 10_000;
const speed = 5;

test("calls that are each answered in time do not add up to more than an operation may take", async () => {
  await using made = await startFaultServer(speed);
  const { server, clock } = made;
  const before = handles();
  // Each waits for the one before, but for people, who are listed beside users: the fourth would be answered after 10.4 s.
  for (const system of systemNames) server.sandbox[system].inject({ row: "*", delayMs: 2_600 });
  const startedMs = clock.nowMs();
  const { json } = await ask(server, query);
  const tookMs = clock.nowMs() - startedMs;
  const { name, organization } = json.data.account;
  expect([name, organization.users.nodes]).toMatchObject([
    showcase.account.name,
    [{ person: { activities: null } }],
  ]);
  expect(json.errors).toHaveLength(1);
  const [{ path, extensions }] = json.errors;
  expect(path).toEqual(["account", "organization", "users", "nodes", 0, "person", "activities"]);
  expect(extensions).toMatchObject({ code: "UPSTREAM_TIMEOUT", system: "assembled", attempts: 1 });
  expect(tookMs).toBeGreaterThanOrEqual(deadlineMs);
  expect(tookMs).toBeLessThan(deadlineMs + 100 * speed);
  await expectHandles(before);
});
