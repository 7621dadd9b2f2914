import { describe, expect, test } from "vitest";
import { showcase } from "../../../src/sandbox/data/showcase.ts";
import { adherence, begin, reportGateway, run, timedCalls, yesterday } from "./waiting.ts";

const status = adherence("id status createdAt");
const withMetrics = adherence(
  `id status metrics(names: ["adherence_percentage"], type: FULL_INTERVAL) { totalCount nodes { value } }`,
);
const start = "POST /v0/reports/adherence";
const complete = { id: expect.stringMatching(/^gid:\/\/assembled\/Report\//), status: "COMPLETE" };
const inProgress = { ...complete, status: "IN_PROGRESS" };

describe("an equal report that is in progress", () => {
  test("is joined by another operation of the gateway, and both share what they ask", async () => {
    const made = await reportGateway({ reportMs: 3_000 });
    made.sandbox.assembled.inject({ row: "reports.get", delayMs: 50 });
    const startedAtMs = made.clock.nowMs();
    const first = begin(made, withMetrics);
    await made.clock.advance(1_500);
    const second = begin(made, withMetrics);
    await made.clock.advance(10_000);
    const answers = await Promise.all([first.answer, second.answer]);
    expect(answers[0]?.data).toEqual(answers[1]?.data);
    expect(await Promise.all([first.tookMs, second.tookMs])).toEqual([4_050, 2_550]);
    expect(timedCalls(made, startedAtMs).map(({ atMs }) => atMs)).toEqual([0, 1_000, 2_000, 4_000]);
  });

  test("is waited for no longer than leaves time for what comes after", async () => {
    const made = await reportGateway({ reportMs: 15_000 });
    const first = begin(made, status);
    await made.clock.advance(3_500);
    const second = begin(made, status);
    await made.clock.advance(10_000);
    // The next look would be half a second before the deadline of the second.
    expect(await Promise.all([first.tookMs, second.tookMs])).toEqual([8_000, 4_500]);
    expect((await second.answer).data.adherenceReport).toMatchObject(inProgress);
  });

  test("is asked for once by an operation that has no time to wait, so that its answer is no cached one", async () => {
    const made = await reportGateway({ reportMs: 15_000 });
    const { agentId, personId } = showcase.person;
    const of = (by: string) => `query ($window: TimeWindow!) {
      adherenceReport(window: $window, channel: PHONE, interval: HOUR, person: ${by}) { id status }
    }`;
    const { window } = yesterday;
    // To look up the person takes all but the last two seconds.
    made.sandbox.assembled.inject({ row: "people.get", times: 2, kind: "silent" });
    made.sandbox.assembled.inject({ row: "people.get", delayMs: 1_800 });
    const late = begin(made, of(`{ id: "${personId}" }`), { window });
    await made.clock.advance(3_500);
    const startedAtMs = made.clock.nowMs();
    const first = begin(made, of(`{ agentId: "${agentId}" }`), { window });
    await made.clock.advance(10_000);
    const { adherenceReport } = (await first.answer).data;
    expect((await late.answer).data).toEqual({ adherenceReport: { ...inProgress, id: adherenceReport.id } });
    expect(await late.tookMs).toBe(7_800);
    const poll = "GET /v0/reports/{id}";
    expect(timedCalls(made, startedAtMs).filter(({ call }) => !call.includes("people"))).toEqual([
      { atMs: 0, call: start },
      { atMs: 1_000, call: poll },
      { atMs: 2_000, call: poll },
      { atMs: 4_000, call: poll },
      // The late one's.
      { atMs: 4_300, call: poll },
      { atMs: 8_000, call: poll },
    ]);
  });

  test("is joined after one asked it for metrics that it does not have", async () => {
    const made = await reportGateway({ reportMs: 3_000 });
    const wrong = await run(made, withMetrics.replace("adherence_percentage", "tickets_solved"));
    expect(wrong.errors).toMatchObject([{ extensions: { code: "UPSTREAM_REJECTED", status: 400 } }]);
    expect((await run(made, withMetrics)).data.adherenceReport).toMatchObject(complete);
    expect(made.calls().filter((call) => call === `assembled ${start}`)).toHaveLength(1);
  });

  test("is started once for two that begin together, in one operation or in two", async () => {
    const made = await reportGateway();
    const both =
      withMetrics.replace("adherenceReport(", "one: adherenceReport(").replace(/}$/, "") +
      ` other: adherenceReport(filter: { team: $team }, window: $window, interval: HOUR, channel: PHONE) { id } }`;
    const [first, second] = [begin(made, both), begin(made, status)];
    await made.clock.advance(10_000);
    const [{ data }, other] = await Promise.all([first.answer, second.answer]);
    expect([data.one.id, data.other.id]).toEqual(Array(2).fill(other.data.adherenceReport.id));
    expect(made.calls().filter((call) => call === `assembled ${start}`)).toHaveLength(1);
  });

  test("is joined by `startReport`, too, and one that it started by a field", async () => {
    const made = await reportGateway({ reportMs: 3_000 });
    const input = {
      type: "ADHERENCE",
      window: yesterday.window,
      channel: "PHONE",
      interval: "HOUR",
      filter: { team: yesterday.team },
    };
    const mutation = "mutation ($input: StartReportInput!) { startReport(input: $input) { reportId } }";
    const { startReport } = await made.query(mutation, { input });
    expect((await made.query(mutation, { input })).startReport).toEqual(startReport);
    const { data } = await run(made, status);
    expect(data.adherenceReport).toMatchObject({ id: startReport.reportId, status: "COMPLETE" });
    expect(made.calls().filter((call) => call === `assembled ${start}`)).toHaveLength(1);
  });

  test.each([
    ["another team", { team: null }],
    ["another window", { window: { ...yesterday.window, start: "2026-03-03T06:00:00Z" } }],
  ])("is not one on %s", async (_, other) => {
    const made = await reportGateway();
    const [first, second] = [begin(made, status), begin(made, status, { ...yesterday, ...other })];
    await made.clock.advance(10_000);
    expect((await first.answer).data).not.toEqual((await second.answer).data);
    expect(made.calls().filter((call) => call === `assembled ${start}`)).toHaveLength(2);
  });

  test("is asked for at once by one who comes when the others have given up", async () => {
    const made = await reportGateway({ reportMs: 15_000 });
    const first = await run(made, status);
    await made.clock.advance(8_000);
    made.calls();
    const second = await run(made, status);
    expect(second).toMatchObject({
      data: { adherenceReport: { ...complete, id: first.data.adherenceReport.id } },
    });
    expect([second.tookMs, made.calls().length]).toEqual([0, 1]);
  });

  test("is not joined once it has ended, in whichever way that was seen", async () => {
    const made = await reportGateway({ reportMs: 10_000 });
    const first = await run(made, status);
    await made.clock.advance(5_000);
    await made.query("query ($id: ID!) { report(id: $id) { status } }", {
      id: first.data.adherenceReport.id,
    });
    made.calls();
    const second = await run(made, status);
    expect(second.data.adherenceReport.id).not.toBe(first.data.adherenceReport.id);
    expect(made.calls()[0]).toBe(`assembled ${start}`);
  });

  test("is another one's of another gateway", async () => {
    const [one, other] = [await reportGateway(), await reportGateway()];
    await Promise.all([run(one, status), run(other, status)]);
    expect([one.calls()[0], other.calls()[0]]).toEqual(Array(2).fill(`assembled ${start}`));
  });
});
