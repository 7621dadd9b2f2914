import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { groupId } from "../../../src/sandbox/data/ids.ts";
import { showcase } from "../../../src/sandbox/data/showcase.ts";
import { gateway, type TestGateway } from "../../support/gateway.ts";
import { seconds } from "../../support/time.ts";
import { unknownUuid } from "../keys.ts";

const start = `mutation ($input: StartReportInput!) {
  startReport(input: $input) { reportId report { id status metrics { totalCount } } }
}`;
const startOnly = "mutation ($input: StartReportInput!) { startReport(input: $input) { reportId } }";
const window = { start: "2026-03-03T00:00:00Z", end: "2026-03-04T00:00:00Z" };
const input = { type: "ADHERENCE", window, channel: "CHAT", interval: "HOUR" };
const team = showcase.team.id;
const { agentId, personId } = showcase.person;
const path = "assembled POST /v0/reports";

/** The bodies of the starts so far. */
const bodies = ({ sandbox }: TestGateway): unknown[] =>
  sandbox.assembled.journal.filter(({ method }) => method === "POST").map(({ body }) => JSON.parse(body));

describe("startReport", () => {
  test("starts a report of each type and reads it only if it is selected", async () => {
    for (const [type, route] of [
      ["ADHERENCE", "adherence"],
      ["AGENT_TICKET_STATS", "agent_ticket_stats"],
      ["AGENT_STATE_HANDLE_TIMES", "agent_state_handle_times"],
    ]) {
      const made = gateway();
      const { startReport } = await made.query(start, { input: { ...input, type } });
      expect(startReport.report).toEqual({ id: startReport.reportId, status: "IN_PROGRESS", metrics: null });
      const jobId = startReport.reportId.replace("gid://assembled/Report/", "");
      expect(made.callsWithQueries()).toEqual([
        `${path}/${route}`,
        `assembled GET /v0/reports/${jobId}?limit=1&offset=0`,
      ]);
      await made.query(startOnly, { input: { ...input, type } });
      expect(made.calls()).toEqual([]);
    }
  });

  test("sends times in seconds, the upstream's words, and nothing that is left out", async () => {
    const made = gateway();
    await made.query(start, { input: { ...input, filter: { team: null }, queueId: null, person: null } });
    expect(bodies(made)).toEqual([
      { start_time: seconds(window.start), end_time: seconds(window.end), interval: "1h", channel: "chat" },
    ]);
  });

  test("sends queue and filters by id", async () => {
    const made = gateway();
    const [queue, site, skill] = [groupId("queue/Orders"), groupId("site/Kraków"), groupId("skill/English")];
    const filter = { team: `gid://assembled/Team/${team}`, site, skill };
    await made.query(start, {
      input: {
        ...input,
        type: "AGENT_TICKET_STATS",
        channel: "BACK_OFFICE",
        interval: "HALF_HOUR",
        queueId: queue,
        filter,
      },
    });
    expect(bodies(made)).toMatchObject([
      {
        interval: "30m",
        channel: "back_office",
        queue_id: queue,
        filters: { site_id: site, team_id: team, skill_id: skill },
      },
    ]);
  });

  test.each([
    ["agentId", { agentId }, []],
    ["id", { id: personId }, [`assembled GET /v0/people/${personId}`]],
  ])("names an agent by %s", async (_, person, lookUp) => {
    const made = gateway();
    await made.query(start, { input: { ...input, person, filter: {} } });
    expect(bodies(made)).toMatchObject([{ agent_id: agentId }]);
    expect(made.calls().slice(0, -1)).toEqual([...lookUp, `${path}/adherence`]);
  });

  test("that is refused for an id that does not exist is UPSTREAM_REJECTED", async () => {
    const { execute, calls } = gateway();
    const { errors } = await execute(start, { input: { ...input, filter: { team: unknownUuid } } });
    expect(errors).toMatchObject([{ extensions: { code: "UPSTREAM_REJECTED", status: 400 } }]);
    expect(calls()).toEqual([`${path}/adherence`]);
  });

  test("of an agent who does not exist is NOT_FOUND", async () => {
    const { execute } = gateway();
    const { errors } = await execute(start, { input: { ...input, person: { agentId: unknownUuid } } });
    const message = `There is no agent ${unknownUuid}; nothing was written.`;
    expect(errors).toMatchObject([{ message, extensions: { code: "NOT_FOUND" } }]);
  });

  const wholeDay = "2026-03-03T00:00:00Z";
  test.each([
    ["half an hour for adherence", { interval: "HALF_HOUR" }],
    ["a day for a window of one", { interval: "DAY" }],
    ["a week for a window of a day", { interval: "WEEK" }],
    ["an hour for a longer window", { window: { start: wholeDay, end: "2026-03-04T00:15:00Z" } }],
    ["a start between quarters", { window: { start: "2026-03-03T00:05:00Z", end: window.end } }],
    ["an end between quarters", { window: { start: wholeDay, end: "2026-03-03T12:00:01Z" } }],
    ["milliseconds", { window: { start: "2026-03-03T00:00:00.001Z", end: window.end } }],
    ["a window the wrong way round", { window: { start: window.end, end: window.start } }],
    ["an empty window", { window: { start: wholeDay, end: wholeDay } }],
    [
      "a window of more than 366 days",
      { interval: "DAY", window: { start: "2025-01-01T00:00:00Z", end: "2026-01-02T00:15:00Z" } },
    ],
    ["a person together with a filter", { person: { agentId }, filter: { team } }],
    ["the team of another type", { filter: { team: `gid://assembled/Site/${team}` } }],
    ["a queue that is no id", { queueId: "Orders" }],
    ["a skill that is no id", { filter: { skill: "../people" } }],
    ["an agent id that is none", { person: { agentId: "me" } }],
  ])("refuses %s without a call", async (_, wrong) => {
    const { execute, calls } = gateway();
    const { data, errors } = await execute(start, { input: { ...input, ...wrong } });
    expect(data ?? { startReport: null }).toEqual({ startReport: null });
    expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT" } }]);
    const asField = `query ($window: TimeWindow!, $channel: Channel!, $interval: ReportInterval!, $queue: ID, $filter: ReportFilter, $person: PersonLookup) {
      adherenceReport(window: $window, channel: $channel, interval: $interval, queue: $queue, filter: $filter, person: $person) { id }
    }`;
    const { type: _type, queueId, ...others } = { queueId: undefined, ...input, ...wrong };
    const field = await execute(asField, { ...others, queue: queueId });
    expect(field.errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT" } }]);
    expect(calls()).toEqual([]);
  });
});

describe("a window of 31 days or more", () => {
  const year = { start: "2025-03-01T00:00:00Z", end: "2026-03-02T00:00:00Z" };

  test("becomes several jobs, which are one report", async () => {
    const made = gateway();
    const longest = { ...input, window: year, interval: "DAY" };
    const { startReport } = await made.query(start, { input: longest });
    const jobIds = startReport.reportId.replace("gid://assembled/Report/", "").split(".");
    expect(new Set(jobIds).size).toBe(13);
    expect(startReport.report).toEqual({ id: startReport.reportId, status: "IN_PROGRESS", metrics: null });
    // The first job that is not complete decides.
    expect(made.calls()).toEqual([
      ...Array(13).fill(`${path}/adherence`),
      `assembled GET /v0/reports/${jobIds[0]}`,
    ]);
    const spans = bodies(made) as { start_time: number; end_time: number }[];
    expect([spans[0]?.start_time, spans.at(-1)?.end_time]).toEqual([seconds(year.start), seconds(year.end)]);
    for (const [at, span] of spans.entries()) {
      expect(span.end_time - span.start_time).toBeLessThan(31 * 86_400);
      if (at > 0) expect(span.start_time).toBe(spans[at - 1]?.end_time);
    }
  });

  test("shares jobs with another one that has equal parts", async () => {
    const made = gateway();
    const days = (end: string, interval: string) => ({
      ...input,
      interval,
      window: { start: "2026-01-01T00:00:00Z", end },
    });
    await made.query(start, { input: days("2026-01-29T00:00:00Z", "WEEK") });
    const { startReport } = await made.query(start, { input: days("2026-02-26T00:00:00Z", "WEEK") });
    expect(startReport.reportId.split(".")).toHaveLength(2);
    expect(made.calls().filter((call) => call === `${path}/adherence`)).toHaveLength(2);
  });
});

test("any window of quarters that is accepted is taken by the upstream", async () => {
  const quarterSeconds = 900;
  const made = gateway({ sandbox: { enforceLimits: false }, parts: { limits: false } });
  const type = fc.constantFrom("ADHERENCE", "AGENT_TICKET_STATS", "AGENT_STATE_HANDLE_TIMES");
  const interval = fc.constantFrom("HALF_HOUR", "HOUR", "DAY", "WEEK");
  const quarters = fc.oneof(
    fc.integer({ min: 1, max: 366 * 96 }),
    fc.integer({ min: 1, max: 100 }),
    fc.constantFrom(96, 97, 31 * 96 - 1, 31 * 96, 31 * 96 + 1, 364 * 96 + 1, 366 * 96),
  );
  await fc.assert(
    fc.asyncProperty(
      type,
      interval,
      fc.nat({ max: 10_000 }),
      quarters,
      async (type, interval, from, length) => {
        const at = (quarter: number) =>
          new Date((1_700_000_100 + quarter * quarterSeconds) * 1000).toISOString();
        const window = { start: at(from), end: at(from + length) };
        const { errors } = await made.execute(start, { input: { ...input, type, interval, window } });
        const isShort = interval === "HALF_HOUR" || interval === "HOUR";
        const fits = length > 96 ? !isShort : isShort && !(type === "ADHERENCE" && interval === "HALF_HOUR");
        expect(errors.map(({ extensions }) => extensions.code)).toEqual(fits ? [] : ["BAD_USER_INPUT"]);
        // An equal one may be in progress, which is asked for all the same.
        expect(made.calls().length > 0).toBe(fits);
      },
    ),
    { numRuns: 150 },
  );
});
