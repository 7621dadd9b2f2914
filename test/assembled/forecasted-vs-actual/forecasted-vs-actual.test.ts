import { describe, expect, test } from "vitest";
import { groupId } from "../../../src/sandbox/data/ids.ts";
import { showcase } from "../../../src/sandbox/data/showcase.ts";
import { gateway, type TestGateway } from "../../support/gateway.ts";
import { today as day } from "../../support/time.ts";

const path = "assembled GET /v0/forecasted_vs_actuals";
const row = "forecastedVsActuals.list";
const seconds = "start_time=1772582400&end_time=1772668800";

const listed = (selection: string) => `
  query (
    $window: TimeWindow!, $channel: Channel = CHAT, $interval: Int = 30,
    $queue: ID, $site: ID, $schedule: ID, $first: Int, $after: String
  ) {
    forecastedVsActuals(
      window: $window, channel: $channel, intervalMinutes: $interval,
      queue: $queue, site: $site, schedule: $schedule, first: $first, after: $after
    ) { totalCount nodes { ${selection} } pageInfo { hasNextPage endCursor } }
  }`;

const nodesOf = async (made: TestGateway, selection: string, more: object = {}) =>
  (await made.query(listed(selection), { window: day, ...more })).forecastedVsActuals.nodes;

/** A gateway that answers this row, under this name. */
function answering(metrics: object, name = "forecasts_vs_actuals"): TestGateway {
  const made = gateway();
  const body = { [name]: [{ start_time: 1_772_582_400, channel: "chat", ...metrics }], total: 1 };
  made.sandbox.assembled.inject({ row, reply: { status: 200, body } });
  return made;
}

test("a day of half hours of every queue is one call, forecast beside actual as far as the day has come", async () => {
  const made = gateway();
  const rows = await nodesOf(
    made,
    "startTime endTime queue { name } contactsReceived { forecasted actual } occupancy { forecasted actual }",
  );
  expect(rows).toHaveLength(48 * 6);
  for (const { endTime, contactsReceived, occupancy } of rows) {
    expect(contactsReceived.forecasted).toBeGreaterThan(0);
    // The clock stands at half past ten.
    expect(contactsReceived.actual !== null).toBe(Date.parse(endTime) <= made.clock.dateMs());
    expect(occupancy).toEqual({ forecasted: 0.8, actual: null });
  }
  expect(made.callsWithQueries()).toEqual([
    `${path}?${seconds}&interval=1800&channel=chat&limit=500&offset=0`,
    "assembled GET /v0/queues",
  ]);
});

test("queue, site and schedule are asked for", async () => {
  const made = gateway();
  const [queue, site] = [groupId("queue/Orders"), groupId("site/Amsterdam")];
  const schedule = showcase.draftScheduleId;
  const rows = await nodesOf(made, "channel", { channel: "PHONE", queue, site, schedule, interval: 60 });
  expect(rows).toEqual(Array.from({ length: 24 }, () => ({ channel: "PHONE" })));
  expect(made.callsWithQueries()).toEqual([
    `${path}?${seconds}&interval=3600&channel=phone&queue=${queue}&site=${site}&schedule_id=${schedule}&limit=500&offset=0`,
  ]);
});

test("every metric has the name of the schema, with the unit of what has one", async () => {
  const pair = (at: number) => ({ forecasted: at, actual: at + 0.5 });
  const names = [
    ...["service_level", "service_level_missed", "service_level_met", "first_response_time"],
    ...["transferred_away", "reassigned_away", "messages_received", "cases_answered", "cases_opened"],
    ...["cases_reopened", "cases_solved", "productivity", "contacts_received", "contacts_abandoned"],
    ...["handle_time", "occupancy"],
  ];
  const metrics = Object.fromEntries(names.map((name, at) => [name, pair(at)]));
  const made = answering({ ...metrics, staffing_scheduled: 19.75, staffing_net: -0.25 });
  const [shown] = await nodesOf(
    made,
    `serviceLevel { ...pair } serviceLevelMissed { ...pair } serviceLevelMet { ...pair }
     firstResponseTimeSeconds { ...pair } transferredAway { ...pair } reassignedAway { ...pair }
     messagesReceived { ...pair } casesAnswered { ...pair } casesOpened { ...pair } casesReopened { ...pair }
     casesSolved { ...pair } productivity { ...pair } contactsReceived { ...pair } contactsAbandoned { ...pair }
     handleTimeSeconds { ...pair } occupancy { ...pair } staffingScheduled staffingNet`.replaceAll(
      "...pair",
      "forecasted actual",
    ),
  );
  expect(Object.values(shown)).toEqual([...names.map((_, at) => pair(at)), 19.75, -0.25]);
  expect(made.calls()).toEqual([path]);
});

test.each([
  ["a number", 19, { forecasted: 19, actual: null }],
  ["nothing", 0, { forecasted: 0, actual: null }],
  ["a pair", { forecasted: 19, actual: 18.5 }, { forecasted: 19, actual: 18.5 }],
  ["half a pair", { forecasted: null, actual: 3 }, { forecasted: null, actual: 3 }],
  ["a pair of nothing", {}, { forecasted: null, actual: null }],
  ["null", null, null],
  ["left out", undefined, null],
])("required staff may be %s", async (_, staffing_required, expected) => {
  const made = answering({ staffing_required });
  expect(await nodesOf(made, "staffingRequired { forecasted actual }")).toEqual([
    { staffingRequired: expected },
  ]);
  expect(made.calls()).toEqual([path]);
});

test("metrics that a channel does not have are null", async () => {
  const made = gateway();
  const [row] = await nodesOf(made, "contactsReceived { actual } casesOpened { forecasted }", {
    channel: "EMAIL",
    first: 1,
  });
  expect(row).toEqual({ contactsReceived: null, casesOpened: { forecasted: expect.any(Number) } });
  expect(made.calls()).toEqual([path]);
});

test.each(["SMS", "SOCIAL", "BACK_OFFICE"])("%s is asked for like any other channel", async (channel) => {
  const made = gateway();
  expect(await nodesOf(made, "startTime", { channel })).toEqual([]);
  expect(made.calls()).toEqual([path]);
});

test("the spelling of the path is taken for the name of the list, too", async () => {
  const made = answering({ staffing_net: 2 }, "forecasted_vs_actuals");
  expect(await nodesOf(made, "staffingNet")).toEqual([{ staffingNet: 2 }]);
  expect(made.calls()).toEqual([path]);
});

test("pages walk through all rows, one call each", async () => {
  const made = gateway();
  const whole = await nodesOf(made, "startTime queue { name }");
  made.calls();
  const rowsFrom = async (after: string | null): Promise<unknown[]> => {
    const variables = { window: day, first: 100, after };
    const { forecastedVsActuals } = await made.query(listed("startTime queue { name }"), variables);
    const { nodes, pageInfo, totalCount } = forecastedVsActuals;
    expect(totalCount).toBe(288);
    return pageInfo.hasNextPage ? [...nodes, ...(await rowsFrom(pageInfo.endCursor))] : nodes;
  };
  const walked = await rowsFrom(null);
  expect(walked).toEqual(whole);
  expect(made.callsWithQueries()).toEqual(
    [0, 100, 200].map((offset) => `${path}?${seconds}&interval=1800&channel=chat&limit=100&offset=${offset}`),
  );
});

test("a page of no rows tells how many there are", async () => {
  const made = gateway();
  const { forecastedVsActuals } = await made.query(listed("startTime"), { window: day, first: 0 });
  expect(forecastedVsActuals).toEqual({
    totalCount: 288,
    nodes: [],
    pageInfo: { hasNextPage: false, endCursor: null },
  });
  expect(made.calls()).toEqual([path]);
});

test.each([
  [{}],
  [{ forecasts_vs_actuals: {}, total: 0 }],
  [{ forecasts_vs_actuals: [null], total: 1 }],
  [{ forecasts_vs_actuals: [] }],
  [{ forecasts_vs_actuals: [], total: "0" }],
])("%j in place of a page is an error, and not an empty list", async (body) => {
  const made = gateway();
  made.sandbox.assembled.inject({ row, reply: { status: 200, body } });
  const { data, errors } = await made.execute(listed("startTime"), { window: day });
  expect(data).toEqual({ forecastedVsActuals: null });
  expect(errors).toMatchObject([{ extensions: { code: "UPSTREAM_INVALID_RESPONSE", system: "assembled" } }]);
  expect(made.calls()).toEqual([path]);
});

describe("what cannot be right costs no call:", () => {
  test.each([
    [
      "a start off the interval",
      { window: { ...day, start: "2026-03-04T00:15:00Z" } },
      /at multiples of 30 minutes/,
    ],
    [
      "an end off the interval",
      { window: { ...day, end: "2026-03-05T00:00:01Z" } },
      /at multiples of 30 minutes/,
    ],
    ["milliseconds", { window: { ...day, end: "2026-03-05T00:00:00.001Z" } }, /at multiples of 30 minutes/],
    ["an interval that the day is no multiple of", { interval: 7 }, /at multiples of 7 minutes/],
    ["no interval", { interval: 0 }, "intervalMinutes is 0; it must be from 1 to 1440."],
    ["an interval below none", { interval: -30 }, "intervalMinutes is -30; it must be from 1 to 1440."],
    ["an interval of more than a day", { interval: 1_441 }, /from 1 to 1440/],
    ["a window of more than 31 days", { window: { ...day, end: "2026-04-05T00:00:00Z" } }, /31 days/],
    ["an empty window", { window: { ...day, end: day.start } }, /window\.end/],
    ["the id of another type", { site: `gid://assembled/Team/${groupId("team/Voice")}` }, /the id of a Site/],
    ["a schedule that is none", { schedule: "a/b" }, /is no Schedule id/],
  ])("%s", async (_, more, message) => {
    const { execute, calls } = gateway();
    const { errors } = await execute(listed("startTime"), { window: day, ...more });
    expect(errors).toMatchObject([
      {
        message: typeof message === "string" ? message : expect.stringMatching(message),
        extensions: { code: "BAD_USER_INPUT" },
      },
    ]);
    expect(calls()).toEqual([]);
  });
});
