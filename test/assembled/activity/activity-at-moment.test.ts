import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { windowOfMoment } from "../../../src/assembled/activity/at-moment.ts";
import { activityTypeId, agentId, personId } from "../../../src/sandbox/data/ids.ts";
import { personCases } from "../../../src/sandbox/data/showcase.ts";
import { testClock, testNowMs } from "../../support/clock.ts";
import { gateway } from "../../support/gateway.ts";
import { planned } from "../../support/planned.ts";
import { createSandboxData } from "../../support/sandbox-data.ts";
import { startServer } from "../../support/server.ts";

const { activities, activityTypes, people } = createSandboxData(testNowMs).assembled;
const nowSeconds = testNowMs / 1000;

/** The read of the minute of a moment. */
const read = (moment: number, agents: readonly string[]) =>
  `assembled GET /v0/activities?start_time=${moment - (moment % 60)}&end_time=${moment - (moment % 60) + 60}&include_activity_types=true` +
  agents.map((agent) => `&agents=${agent}`).join("");

/** What the master schedule has of an agent at a moment. */
const scheduledAt = (agent: string | null | undefined, moment: number) =>
  activities.filter(
    ({ agent_id, end_time, schedule_id, start_time }) =>
      agent_id === agent && schedule_id === undefined && start_time <= moment && moment < end_time,
  );
const isProductive = (typeId: string) =>
  activityTypes.some(({ id, productive }) => id === typeId && productive === true);

const one = `query ($id: ID!, $at: DateTime) {
  person(by: { id: $id }) { onShift(at: $at) currentActivity(at: $at) { startTime type { value } person { sourceId } } }
}`;
const page = `query ($at: DateTime) {
  people(first: 50) { nodes { agentId onShift(at: $at) currentActivity(at: $at) { id type { name } } } }
}`;

describe("a person", () => {
  // In Amsterdam, agent 0 has the second piece of a shift from 11:15 to 13:00, and lunch until 13:30.
  test.each([
    ["at work", "2026-03-04T11:59:59.999Z", true, "shift"],
    ["at lunch, from its first second on", "2026-03-04T12:00:00Z", false, "lunch"],
    ["at work again", "2026-03-04T12:30:00Z", true, "shift"],
    ["off", "2026-03-04T03:00:00Z", false, undefined],
  ])("who is %s", async (_, at, onShift, type) => {
    const { query, callsWithQueries } = gateway();
    const { person } = await query(one, { id: personId(0), at });
    expect([person.onShift, person.currentActivity?.type.value]).toEqual([onShift, type]);
    expect(callsWithQueries()).toEqual([
      `assembled GET /v0/people/${personId(0)}`,
      read(Math.floor(Date.parse(at) / 1000), [agentId(0)]),
    ]);
  });

  test("is asked about now unless a moment is given, and leads from the activity for no call", async () => {
    const { query, callsWithQueries } = gateway();
    const { person } = await query(one, { id: personId(0) });
    expect(person).toMatchObject({ onShift: true, currentActivity: { person: { sourceId: personId(0) } } });
    expect(await query(one, { id: personId(0), at: null })).toEqual({ person });
    expect(callsWithQueries()).toEqual([
      `assembled GET /v0/people/${personId(0)}`,
      read(nowSeconds, [agentId(0)]),
    ]);
  });

  test("who is no agent is on no shift, for no call", async () => {
    const { query, calls } = gateway();
    const { personId: id } = personCases.agentless;
    expect(await query(one, { id })).toEqual({ person: { onShift: false, currentActivity: null } });
    expect(calls()).toEqual([`assembled GET /v0/people/${id}`]);
  });

  test("is in the activity that began last, and on shift if any is one", async () => {
    const { query, sandbox } = gateway();
    const row = (key: string, type: string, minutesAgo: number) => ({
      [key]: {
        id: key,
        agent_id: agentId(0),
        type_id: activityTypeId(type),
        start_time: nowSeconds - minutesAgo * 60,
        end_time: nowSeconds + 600,
      },
    });
    const rows = { ...row("a", "break", 5), ...row("b", "shift", 90), ...row("c", "(gone)", 60) };
    sandbox.assembled.inject({ row: "activities.list", reply: { status: 200, body: { activities: rows } } });
    const { person } = await query(one, { id: personId(0) });
    expect([person.onShift, person.currentActivity.type.value]).toEqual([true, "break"]);
  });

  test("is in no activity of the same minute that has ended, or has not begun", async () => {
    const { query, sandbox } = gateway();
    const row = (id: string, start_time: number, end_time: number) => ({
      [id]: { id, agent_id: agentId(0), type_id: activityTypeId("shift"), start_time, end_time },
    });
    const activities = {
      ...row("before", nowSeconds - 600, nowSeconds),
      ...row("after", nowSeconds + 1, nowSeconds + 600),
    };
    sandbox.assembled.inject({ row: "activities.list", reply: { status: 200, body: { activities } } });
    expect(await query(one, { id: personId(0) })).toEqual({
      person: { onShift: false, currentActivity: null },
    });
  });

  test("whose activity has a type that is gone is on no shift", async () => {
    const { query } = gateway();
    const { person } = await query(one, { id: personCases.noMatch.personId, at: "2026-03-05T10:00:00Z" });
    expect(person).toMatchObject({ onShift: false, currentActivity: { type: null } });
  });
});

test("a page of fifty is one read of their schedules, and none when it is asked again", async () => {
  const { query, callsWithQueries } = gateway();
  const answer = await query(page);
  const listed = people.filter(({ deleted }) => !deleted).slice(0, 50);
  const shown = answer.people.nodes.map((node: Record<string, unknown>) => [node.agentId, node.onShift]);
  expect(shown).toEqual(
    listed.map(({ agent_id }) => [
      agent_id || null,
      scheduledAt(agent_id, nowSeconds).some(({ type_id }) => isProductive(type_id)),
    ]),
  );
  const onShift = shown.filter(([, is]: [unknown, boolean]) => is);
  expect(onShift.length).toBeGreaterThan(5);
  expect(onShift.length).toBeLessThan(45);
  const agents = listed.flatMap(({ agent_id }) => (agent_id ? [agent_id] : []));
  expect(callsWithQueries()).toEqual([
    "assembled GET /v0/people?limit=100&offset=0",
    read(nowSeconds, agents),
  ]);
  expect(await query(page)).toEqual(answer);
  expect(callsWithQueries()).toEqual([]);
});

test("a plan tells the read of a person's minute", async () => {
  const { plan } = await planned(gateway(), `{ person(by: { id: "${personId(0)}" }) { onShift } }`);
  expect(plan?.assembled?.calls).toEqual({ least: 1, most: 4 });
});

test("every moment lies in the minute that is read for it, before 1970, too", () => {
  fc.assert(
    fc.property(fc.integer({ min: -4_000_000_000, max: 4_000_000_000 }), (moment) => {
      const { start_time, end_time } = windowOfMoment(moment);
      expect(start_time <= moment && moment < end_time && end_time - start_time === 60).toBe(true);
    }),
  );
});

test("an equal query is answered by its own moment, although what it read before has not changed", async () => {
  const equal = { query: `{ person(by: { id: "${personId(0)}" }) { onShift } }` };
  const clock = testClock();
  await using server = await startServer({ clock });
  const isOnShift = async () => (await server.post(equal)).json.data.person.onShift;
  // Lunch begins in two seconds, while all that was read is fresh.
  await clock.advance(Date.parse("2026-03-04T11:59:58Z") - testNowMs);
  expect(await isOnShift()).toBe(true);
  await clock.advance(2_000);
  expect(await isOnShift()).toBe(false);
});
