import { describe, expect, test } from "vitest";
import { activityTypeId, agentId } from "../../../src/sandbox/data/ids.ts";
import { gateway } from "../../support/gateway.ts";
import { seconds, span } from "./schedule.ts";

const create =
  "mutation ($input: CreateActivitiesInput!) { createActivities(input: $input) { activityIds } }";
const one = (number: number, from: number, to: number) => ({
  person: { agentId: agentId(number) },
  typeId: activityTypeId("training"),
  window: span(from, to),
});
const read = (from: number, to: number, ...agents: number[]) =>
  `assembled GET /v0/activities?start_time=${seconds(from)}&end_time=${seconds(to)}&include_activity_types=true` +
  agents.map((number) => `&agents=${agentId(number)}`).join("");
const bulk = "assembled POST /v0/activities/bulk";

describe("new activities under REFUSE that overlap one another", () => {
  const [first, second] = [one(1, 20, 22), one(1, 21, 23)];

  test("are refused before anything is read", async () => {
    const { execute, calls } = gateway();
    const { data, errors } = await execute(create, {
      input: { onConflict: "REFUSE", activities: [first, one(2, 20, 21), second] },
    });
    expect(data).toEqual({ createActivities: null });
    expect(errors).toEqual([
      expect.objectContaining({
        message: "Two of the new activities overlap; nothing was written.",
        extensions: expect.objectContaining({ code: "CONFLICT", system: "assembled", retryable: false }),
      }),
    ]);
    expect(calls()).toEqual([]);
  });

  test("are written when they only touch, or are of two agents", async () => {
    const { query, calls } = gateway();
    const activities = [one(1, 20, 21), one(1, 21, 22), one(0, 20, 22)];
    const { createActivities } = await query(create, { input: { onConflict: "REFUSE", activities } });
    expect(createActivities.activityIds).toHaveLength(3);
    expect(calls()).toEqual(["assembled GET /v0/activities", bulk]);
  });

  test("are left to the upstream under REPLACE", async () => {
    const { query, calls } = gateway();
    const input = { onConflict: "REPLACE", activities: [first, second] };
    expect((await query(create, { input })).createActivities.activityIds).toHaveLength(2);
    expect(calls()).toEqual([bulk]);
  });
});

describe("the schedules that REFUSE looks at", () => {
  // The sandbox has schedules of some weeks, so that nothing is in the way a year later.
  const later = (days: number, hours = 0) => 24 * (365 + days) + hours;
  const hour = (number: number, days: number) => one(number, later(days), later(days, 1));

  test.each([
    ["one for activities days apart", [hour(1, 9), hour(2, 0)], [read(later(0), later(9, 1), 1, 2)]],
    [
      "one for a single activity, however long",
      [one(1, later(0), later(365))],
      [read(later(0), later(365), 1)],
    ],
    [
      "one each for activities decades apart, of the agent alone who is concerned",
      [hour(1, 7300), hour(2, 0)],
      [read(later(0), later(0, 1), 2), read(later(7300), later(7300, 1), 1)],
    ],
    [
      "one a month for a span that several fill, of the agents alone who are concerned",
      [one(1, later(0), later(90)), hour(2, 40), one(1, later(100), later(101))],
      [
        read(later(0), later(31), 1),
        read(later(31), later(62), 1, 2),
        read(later(62), later(93), 1),
        read(later(93), later(101), 1),
      ],
    ],
    [
      "none for a month in which there is nothing new",
      [one(1, later(0), later(31)), hour(2, 62)],
      [read(later(0), later(31), 1), read(later(62), later(62, 1), 2)],
    ],
  ])("are read in few calls: %s", async (_, activities, reads) => {
    const { query, callsWithQueries } = gateway();
    const { createActivities } = await query(create, { input: { onConflict: "REFUSE", activities } });
    expect(createActivities.activityIds).toHaveLength(activities.length);
    expect(callsWithQueries()).toEqual([...reads, bulk]);
  });

  test("refuse what the last of several reads shows", async () => {
    const { query, execute, calls, callsWithQueries } = gateway();
    const there = one(2, later(7300), later(7300, 2));
    await query(create, { input: { onConflict: "REPLACE", activities: [there] } });
    expect(calls()).toEqual([bulk]);
    const activities = [hour(1, 0), one(2, later(7300, 1), later(7300, 3))];
    const { errors } = await execute(create, { input: { onConflict: "REFUSE", activities } });
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(["CONFLICT"]);
    expect(callsWithQueries()).toEqual([
      read(later(0), later(0, 1), 1),
      read(later(7300, 1), later(7300, 3), 2),
    ]);
  });
});
