import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { reference } from "../../../src/rest/cache-policy.ts";
import { agentsOf, metricsOf } from "../../../src/sandbox/assembled/report-metrics.ts";
import { agentId, reportId } from "../../../src/sandbox/data/ids.ts";
import { gateway } from "../../support/gateway.ts";
import { unknownUuid } from "../keys.ts";

const id = reportId("adherence");
const gid = `gid://assembled/Report/${id}`;
const get = `assembled GET /v0/reports/${id}`;
const names = ["adherence_percentage", "seconds_in_adherence"];

/** All metrics of the report that is there from the start. */
function stored({ sandbox }: ReturnType<typeof gateway>) {
  const { people, reports } = sandbox.data.assembled;
  const report = reports.find((each) => each.id === id);
  if (!report) throw new Error("There is no such report.");
  return metricsOf(report.type, report.body, agentsOf(people, report.body));
}

interface Page {
  readonly nodes: readonly { readonly name: string; readonly value: number | null }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
}

describe("a report", () => {
  test("by its id says how far it has come for one call, and its metrics come along with that", async () => {
    const { query, callsWithQueries } = gateway();
    const answer = await query(
      `query ($id: ID!) { report(id: $id) {
        id sourceId status createdAt
        metrics(first: 2, type: FULL_INTERVAL) { nodes { name value type startTime endTime } }
      } }`,
      { id },
    );
    expect(answer.report).toEqual({
      id: gid,
      sourceId: id,
      status: "COMPLETE",
      createdAt: "2026-03-03T23:00:00.000Z",
      metrics: {
        nodes: ["seconds_in_adherence", "adherence_percentage"].map((name) => ({
          name,
          value: expect.any(Number),
          type: "FULL_INTERVAL",
          startTime: "2026-03-03T00:00:00.000Z",
          endTime: "2026-03-04T00:00:00.000Z",
        })),
      },
    });
    expect(callsWithQueries()).toEqual([`${get}?limit=2&offset=0&type=full_interval`]);
  });

  test("that is complete is cached, and asked for no more than its status needs", async () => {
    const { query, callsWithQueries } = gateway();
    const document = `{ report(id: "${gid}") { status } }`;
    expect(await query(document)).toEqual({ report: { status: "COMPLETE" } });
    await query(document);
    expect(callsWithQueries()).toEqual([`${get}?limit=1&offset=0`]);
  });

  test("that does not exist is null", async () => {
    const { query, calls } = gateway();
    expect(await query(`{ report(id: "${unknownUuid}") { status metrics { totalCount } } }`)).toEqual({
      report: null,
    });
    expect(calls()).toEqual([`assembled GET /v0/reports/${unknownUuid}`]);
  });

  test.each([
    `gid://assembled/Person/${id}`,
    "adherence",
    `${id}.`,
    Array(15).fill(id).join("."),
    "../people",
  ])("is not asked for by %s", async (wrong) => {
    const { execute, calls } = gateway();
    const { errors } = await execute("query ($id: ID!) { report(id: $id) { status } }", { id: wrong });
    expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT" } }]);
    expect(calls()).toEqual([]);
  });

  test.each([
    [{ status: "queued" }, { status: null, createdAt: null, metrics: null }],
    [
      { status: "complete", metrics: null },
      { status: "COMPLETE", createdAt: null, metrics: { nodes: [] } },
    ],
    [
      { status: "error", created_at: "soon" },
      { status: "ERROR", createdAt: null, metrics: null },
    ],
  ])("that answers %j has what it says", async (body, expected) => {
    const { execute, sandbox, calls } = gateway();
    sandbox.assembled.inject({ row: "reports.get", reply: { status: 200, body } });
    const { data } = await execute(`{ report(id: "${id}") { status createdAt metrics { nodes { name } } } }`);
    expect(data.report).toEqual(expected);
    expect(calls()).toEqual([get]);
  });

  test.each([
    {},
    { status: 1 },
    { status: "complete", metrics: { a: 1 } },
    { status: "complete", metrics: [null] },
    { status: "complete", total_metric_count: 3 },
    [[]],
    "text",
  ])("that answers %j is an error, and not one without metrics", async (body) => {
    const { execute, sandbox, calls } = gateway();
    sandbox.assembled.inject({ row: "reports.get", reply: { status: 200, body } });
    const { data, errors } = await execute(`{ report(id: "${id}") { status metrics { nodes { name } } } }`);
    expect(data).toEqual({ report: null });
    expect(errors).toMatchObject([{ extensions: { code: "UPSTREAM_INVALID_RESPONSE" } }]);
    // What is no JSON may come from something in between, so that it is asked for again.
    expect(calls()).toEqual(Array(body === "text" ? 3 : 1).fill(get));
  });
});

describe("metrics", () => {
  const page = `query ($first: Int, $after: String, $names: [String!], $type: ReportMetricType) {
    report(id: "${id}") { metrics(first: $first, after: $after, names: $names, type: $type) {
      totalCount nodes { name value } pageInfo { hasNextPage endCursor }
    } }
  }`;

  test("are walked page by page, each once and in order, 500 for a call", async () => {
    const made = gateway();
    const expected = stored(made).map(({ name, value }) => ({ name, value }));
    const walked: unknown[] = [];
    let after: string | null = null;
    do {
      const { report } = await made.query(page, { after });
      const { nodes, pageInfo, totalCount } = report.metrics as Page & { totalCount: number };
      expect(totalCount).toBe(expected.length);
      walked.push(...nodes);
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after);
    expect(walked).toEqual(expected);
    expect(expected.length).toBeGreaterThan(1_000);
    // The status is that of the first page, which was read already.
    expect(made.calls()).toHaveLength(Math.ceil(expected.length / 500));
  });

  test("behind a cursor cost one call, which tells the status, too", async () => {
    const made = gateway();
    const first = await made.query(page, { first: 3 });
    await made.clock.advance(reference.freshMs + reference.staleWhileRevalidateMs);
    made.calls();
    const { report } = await made.query(page, { first: 2, after: first.report.metrics.pageInfo.endCursor });
    const next = stored(made).slice(3, 5);
    expect(report.metrics.nodes).toEqual(next.map(({ name, value }) => ({ name, value })));
    expect(made.callsWithQueries()).toEqual([`${get}?limit=2&offset=3`]);
  });

  test("are filtered upstream, by name and by type", async () => {
    const made = gateway();
    const { report } = await made.query(page, { names: [...names, names[0]], type: "FULL_INTERVAL" });
    const wanted = stored(made).filter(
      ({ attributes, name }) => names.includes(name) && attributes.type === "full_interval",
    );
    expect(report.metrics.nodes).toEqual(wanted.map(({ name, value }) => ({ name, value })));
    expect(made.callsWithQueries()).toEqual([
      `${get}?limit=500&offset=0&metric=${names[0]}&metric=${names[1]}&type=full_interval`,
    ]);
  });

  test.each([
    [{ names: [] }, 0],
    [{ first: 0 }, null],
  ])("of which none is wanted, %j, cost no call of their own", async (args, totalCount) => {
    const { query, callsWithQueries } = gateway();
    const { report } = await query(page, args);
    expect(report.metrics).toEqual({
      totalCount,
      nodes: [],
      pageInfo: { hasNextPage: false, endCursor: null },
    });
    expect(callsWithQueries()).toEqual([`${get}?limit=1&offset=0`]);
  });

  test.each([
    ["a blank name", { names: [" "] }],
    ["a name that is too long", { names: ["x".repeat(256)] }],
    ["more names than a URL should hold", { names: Array.from({ length: 51 }, (_, at) => `name ${at}`) }],
    ["a page that is too large", { first: 501 }],
    ["a cursor that is none", { after: "x" }],
  ])("are refused for %s, before any call", async (_, args) => {
    const { execute, calls } = gateway();
    const { errors } = await execute(page, args);
    expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT" } }]);
    expect(calls()).toEqual([]);
  });

  test("whose name the report does not know are an error of its own", async () => {
    const { execute, calls } = gateway();
    const { errors } = await execute(page, { names: ["tickets_solved"] });
    expect(errors).toMatchObject([{ path: ["report"], extensions: { code: "UPSTREAM_REJECTED" } }]);
    expect(calls()).toHaveLength(1);
  });

  test("name their people, for one read of the roster, which brings the sites along", async () => {
    const made = gateway();
    const { report } = await made.query(
      `{ report(id: "${id}") { metrics(type: FULL_INTERVAL) { nodes { person { agentId site { name } } } } } }`,
    );
    const agents = stored(made).filter(({ attributes }) => attributes.type === "full_interval");
    expect(report.metrics.nodes.map(({ person }: { person: { agentId: string } }) => person.agentId)).toEqual(
      agents.map(({ attributes }) => attributes.agent_id),
    );
    expect(made.calls()).toEqual([get, "assembled GET /v0/people"]);
  });

  test("of an agent whom the roster does not know, and of none, have no person", async () => {
    const { query, sandbox, calls } = gateway();
    const metric = (agent_id?: string) => ({
      name: "x",
      value: 1.5,
      attributes: { ...(agent_id && { agent_id }), start_time: 0, end_time: 900, type: "interval" },
    });
    const metrics = [metric(agentId("(gone)")), metric(), metric(agentId(1))];
    const body = { status: "complete", total_metric_count: 3, metrics };
    sandbox.assembled.inject({ row: "reports.get", reply: { status: 200, body } });
    const { report } = await query(
      `{ report(id: "${id}") { metrics { nodes { value person { agentId } } } } }`,
    );
    expect(report.metrics.nodes).toEqual([
      { value: 1.5, person: null },
      { value: 1.5, person: null },
      { value: 1.5, person: { agentId: agentId(1) } },
    ]);
    expect(calls()).toEqual([get, "assembled GET /v0/people"]);
  });

  test("may hold any JSON in any field, which is an error of that field at most", async () => {
    const made = gateway({
      parts: { reads: { keeps: false, shares: false }, limits: false },
      sandbox: { enforceLimits: false, sizes: { people: 20 } },
    });
    const spoiled = fc.record(
      {
        name: fc.jsonValue(),
        value: fc.jsonValue(),
        attributes: fc.oneof(
          fc.jsonValue(),
          fc.record({ agent_id: fc.jsonValue(), start_time: fc.jsonValue(), type: fc.jsonValue() }),
        ),
      },
      { requiredKeys: [] },
    );
    const good = { name: "good", value: 1, attributes: { start_time: 0, end_time: 900, type: "interval" } };
    const document = `{ report(id: "${id}") { status metrics { nodes { name value type startTime endTime person { id } } } } }`;
    await fc.assert(
      fc.asyncProperty(spoiled, async (row) => {
        const body = { status: "complete", total_metric_count: 2, metrics: [row, good] };
        const end = made.sandbox.assembled.inject({ row: "reports.get", reply: { status: 200, body } });
        const { data, errors } = await made.execute(document);
        await end();
        expect(data.report).toMatchObject({
          status: "COMPLETE",
          metrics: { nodes: [{}, { name: "good", value: 1 }] },
        });
        for (const { extensions, path } of errors) {
          expect([path?.slice(0, 4), extensions.code]).toEqual([
            ["report", "metrics", "nodes", 0],
            "UPSTREAM_INVALID_RESPONSE",
          ]);
        }
      }),
      { numRuns: 60 },
    );
  });
});
