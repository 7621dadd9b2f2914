import { describe, expect, test } from "vitest";
import { defaultRequestOptions } from "../../../src/graphql/request-options.ts";
import { noCache } from "../../../src/rest/cache-policy.ts";
import { Cancellation } from "../../../src/rest/cancellation.ts";
import type { TestGateway } from "../../support/gateway.ts";
import { adherence, begin, reportGateway, run, timedCalls, yesterday } from "./waiting.ts";

const status = adherence("id status createdAt");
const withMetrics = adherence(
  `id status metrics(names: ["adherence_percentage"], type: FULL_INTERVAL) { totalCount nodes { value } }`,
);
const start = "POST /v0/reports/adherence";
const complete = { id: expect.stringMatching(/^gid:\/\/assembled\/Report\//), status: "COMPLETE" };
const inProgress = { ...complete, status: "IN_PROGRESS" };

const startOnly = `mutation ($window: TimeWindow!, $team: ID) {
  startReport(input: { type: ADHERENCE, window: $window, channel: PHONE, interval: HOUR, filter: { team: $team } }) {
    reportId
  }
}`;
const startId = async (made: TestGateway): Promise<string> =>
  (await made.query(startOnly, yesterday)).startReport.reportId;

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

  test("is asked for once at a time by fields that want other metrics of it, each of which reads its own", async () => {
    const made = await reportGateway({ reportMs: 3_000 });
    const of = (name: string, alias: string) =>
      withMetrics
        .replace("adherence_percentage", name)
        .replace("adherenceReport(", `${alias}: adherenceReport(`);
    const document = of("adherence_percentage", "one").replace(
      /}$/,
      of("seconds_in_adherence", "other").slice(withMetrics.indexOf("{") + 1),
    );
    made.sandbox.assembled.inject({ row: "reports.get", delayMs: 50 });
    const startedAtMs = made.clock.nowMs();
    const { data, errors } = await run(made, document);
    expect(errors).toEqual([]);
    expect(data.one.metrics.nodes).not.toEqual(data.other.metrics.nodes);
    expect(timedCalls(made, startedAtMs).map(({ atMs }) => atMs)).toEqual([0, 1_000, 2_000, 4_000, 4_050]);
  });

  test("is shown to a field although another one asks it for metrics that it does not have", async () => {
    const made = await reportGateway({ reportMs: 3_000 });
    const [wrong, right] = [
      begin(made, withMetrics.replace("adherence_percentage", "tickets_solved")),
      begin(made, withMetrics),
    ];
    await made.clock.advance(10_000);
    expect((await wrong.answer).errors).toMatchObject([{ extensions: { code: "UPSTREAM_REJECTED" } }]);
    expect((await right.answer).data.adherenceReport).toMatchObject(complete);
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
    made.sandbox.assembled.inject({
      row: "reports.get",
      reply: { status: 503, headers: { "retry-after": "10" } },
    });
    const first = await run(made, status);
    made.calls();
    const second = await run(made, status);
    expect([second.data, second.tookMs]).toEqual([first.data, 0]);
    expect(second.data.adherenceReport).toMatchObject(inProgress);
    expect(made.calls()).toEqual([expect.stringMatching("^assembled GET /v0/reports/")]);
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
    const reportId = await startId(made);
    expect(await startId(made)).toBe(reportId);
    const { data } = await run(made, status);
    expect(data.adherenceReport).toMatchObject({ id: reportId, status: "COMPLETE" });
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

  test.each([
    ["in progress", 5_000, []],
    ["over", 4_999, [start]],
  ])("that is %s when `startReport` looks is joined only if it goes on", async (_, reportMs, starts) => {
    const made = await reportGateway({ reportMs });
    const first = await startId(made);
    made.calls();
    await made.clock.advance(4_999);
    expect((await startId(made)) === first).toBe(starts.length === 0);
    const look = `GET ${first.replace("gid://assembled/Report/", "/v0/reports/")}`;
    expect(made.calls()).toEqual([look, ...starts].map((call) => `assembled ${call}`));
  });

  test("that could not be started in the time of the first is started anew by one that has more", async () => {
    const made = await reportGateway();
    made.sandbox.assembled.inject({ row: "reports.startAdherence", times: 3, kind: "silent" });
    const first = begin(made, status);
    await made.clock.advance(6_000);
    const second = begin(made, status);
    await made.clock.advance(10_000);
    expect((await first.answer).errors).toMatchObject([{ extensions: { code: "UPSTREAM_TIMEOUT" } }]);
    expect((await second.answer).data.adherenceReport).toMatchObject(complete);
  });

  test("that was refused is refused to all, for one call", async () => {
    const made = await reportGateway();
    made.sandbox.assembled.inject({ row: "reports.startAdherence", delayMs: 50, reply: { status: 403 } });
    const both = [begin(made, status), begin(made, status)];
    await made.clock.advance(1_000);
    for (const { answer } of both) {
      expect((await answer).errors).toMatchObject([{ extensions: { code: "FORBIDDEN" } }]);
    }
    expect(made.calls()).toEqual([`assembled ${start}`]);
  });

  test("that is gone when `startReport` looks is started anew", async () => {
    const made = await reportGateway();
    const first = await startId(made);
    await made.clock.advance(1_000);
    made.sandbox.assembled.inject({ row: "reports.get", reply: { status: 404 } });
    made.calls();
    await startId(made);
    expect(made.calls()).toEqual([
      `assembled ${first.replace("gid://assembled/Report/", "GET /v0/reports/")}`,
      `assembled ${start}`,
    ]);
  });

  test("that has ended unseen is shown to those who come back within a minute, and then started anew", async () => {
    const made = await reportGateway({ reportMs: 15_000 });
    const first = await run(made, status);
    // It was to be asked for again five seconds after the last time.
    await made.clock.advance(5_000 + 59_999);
    const second = await run(made, status);
    expect(second.data.adherenceReport).toEqual({ ...first.data.adherenceReport, status: "COMPLETE" });

    const third = await run(made, status);
    await made.clock.advance(5_000 + 60_000);
    const fourth = await run(made, status);
    const ids = [first, third, fourth].map(({ data }) => data.adherenceReport.id);
    expect(new Set(ids).size).toBe(3);
  });

  test("is not joined by an operation that wants nothing from before it", async () => {
    const made = await reportGateway();
    await startId(made);
    made.calls();
    const waiter = made.gateway.waiterFor(new Cancellation());
    const contextValue = made.gateway.contextFor(waiter, {
      options: { ...defaultRequestOptions, accepts: noCache },
    });
    await made.gateway.apollo.executeOperation({ query: startOnly, variables: yesterday }, { contextValue });
    expect(made.calls()).toEqual([`assembled ${start}`]);
  });

  test("is another one's of another gateway", async () => {
    const [one, other] = [await reportGateway(), await reportGateway()];
    await Promise.all([run(one, status), run(other, status)]);
    expect([one.calls()[0], other.calls()[0]]).toEqual(Array(2).fill(`assembled ${start}`));
  });
});
