import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { RequirementJson } from "../../../src/assembled/requirement/endpoints.ts";
import { idOf, longestPart } from "../../../src/assembled/requirement/window-read.ts";
import { partsOf } from "../../../src/assembled/spans.ts";
import { activityTypeId, requirementTypeId } from "../../../src/sandbox/data/ids.ts";
import { showcase } from "../../../src/sandbox/data/showcase.ts";
import { gateway, type TestGateway } from "../../support/gateway.ts";

const list = "assembled GET /v0/requirements";
const types = "assembled GET /v0/requirement_types";
const document = `query ($window: TimeWindow!, $types: [ID!], $first: Int, $after: String) {
  requirements(window: $window, types: $types, first: $first, after: $after) {
    nodes { startTime endTime required scheduled type { name } }
    pageInfo { hasNextPage endCursor }
  }
}`;
const hour = { start: "2026-03-04T10:00:00Z", end: "2026-03-04T11:00:00Z" };
const onShift = requirementTypeId("On shift");

interface Node {
  readonly startTime: string;
  readonly endTime: string;
  readonly type: { readonly name: string };
}

const nameOf = ({ requirement_type_id: id }: RequirementJson) => (id === onShift ? "On shift" : "Phones");

const nodesOf = async (made: TestGateway, variables: Readonly<Record<string, unknown>>) =>
  (await made.query(document, variables)).requirements.nodes;

test("requirements of all types come for one call and the types", async () => {
  const made = gateway();
  const nodes = await nodesOf(made, { window: hour });
  expect(nodes.map(({ type }: { type: { name: string } }) => type.name).sort()).toEqual([
    "Chat floor",
    "Chat orders",
    "Learning",
    "On shift",
    "Phones",
  ]);
  for (const { startTime, endTime, required } of nodes) {
    expect([startTime, endTime]).toEqual(["2026-03-04T10:00:00.000Z", "2026-03-04T11:00:00.000Z"]);
    expect(required).toBeGreaterThan(0);
  }
  expect(made.callsWithQueries()).toEqual([`${list}?start_time=1772618400&end_time=1772622000`, types]);
});

test("types are picked from the one read, and an empty list of them costs nothing", async () => {
  const made = gateway();
  const picked = { window: hour, types: [`gid://assembled/RequirementType/${onShift}`] };
  expect(await nodesOf(made, picked)).toMatchObject([{ type: { name: "On shift" } }]);
  expect(made.calls()).toEqual([list, types]);
  expect(await nodesOf(made, { window: hour })).toHaveLength(5);
  expect(await nodesOf(made, { window: hour, types: [] })).toEqual([]);
  expect(made.calls()).toEqual([]);
});

test("agents on schedule are counted anew once an activity was written", async () => {
  const made = gateway();
  const scheduled = async () => {
    const [{ scheduled }] = await nodesOf(made, { window: hour, types: [requirementTypeId("Learning")] });
    return scheduled;
  };
  const before = await scheduled();
  await made.query(
    "mutation ($input: CreateActivityInput!) { createActivity(input: $input) { activityId } }",
    {
      input: {
        person: { agentId: showcase.person.agentId },
        typeId: activityTypeId("training"),
        window: { start: hour.start, end: "2026-03-04T10:30:00Z" },
        onConflict: "ALLOW",
      },
    },
  );
  expect(await scheduled()).toBeCloseTo(before + 0.5);
  expect(made.calls()).toEqual([list, types, "assembled POST /v0/activities", list]);
});

describe("a window of more than 31 days", () => {
  const quarter = { start: "2026-01-15T00:00:00Z", end: "2026-04-15T00:00:00Z" };

  test("is read in parts of 31 days, without gaps or repeats", async () => {
    const made = gateway();
    const startsFrom = async (after: string | null): Promise<number[]> => {
      const variables = { window: quarter, types: [onShift], first: 500, after };
      const { nodes, pageInfo } = (await made.query(document, variables)).requirements;
      const starts = nodes.map(({ startTime }: { startTime: string }) => Date.parse(startTime));
      return pageInfo.hasNextPage ? [...starts, ...(await startsFrom(pageInfo.endCursor))] : starts;
    };
    const starts = await startsFrom(null);
    expect(starts).toEqual(
      Array.from({ length: 90 * 24 }, (_, at) => Date.parse(quarter.start) + at * 3_600_000),
    );
    expect(made.callsWithQueries().filter((call) => call.startsWith(list))).toEqual([
      `${list}?start_time=1768435200&end_time=1771113600`,
      `${list}?start_time=1771113600&end_time=1773792000`,
      `${list}?start_time=1773792000&end_time=1776211200`,
    ]);
  });

  test("is an error when a part of it cannot be read", async () => {
    const made = gateway();
    made.sandbox.assembled.inject({ row: "requirements.list", skips: 1, times: 1, reply: { status: 400 } });
    const { data, errors } = await made.execute(document, { window: quarter });
    expect(data).toEqual({ requirements: null });
    expect(errors).toMatchObject([{ extensions: { code: "UPSTREAM_REJECTED", status: 400 } }]);
    expect(made.calls()).toEqual([list, list, list]);
  });

  test("may have 366 days", async () => {
    const made = gateway();
    const year = { start: "2026-01-01T00:00:00Z", end: "2027-01-02T00:00:00Z" };
    expect(await nodesOf(made, { window: year, first: 1 })).toHaveLength(1);
    expect(made.calls().filter((call) => call === list)).toHaveLength(12);
  });
});

describe("parts of a window", () => {
  const anyWindow = fc
    .tuple(fc.integer({ min: 0, max: 4e9 }), fc.integer({ min: 1, max: 366 * 86_400 + 1 }))
    .map(([start_time, length]) => ({ start_time, end_time: start_time + length }));

  test("follow one another from its start to its end, and none is longer than 31 days", () => {
    fc.assert(
      fc.property(anyWindow, (window) => {
        const parts = partsOf(window, longestPart);
        expect(parts[0]?.start_time).toBe(window.start_time);
        expect(parts.at(-1)?.end_time).toBe(window.end_time);
        for (const [at, { start_time, end_time }] of parts.entries()) {
          expect(end_time).toBeGreaterThan(start_time);
          expect(end_time - start_time).toBeLessThanOrEqual(31 * 86_400);
          if (at > 0) expect(start_time).toBe(parts[at - 1]?.end_time);
        }
      }),
    );
  });

  test("give each requirement once, whichever of them it is in", async () => {
    const daySeconds = 86_400;
    const newYear = Date.parse("2026-01-01T00:00:00Z") / 1000;
    const isoOf = (seconds: number) => new Date(seconds * 1000).toISOString();
    const made = gateway({
      parts: { reads: { keeps: false, shares: false }, limits: false },
      sandbox: { enforceLimits: false },
    });
    const anyRow = fc
      .record({
        name: fc.constantFrom("On shift", "Phones"),
        day: fc.integer({ min: -10, max: 110 }),
        days: fc.integer({ min: 1, max: 40 }),
      })
      .map(
        ({ name, day, days }): RequirementJson => ({
          ...{ requirement_type_id: requirementTypeId(name), required: 1, scheduled: 1 },
          ...{ start_time: newYear + day * daySeconds, end_time: newYear + (day + days) * daySeconds },
        }),
      );
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(anyRow, { selector: idOf }),
        fc.integer({ min: 1, max: 100 }),
        async (rows, days) => {
          const rowsIn = (fromDay: number, untilDay: number) =>
            rows.filter(
              ({ start_time, end_time }) =>
                start_time < newYear + untilDay * daySeconds && end_time > newYear + fromDay * daySeconds,
            );
          const partCount = Math.ceil(days / 31);
          const reply = Array.from({ length: partCount }, (_, at) => ({
            status: 200,
            body: { requirements: rowsIn(at * 31, Math.min(days, (at + 1) * 31)) },
          }));
          const end = made.sandbox.assembled.inject({ row: "requirements.list", reply });
          const window = { start: isoOf(newYear), end: isoOf(newYear + days * daySeconds) };
          // A repeated row would take the place of another one.
          const nodes: Node[] = await nodesOf(made, { window, first: rowsIn(0, days).length });
          await end();
          expect(
            nodes.map(({ startTime, endTime, type }) => [startTime, endTime, type.name].join()).sort(),
          ).toEqual(
            rowsIn(0, days)
              .map((row) => [isoOf(row.start_time), isoOf(row.end_time), nameOf(row)].join())
              .sort(),
          );
          expect(made.calls().filter((call) => call === list)).toHaveLength(partCount);
        },
      ),
      { numRuns: 50 },
    );
  });
});

test("values of any kind spoil nothing but their own field", async () => {
  const made = gateway();
  const row = { start_time: 1_772_618_400, end_time: 1_772_622_000, required: 1, scheduled: 2 };
  const requirements = [
    { ...row, requirement_type_id: onShift },
    { ...row, requirement_type_id: ["SECRET"], required: "SECRET" },
    { ...row, requirement_type_id: requirementTypeId("(gone)"), scheduled: 0.25 },
  ];
  made.sandbox.assembled.inject({ row: "requirements.list", reply: { status: 200, body: { requirements } } });
  const { data, errors } = await made.execute(document, { window: hour });
  expect(data.requirements.nodes).toMatchObject([
    { type: null, required: null, scheduled: 2 },
    { type: { name: "On shift" }, required: 1, scheduled: 2 },
    { type: null, required: 1, scheduled: 0.25 },
  ]);
  expect(errors.map(({ path }) => path?.slice(2)).sort()).toEqual([
    [0, "required"],
    [0, "type"],
  ]);
  expect(JSON.stringify(errors)).not.toContain("SECRET");
});

test.each([[{}], [{ requirements: {} }], [{ requirements: [null] }]])(
  "%j in place of the list is an error, and not an empty list",
  async (body) => {
    const made = gateway();
    made.sandbox.assembled.inject({ row: "requirements.list", reply: { status: 200, body } });
    const { data, errors } = await made.execute(document, { window: hour });
    expect(data).toEqual({ requirements: null });
    expect(errors).toMatchObject([{ extensions: { code: "UPSTREAM_INVALID_RESPONSE" } }]);
  },
);

describe("what cannot be right costs no call:", () => {
  test.each([
    ["a window of more than 366 days", { window: { ...hour, end: "2027-03-06T10:00:00Z" } }, /366 days/],
    ["a window the wrong way round", { window: { start: hour.end, end: hour.start } }, /window\.end/],
    [
      "the id of another type",
      { types: [`gid://assembled/Queue/${onShift}`] },
      /the id of a RequirementType/,
    ],
    ["a page that is too large", { first: 501 }, /first is 501/],
  ])("%s", async (_, more, message) => {
    const { execute, calls } = gateway();
    const { errors } = await execute(document, { window: hour, ...more });
    expect(errors).toMatchObject([
      { message: expect.stringMatching(message), extensions: { code: "BAD_USER_INPUT" } },
    ]);
    expect(calls()).toEqual([]);
  });
});
