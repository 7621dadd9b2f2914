import { describe, expect, test } from "vitest";
import { showcase } from "../../../src/sandbox/data/showcase.ts";
import { explained } from "../../support/explained.ts";
import { gateway } from "../../support/gateway.ts";

const window = { start: "2026-03-04T00:00:00Z", end: "2026-03-05T00:00:00Z" };
const { agentId: agent } = showcase.person;
const activities = "assembled GET /v0/activities";
const requirementTypes = "assembled GET /v0/requirement_types";
const types = "assembled GET /v0/activity_types";

const own = "activities(window: $window) { nodes { id } }";
const absences = "timeOffRequests(window: $window) { nodes { type { name } } }";
const peopleDocument = (...fields: string[]) =>
  `query ($window: TimeWindow!) { people(first: 50) { nodes { ${fields.join(" ")} } } }`;
const callsOfPeople = [activities, "assembled GET /v0/people", "assembled GET /v0/time_off/requests"];

const requirementsDocument = `{
  activities(window: { start: "${window.start}", end: "${window.end}" }, filter: { agents: ["${agent}"] }) { nodes { id } }
  requirementTypes { activityTypes { name } }
}`;

const namesIn = ({ requirementTypes: rows }: { requirementTypes: { activityTypes: { name: string }[] }[] }) =>
  rows.flatMap(({ activityTypes }) => activityTypes.map(({ name }) => name));
const names = ["Shift", "Training", "Meeting"];

describe("types need no call where activities of the operation bring them along:", () => {
  test.each([
    ["before", [own, absences]],
    ["behind", [absences, own]],
  ])("activities of people, selected %s what has the types", async (_, fields) => {
    const { query, calls } = gateway();
    const { people } = await query(peopleDocument(...fields), { window });
    const found = people.nodes.flatMap(
      (person: { timeOffRequests: { nodes: { type: { name: string } }[] } }) =>
        person.timeOffRequests.nodes.map(({ type }) => type.name),
    );
    expect(new Set(found)).toContain("Time off");
    expect(calls().sort()).toEqual(callsOfPeople);
  });

  test("activities that are fresh", async () => {
    const { query, calls } = gateway();
    await query(peopleDocument(own), { window });
    calls();
    await query(peopleDocument(own, absences), { window });
    expect(calls()).toEqual(["assembled GET /v0/time_off/requests"]);
  });

  test("activities of a window, which is told once", async () => {
    const made = gateway();
    const { data, upstream } = await explained(made, requirementsDocument);
    expect(namesIn(data as Parameters<typeof namesIn>[0])).toEqual(names);
    expect(made.calls().sort()).toEqual([activities, requirementTypes]);
    expect(upstream.totals.assembled).toMatchObject({ network: 2, sideLoaded: 1 });
  });
});

describe("types are read as a list", () => {
  test("where the activities cannot be read", async () => {
    const { execute, calls, sandbox } = gateway();
    sandbox.assembled.inject({ row: "activities.list", reply: { status: 403 } });
    const { data, errors } = await execute(requirementsDocument);
    expect(errors?.map(({ path }) => path)).toEqual([["activities"]]);
    expect(namesIn(data as Parameters<typeof namesIn>[0])).toEqual(names);
    expect(calls().sort()).toEqual([activities, types, requirementTypes].sort());
  });

  test.each([
    ["does not come along", {}],
    ["comes along as something else", { activity_types: [] }],
  ])("where a type %s", async (_, more) => {
    const { query, calls, sandbox } = gateway();
    const body = { activities: {}, ...more };
    sandbox.assembled.inject({ row: "activities.list", reply: { status: 200, body } });
    expect(namesIn(await query(requirementsDocument))).toEqual(names);
    expect(calls().sort()).toEqual([activities, types, requirementTypes].sort());
  });

  test("after a write, of which activities that were read before it know nothing", async () => {
    const { query, calls } = gateway();
    const { personId: id } = showcase.person;
    const update = 'updatePerson(id: $id, input: { firstName: "Ada" })';
    const document = `mutation ($id: ID!, $window: TimeWindow!) {
      before: ${update} { person { ${own} ${absences} } }
      behind: ${update} { person { ${absences} } }
    }`;
    const { before, behind } = await query(document, { id, window });
    expect(behind.person.timeOffRequests).toEqual(before.person.timeOffRequests);
    expect(behind.person.timeOffRequests.nodes).not.toEqual([]);
    const write = `assembled PATCH /v0/people/${id}`;
    const [first, ...others] = calls();
    expect([first, others.slice(0, 2).sort(), ...others.slice(2)]).toEqual([
      write,
      [activities, "assembled GET /v0/time_off/requests"],
      write,
      types,
    ]);
  });
});
