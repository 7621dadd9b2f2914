import { describe, expect, test } from "vitest";
import { runOperation } from "./run-operation.ts";

describe("calls of a cold gateway to Assembled", () => {
  test("wallboard: a team with its states, shifts and absences", async () => {
    const { data, called } = await runOperation("wallboard");
    const { nodes } = data.people;
    expect(nodes).toHaveLength(43);
    const has = (field: string) => (person: Record<string, { nodes: unknown[] }>) =>
      (person[field]?.nodes.length ?? 0) > 0;
    for (const field of ["states", "activities", "timeOffRequests"])
      expect(nodes.some(has(field))).toBe(true);
    for (const field of ["currentState", "shiftPattern"])
      expect(nodes.some((person: Record<string, unknown>) => person[field])).toBe(true);
    expect(called.sort()).toEqual([
      "assembled GET /v0/activities",
      "assembled GET /v0/agents/state",
      "assembled GET /v0/agents/state",
      "assembled GET /v0/agents/state/condensed_timeline",
      "assembled GET /v0/people",
      "assembled GET /v0/shift_patterns",
      "assembled GET /v0/time_off/requests",
    ]);
  });

  test("staffing-day: forecast, plan, what came and who was needed, with queues and activity types", async () => {
    const { data, called } = await runOperation("staffing-day");
    const { forecastedVsActuals, forecasts, forecastTotals, requirements } = data;
    expect(forecastedVsActuals.nodes.every(({ queue }: { queue: unknown }) => queue)).toBe(true);
    expect(forecastedVsActuals.nodes.length).toBe(forecasts.nodes.length);
    const actual = forecastedVsActuals.nodes.map(
      ({ contactsReceived }: { contactsReceived: { actual: number | null } }) => contactsReceived.actual,
    );
    expect(new Set(actual.map((value: unknown) => value === null))).toEqual(new Set([true, false]));
    expect(forecastTotals.nodes).toHaveLength(3);
    const types = new Set(requirements.nodes.map(({ type }: { type: { name: string } }) => type.name));
    expect(types.size).toBe(5);
    expect(called.sort()).toEqual(
      [
        ...["forecasted_vs_actuals", "forecasts", "forecasts/totals", "requirements", "requirement_types"],
        ...["queues", "activity_types"],
      ]
        .map((path) => `assembled GET /v0/${path}`)
        .sort(),
    );
  });

  test("adherence: one start, a look after each second or two, and the roster", async () => {
    const { data, called } = await runOperation("adherence");
    const { id, metrics, status } = data.adherenceReport;
    expect(status).toBe("COMPLETE");
    expect(metrics.nodes.length).toBeGreaterThan(10);
    for (const { name, person, value } of metrics.nodes) {
      expect([name, value]).toEqual([
        expect.stringMatching(/^(adherence_percentage|seconds_in_adherence)$/),
        expect.any(Number),
      ]);
      expect(person.firstName).toEqual(expect.any(String));
    }
    const look = `assembled GET /v0/reports/${id.split("/").at(-1)}`;
    expect(called).toEqual(["assembled POST /v0/reports/adherence", look, look, "assembled GET /v0/people"]);
  });

  test("move-shift-pattern: the roster, one write, and one list for the pattern and those of its people", async () => {
    const { data, called } = await runOperation("move-shift-pattern");
    const { shiftPattern } = data.assignShiftPattern;
    expect(shiftPattern).toMatchObject({ name: "Night owls", assignedCount: expect.any(Number) });
    expect(shiftPattern.people.nodes).toHaveLength(5);
    for (const person of shiftPattern.people.nodes) {
      expect(person).toEqual({ email: expect.any(String), shiftPattern: { name: "Night owls" } });
    }
    expect(called).toEqual([
      "assembled GET /v0/people",
      "assembled POST /v0/shift_patterns/assign",
      "assembled GET /v0/shift_patterns",
    ]);
  });

  test("time-off-inbox: one page, the roster and the types", async () => {
    const { data, called } = await runOperation("time-off-inbox");
    const { nodes, totalCount, pageInfo } = data.timeOffRequests;
    expect(nodes).toHaveLength(50);
    expect(totalCount).toBeGreaterThan(50);
    expect(pageInfo.hasNextPage).toBe(true);
    for (const node of nodes) expect(node.status).toBe("PENDING");
    expect(nodes[0]).toMatchObject({
      type: { name: "Time off" },
      person: { firstName: expect.any(String), site: { name: expect.any(String) } },
      updates: [],
    });
    expect(called.sort()).toEqual([
      "assembled GET /v0/activity_types",
      "assembled GET /v0/people",
      "assembled GET /v0/time_off/requests",
    ]);
  });
});
