import { describe, expect, test } from "vitest";
import { groupId } from "../../../src/sandbox/data/ids.ts";
import { gateway } from "../../support/gateway.ts";

describe("a report of several jobs", () => {
  const jobs = ["one", "two", "three"].map((key) => groupId(`job/${key}`));
  const several = `gid://assembled/Report/${jobs.join(".")}`;
  const metric = (name: string) => ({ name, value: 1, attributes: { type: "full_interval" } });
  const page = `query ($first: Int, $after: String) {
    report(id: "${several}") { status createdAt metrics(first: $first, after: $after) {
      totalCount edges { cursor node { name } } pageInfo { hasNextPage hasPreviousPage endCursor }
    } }
  }`;

  /** A gateway over jobs that have so many metrics, or the status that stands in their place. */
  function jobsGateway(...contents: readonly (number | string)[]) {
    const made = gateway();
    const { assembled } = made.sandbox;
    const handle = assembled.handle.bind(assembled);
    assembled.handle = async (request) => {
      const { pathname, searchParams } = new URL(request.target, "http://assembled.test");
      const at = jobs.findIndex((job) => pathname.endsWith(job));
      if (at < 0) return handle(request);
      const content = contents[at] ?? 0;
      if (typeof content === "string") return { status: 200, body: { status: content } };
      const all = Array.from({ length: content }, (_, place) => metric(`${at}.${place}`));
      const [limit, offset] = ["limit", "offset"].map((name) => Number(searchParams.get(name)));
      const metrics = all.slice(offset, (offset ?? 0) + (limit ?? 0));
      const created_at = `2026-03-0${at + 1}T00:00:00Z`;
      return { status: 200, body: { status: "complete", created_at, total_metric_count: content, metrics } };
    };
    return made;
  }

  test.each([
    [[3, "in_progress", 3], "IN_PROGRESS", 2],
    [["error", 3, 3], "ERROR", 1],
    [[3, 3, "error"], "ERROR", 3],
    // The others are asked for metrics once the first turns out to have none.
    [[0, 0, 0], "COMPLETE", 5],
  ] as const)("%j is %s, for %i calls", async (contents, status, calls) => {
    const made = jobsGateway(...contents);
    const { report } = await made.query(`{ report(id: "${several}") { status metrics { nodes { name } } } }`);
    expect(report).toEqual({ status, metrics: status === "COMPLETE" ? { nodes: [] } : null });
    expect(made.calls()).toHaveLength(calls);
  });

  test("of which one does not exist is null", async () => {
    const { query } = gateway();
    expect(await query(page)).toEqual({ report: null });
  });

  test("gives the metrics of all in order, a page from one job at a time", async () => {
    const made = jobsGateway(3, 0, 2);
    const names: string[] = [];
    const sizes: number[] = [];
    let after: string | null = null;
    do {
      const { report } = await made.query(page, { first: 2, after });
      const { edges, pageInfo, totalCount } = report.metrics;
      expect([totalCount, report.createdAt]).toEqual([null, "2026-03-01T00:00:00.000Z"]);
      expect(pageInfo.hasPreviousPage).toBe(after !== null);
      names.push(...edges.map(({ node }: { node: { name: string } }) => node.name));
      sizes.push(edges.length);
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after);
    expect([names, sizes]).toEqual([
      ["0.0", "0.1", "0.2", "2.0", "2.1"],
      [2, 1, 2],
    ]);
    // A job whose end is known is not asked for what is behind it.
    const offsets = made.callsWithQueries().map((call) => call.replace(/^.*offset=/, ""));
    expect([...new Set(offsets)]).toEqual(["0", "2"]);
  });

  test("is asked for metrics only where a page begins, and else for its status", async () => {
    const made = jobsGateway(3, 3, 3);
    const { report } = await made.query(page, { first: 3 });
    await made.query(page, { first: 3, after: report.metrics.pageInfo.endCursor });
    const queries = made.callsWithQueries().map((call) => {
      const [path = "", query] = call.split("?");
      return [jobs.findIndex((job) => path.endsWith(job)), query];
    });
    expect(queries).toEqual([
      [0, "limit=3&offset=0"],
      [1, "limit=1&offset=0"],
      [2, "limit=1&offset=0"],
      [0, "limit=1&offset=0"],
      [1, "limit=3&offset=0"],
    ]);
  });

  test("goes on behind any of its cursors", async () => {
    const made = jobsGateway(2, 2, 2);
    const first = await made.query(page, { first: 2 });
    const [edge] = first.report.metrics.edges;
    const second = await made.query(page, { first: 5, after: edge.cursor });
    expect(second.report.metrics.edges.map(({ node }: { node: { name: string } }) => node.name)).toEqual([
      "0.1",
    ]);
    expect(second.report.metrics.pageInfo.hasNextPage).toBe(true);
  });
});
