import { describe, expect, test } from "vitest";
import { agentId, personId } from "../../../src/sandbox/data/ids.ts";
import { showcase } from "../../../src/sandbox/data/showcase.ts";
import { gateway, type TestGateway } from "../../support/gateway.ts";
import { putHeavyHours } from "./heavy-schedule.ts";
import { at, seconds, span } from "./schedule.ts";

const schedule = showcase.draftScheduleId;
const list = `query ($window: TimeWindow!, $filter: ActivitiesFilter) {
  activities(window: $window, filter: $filter) { nodes { startTime } }
}`;
const day = 24;
// Far from what the sandbox has.
const later = 100 * day;
const week = span(later, later + 7 * day);
const noons = [0, 1, 2, 3, 4, 5, 6].map((number) => later + number * day + 12);

/** Answers the starts in a window, and the parts it was read in, in hours from its start. */
async function read(
  { query, callsWithQueries }: TestGateway,
  window = week,
  filter: object = { schedule },
): Promise<{ starts: string[]; parts: string[] }> {
  callsWithQueries();
  const { activities } = await query(list, { window, filter });
  const hours = (name: string, call: string) =>
    (Number(new URLSearchParams(call.split("?")[1]).get(name)) - seconds(window.start)) / 3600;
  return {
    starts: activities.nodes.map(({ startTime }: { startTime: string }) => startTime),
    parts: callsWithQueries().map((call) => `${hours("start_time", call)}-${hours("end_time", call)}`),
  };
}

describe("a week of everybody's activities that weighs", () => {
  test("more than an answer may is read in halves, each activity once, and in halves from then on", async () => {
    const made = gateway();
    // One of them lies on the edge of the halves.
    await putHeavyHours(made, [...noons, later + 83.5], 1.2);
    const starts = [...noons, later + 83.5].sort((a, b) => a - b).map(at);
    expect(await read(made)).toEqual({ starts, parts: ["0-168", "0-84", "84-168"] });
    await made.clock.advance(600_000);
    expect(await read(made)).toEqual({ starts, parts: ["0-84", "84-168"] });
    await made.clock.advance(600_000);
    const { parts } = await read(made, span(later, later + 31 * day));
    expect(parts).toEqual(
      [0, 84, 168, 252, 336, 420, 504, 588, 672].map((from) => `${from}-${Math.min(from + 84, 744)}`),
    );
  });

  test("nearly as much is read in halves the next time, and whole again once it weighs less", async () => {
    const made = gateway();
    await putHeavyHours(made, noons, 1);
    expect((await read(made)).parts).toEqual(["0-168"]);
    await made.clock.advance(600_000);
    expect((await read(made)).parts).toEqual(["0-84", "84-168"]);
    await made.clock.advance(600_000);
    expect((await read(made, span(later - 7 * day, later))).parts).toEqual(["0-84", "84-168"]);
    expect((await read(made, span(later - 14 * day, later - 7 * day))).parts).toEqual(["0-168"]);
  });

  test("more than an answer may in an hour is an error after a few calls, and others are read on", async () => {
    const made = gateway();
    await putHeavyHours(made, [later + 12], 9);
    const { data, errors } = await made.execute(list, { window: week, filter: { schedule } });
    expect(data).toEqual({ activities: null });
    expect(errors.map(({ extensions }) => extensions)).toEqual([
      expect.objectContaining({ code: "UPSTREAM_INVALID_RESPONSE", mostBytes: 8_388_608 }),
    ]);
    expect(made.calls()).toHaveLength(11);
    const { parts } = await read(made, span(later - 2 * day, later), { agents: [agentId(2)] });
    expect(parts).toEqual(["0-48"]);
  });
});

test("activities of agents that weigh more than an answer may are read for half of them each", async () => {
  const made = gateway();
  const reply = (agent: number, megabytes: number) => ({
    [`of ${agent}`]: {
      id: `of ${agent}`,
      agent_id: agentId(agent),
      type_id: "t",
      start_time: seconds(later),
      end_time: seconds(later + 1),
      description: "x".repeat(megabytes * 1_000_000),
    },
  });
  const bodies = [{ ...reply(1, 5), ...reply(2, 5) }, reply(1, 5), reply(2, 5)];
  for (const activities of bodies) {
    made.sandbox.assembled.inject({
      row: "activities.list",
      times: 1,
      reply: { status: 200, body: { activities } },
    });
  }
  const people = [1, 2].map((number) => `p${number}: person(by: { id: "${personId(number)}" }) { ...day }`);
  const answer = await made.query(
    `query ($window: TimeWindow!) { ${people.join(" ")} }
    fragment day on Person { activities(window: $window) { nodes { startTime } } }`,
    { window: week },
  );
  const activities = { nodes: [{ startTime: at(later) }] };
  expect(answer).toEqual({ p1: { activities }, p2: { activities } });
  expect(
    made
      .callsWithQueries()
      .slice(-3)
      .map((call) => call.match(/agents=/g)?.length),
  ).toEqual([2, 1, 1]);
});
