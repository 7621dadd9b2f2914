import { describe, expect, test } from "vitest";
import { unknownUuid } from "../keys.ts";
import { adherence, begin, reportGateway, run, timedCalls, yesterday } from "./waiting.ts";

const status = adherence("id status createdAt");
const withMetrics = adherence(
  `id status metrics(names: ["adherence_percentage"], type: FULL_INTERVAL) { totalCount nodes { value } }`,
);
const start = "POST /v0/reports/adherence";
const poll = "GET /v0/reports/{id}";
const complete = { id: expect.stringMatching(/^gid:\/\/assembled\/Report\//), status: "COMPLETE" };
const inProgress = { ...complete, status: "IN_PROGRESS" };

describe("a report as a field", () => {
  test("is started and asked for after 1, 2 and 4 seconds, until it is complete", async () => {
    const made = await reportGateway({ reportMs: 3_000 });
    const startedAtMs = made.clock.nowMs();
    const { data, errors, tookMs } = await run(made, status);
    expect([data, errors]).toEqual([
      { adherenceReport: { ...complete, createdAt: "2026-03-04T10:30:00.000Z" } },
      [],
    ]);
    expect(timedCalls(made, startedAtMs)).toEqual([
      { atMs: 0, call: start },
      { atMs: 1_000, call: poll },
      { atMs: 2_000, call: poll },
      { atMs: 4_000, call: poll },
    ]);
    expect(tookMs).toBe(4_000);
  });

  test("has the first page of its metrics from the answer that says so", async () => {
    const made = await reportGateway();
    const { data } = await run(made, withMetrics);
    const { metrics } = data.adherenceReport;
    expect(metrics.nodes.length).toBe(metrics.totalCount);
    expect(metrics.totalCount).toBeGreaterThan(5);
    const query = "limit=500&offset=0&metric=adherence_percentage&type=full_interval";
    expect(made.callsWithQueries()).toEqual([
      `assembled ${start}`,
      ...Array(2).fill(
        expect.stringMatching(new RegExp(`^assembled GET /v0/reports/[0-9a-f-]{36}\\?${query}$`)),
      ),
    ]);
  });

  test("answers its id in good time where it takes longer, and is there for a look later", async () => {
    const made = await reportGateway({ reportMs: 15_000 });
    const { data, errors, tookMs } = await run(made, withMetrics);
    expect(errors).toEqual([]);
    expect(data.adherenceReport).toEqual({ ...inProgress, metrics: null });
    expect(tookMs).toBe(8_000);
    expect(made.calls()).toHaveLength(5);

    const { id } = data.adherenceReport;
    const look = `query ($id: ID!) { report(id: $id) { status metrics { totalCount } } }`;
    expect(await made.query(look, { id })).toEqual({ report: { status: "IN_PROGRESS", metrics: null } });
    await made.clock.advance(7_000);
    const { report } = await made.query(look, { id });
    expect(report).toEqual({ status: "COMPLETE", metrics: { totalCount: expect.any(Number) } });
    expect(made.calls()).toHaveLength(2);
  });

  test("that fails says so, and the next one is started anew", async () => {
    const made = await reportGateway({ reportsFail: true });
    const first = await run(made, withMetrics);
    expect([first.data.adherenceReport, first.errors]).toEqual([
      { ...complete, status: "ERROR", metrics: null },
      [],
    ]);
    const second = await run(made, withMetrics);
    expect(second.data.adherenceReport.id).not.toBe(first.data.adherenceReport.id);
    expect(made.calls().filter((call) => call === `assembled ${start}`)).toHaveLength(2);
  });

  test("of which a poll fails is asked for again, as long as there is time", async () => {
    const made = await reportGateway({ reportMs: 3_000 });
    made.sandbox.assembled.inject({ row: "reports.get", times: 3, reply: { status: 503 } });
    const { data, errors } = await run(made, withMetrics);
    expect([data.adherenceReport, errors]).toMatchObject([{ ...complete, metrics: {} }, []]);
    expect(made.calls()).toEqual([
      `assembled ${start}`,
      ...Array(5).fill(expect.stringMatching("^assembled GET /v0/reports/")),
    ]);
  });

  test("of which every poll fails answers its id in good time", async () => {
    const made = await reportGateway();
    made.sandbox.assembled.inject({ row: "reports.get", kind: "silent" });
    const { data, errors, tookMs } = await run(made, withMetrics);
    expect([data.adherenceReport, errors]).toEqual([{ ...inProgress, metrics: null }, []]);
    expect(tookMs).toBeLessThanOrEqual(10_000);
  });

  test("of which a poll is put off beyond the time that is left answers its id at once", async () => {
    const made = await reportGateway();
    made.sandbox.assembled.inject({
      row: "reports.get",
      reply: { status: 503, headers: { "retry-after": "60" } },
    });
    const { data, errors, tookMs } = await run(made, withMetrics);
    expect([data.adherenceReport, errors]).toEqual([{ ...inProgress, metrics: null }, []]);
    expect([made.calls().length, tookMs]).toEqual([2, 1_000]);
  });

  test("that is gone before it is complete is an error, and is forgotten", async () => {
    const made = await reportGateway();
    made.sandbox.assembled.inject({ row: "reports.get", times: 1, reply: { status: 404 } });
    const { data, errors } = await run(made, status);
    expect(data).toEqual({ adherenceReport: null });
    expect(errors).toMatchObject([{ path: ["adherenceReport"], extensions: { code: "NOT_FOUND" } }]);
    await made.clock.advance(3_000);
    expect((await run(made, status)).data.adherenceReport).toMatchObject(complete);
    expect(made.calls().filter((call) => call === `assembled ${start}`)).toHaveLength(2);
  });

  test("that cannot be started is an error, and is forgotten", async () => {
    const made = await reportGateway();
    made.sandbox.assembled.inject({ row: "reports.startAdherence", times: 1, reply: { status: 403 } });
    const { data, errors } = await run(made, status);
    expect([data, errors.map(({ extensions }) => extensions.code)]).toEqual([
      { adherenceReport: null },
      ["FORBIDDEN"],
    ]);
    expect(made.calls()).toEqual([`assembled ${start}`]);
    expect((await run(made, status)).data.adherenceReport).toMatchObject(complete);
    expect(made.calls()[0]).toBe(`assembled ${start}`);
  });

  test("whose start lost its answer is started again, since equal parameters are an equal report", async () => {
    const made = await reportGateway();
    made.sandbox.assembled.inject({
      row: "reports.startAdherence",
      times: 1,
      kind: "reset",
      afterEffect: true,
    });
    expect((await run(made, status)).data.adherenceReport).toMatchObject(complete);
    expect(made.calls().slice(0, 2)).toEqual([`assembled ${start}`, `assembled ${start}`]);
  });

  test.each([{}, { report_id: "" }, { report_id: ["x"] }, "text"])(
    "whose start answers %j cannot be waited for",
    async (body) => {
      const made = await reportGateway();
      made.sandbox.assembled.inject({ row: "reports.startAdherence", reply: { status: 200, body } });
      const { errors } = await run(made, status);
      expect(errors).toMatchObject([{ extensions: { code: "UPSTREAM_INVALID_RESPONSE" } }]);
      // What is no JSON may come from something in between, so that it is asked for again.
      expect(made.calls()).toEqual(Array(body === "text" ? 3 : 1).fill(`assembled ${start}`));
    },
  );
});

describe("a client that leaves", () => {
  test("ends the waiting, and the report can still be joined", async () => {
    const made = await reportGateway({ reportMs: 3_000 });
    const client = new AbortController();
    const { answer } = begin(made, status, yesterday, client.signal);
    await made.clock.advance(1_500);
    made.calls();
    client.abort();
    expect((await answer).data).toEqual({ adherenceReport: null });
    await made.clock.advance(1_500);
    expect([made.calls(), made.clock.pending]).toEqual([[], 0]);
    expect((await run(made, status)).data.adherenceReport).toMatchObject(complete);
    expect(made.calls()).toEqual([expect.stringMatching("^assembled GET /v0/reports/")]);
  });
});

test("a start leaves cached reads as they are, those of its own operation included", async () => {
  const made = await reportGateway();
  const people = "people(first: 1) { nodes { firstName } }";
  await made.query(`{ ${people} }`);
  made.calls();
  await run(made, status.replace(/}$/, ` ${people} }`));
  expect(made.calls().filter((call) => call.includes("people"))).toEqual([]);
});

test("a report of a person who is none is NOT_FOUND and starts nothing", async () => {
  const made = await reportGateway();
  const document = `query ($window: TimeWindow!) {
    adherenceReport(window: $window, channel: PHONE, interval: HOUR, person: { id: "${unknownUuid}" }) { id }
  }`;
  const { errors } = await run(made, document, { window: yesterday.window });
  expect(errors).toMatchObject([{ extensions: { code: "NOT_FOUND" } }]);
  expect(made.calls()).toEqual([`assembled GET /v0/people/${unknownUuid}`]);
});
