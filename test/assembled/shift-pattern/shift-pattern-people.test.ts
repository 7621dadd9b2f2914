import { describe, expect, test } from "vitest";
import { agentId, shiftPatternId } from "../../../src/sandbox/data/ids.ts";
import { personCases, showcase } from "../../../src/sandbox/data/showcase.ts";
import { codesOf } from "../../support/errors.ts";
import { gateway } from "../../support/gateway.ts";
import { bodies } from "../../support/journal.ts";
import { patternOf } from "./writing.ts";

const list = "assembled GET /v0/shift_patterns";
const roster = "assembled GET /v0/people";
const assign = "assembled POST /v0/shift_patterns/assign";
const unassign = "assembled POST /v0/shift_patterns/unassign";
const weekdays = shiftPatternId("Weekdays");
const owls = shiftPatternId("Night owls");
const relief = shiftPatternId("Week-end relief");
const gid = (id: string) => `gid://assembled/ShiftPattern/${id}`;
const { personId: id, agentId: agent } = showcase.person;

const assignDocument = `mutation ($id: ID!, $people: [PersonLookup!]!) {
  assignShiftPattern(id: $id, people: $people) { shiftPatternId }
}`;
const unassignDocument =
  "mutation ($people: [PersonLookup!]!) { unassignShiftPattern(people: $people) { agentIds } }";

describe("people", () => {
  test("who are put on a pattern leave the one that they are on, each named once", async () => {
    const made = gateway();
    expect(await patternOf(made, agent)).toBe("Weekdays");
    const people = [{ agentId: agent }, { agentId: agentId(2) }, { id }];
    expect(await made.query(assignDocument, { id: relief, people })).toEqual({
      assignShiftPattern: { shiftPatternId: gid(relief) },
    });
    expect(bodies(made, "shiftPatterns.assign")).toEqual([
      { shift_pattern_id: relief, agent_ids: [agent, agentId(2)] },
    ]);
    expect(made.calls()).toEqual([assign]);
    expect(await patternOf(made, agent)).toBe("Week-end relief");
    expect(await patternOf(made, agentId(2))).toBe("Week-end relief");
  });

  test("who are named by address are searched for, unless all people of the pattern are asked for", async () => {
    const made = gateway();
    const people = [{ email: made.sandbox.data.assembled.people[1]?.email }];
    await made.query(assignDocument, { id: owls, people });
    expect(made.callsWithQueries()).toEqual([expect.stringContaining("/v0/people?search="), assign]);
    const whole = assignDocument.replace("shiftPatternId", "shiftPattern { people { nodes { email } } }");
    const other = gateway();
    await other.query(whole, { id: owls, people });
    expect(other.calls()).toEqual([roster, assign, list]);
  });

  test("are put on a pattern although the roster cannot be read ahead", async () => {
    const made = gateway();
    const whole = assignDocument.replace(
      "shiftPatternId",
      "shiftPatternId shiftPattern { people { nodes { email } } }",
    );
    made.sandbox.assembled.inject({ row: "people.list", reply: { status: 400 } });
    const { data, errors } = await made.execute(whole, { id: owls, people: [{ id }] });
    expect(data.assignShiftPattern).toEqual({ shiftPatternId: gid(owls), shiftPattern: { people: null } });
    expect(codesOf(errors)).toEqual(["UPSTREAM_REJECTED"]);
    expect(made.calls()).toEqual([roster, `${roster}/${id}`, assign, list, roster]);
  });

  test("who are taken off are on no pattern", async () => {
    const made = gateway();
    const people = [{ agentId: agent }, { agentId: agentId(2) }];
    expect(await made.query(unassignDocument, { people })).toEqual({
      unassignShiftPattern: { agentIds: [agent, agentId(2)] },
    });
    expect(made.calls()).toEqual([unassign]);
    expect(await patternOf(made, agent)).toBeUndefined();
  });

  test.each([
    [
      "on a pattern that does not exist",
      assignDocument,
      shiftPatternId("(gone)"),
      { agentId: agent },
      "NOT_FOUND",
      [assign, list, roster],
    ],
    [
      "when there is no such agent",
      assignDocument,
      owls,
      { agentId: agentId("(gone)") },
      "NOT_FOUND",
      [assign, list, roster],
    ],
    [
      "when there is no such agent to take off",
      unassignDocument,
      "",
      { agentId: agentId("(gone)") },
      "NOT_FOUND",
      [unassign, roster],
    ],
    [
      "who are no agents",
      assignDocument,
      owls,
      { id: personCases.agentless.personId },
      "BAD_USER_INPUT",
      [`${roster}/${personCases.agentless.personId}`],
    ],
  ])("are not moved %s", async (_, document, pattern, person, code, expected) => {
    const made = gateway();
    const { errors } = await made.execute(document, { id: pattern, people: [person] });
    expect(codesOf(errors)).toEqual([code]);
    expect(made.calls().sort()).toEqual([...expected].sort());
  });

  test("who are deleted for good are on no pattern any more", async () => {
    const made = gateway();
    const count = "query ($id: ID!) { shiftPattern(id: $id) { assignedCount } }";
    const before = await made.query(count, { id: weekdays });
    await made.query("mutation ($id: ID!) { deletePerson(id: $id, deletion: HARD) { deletedPersonId } }", {
      id,
    });
    const after = await made.query(count, { id: weekdays });
    expect(after.shiftPattern.assignedCount).toBe(before.shiftPattern.assignedCount - 1);
    expect(made.calls()).toEqual([list, `assembled DELETE /v0/people/${id}`, list]);
  });
});
