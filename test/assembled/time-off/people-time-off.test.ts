import { describe, expect, test } from "vitest";
import { timeOffRequestId } from "../../../src/sandbox/data/ids.ts";
import { personCases, showcase } from "../../../src/sandbox/data/showcase.ts";
import { gateway } from "../../support/gateway.ts";
import { today } from "../../support/time.ts";
import { gid, idsOf, overlapping, yearBefore } from "./requests.ts";

const list = "assembled GET /v0/time_off/requests";
const roster = "assembled GET /v0/people";

describe("requests for time off of people", () => {
  const ofTeam = `query ($window: TimeWindow!, $team: ID!) { people(filter: { team: $team }, first: 100) { nodes {
    agentId timeOffRequests(window: $window) { totalCount nodes { id person { agentId } updates { type } } }
  } } }`;

  test("are one read, however many they are, and their person is known", async () => {
    const { query, calls } = gateway();
    const { people: page } = await query(ofTeam, { window: today, team: showcase.team.id });
    expect(page.nodes.length).toBeGreaterThan(20);
    for (const { agentId: agent, timeOffRequests: own } of page.nodes) {
      expect(idsOf(own.nodes)).toEqual(overlapping(({ agent_id }) => agent_id === agent));
      expect(own.totalCount).toBe(own.nodes.length);
      for (const node of own.nodes) expect(node.person).toEqual({ agentId: agent });
    }
    expect(
      page.nodes.some(
        (node: { timeOffRequests: { totalCount: number } }) => node.timeOffRequests.totalCount > 0,
      ),
    ).toBe(true);
    expect(calls()).toEqual([roster, list]);
  });

  test("share a read where windows begin on one day", async () => {
    const { query, callsWithQueries } = gateway();
    const { personId: id } = showcase.person;
    const later = { start: "2026-03-04T07:00:00Z", end: "2026-06-04T12:00:00Z" };
    const { person } = await query(
      `query ($id: ID!, $today: TimeWindow!, $later: TimeWindow!) { person(by: { id: $id }) {
        today: timeOffRequests(window: $today) { nodes { id } }
        later: timeOffRequests(window: $later, first: 1) { nodes { id } pageInfo { hasNextPage } }
        pending: timeOffRequests(window: $later, status: PENDING) { totalCount }
      } }`,
      { id, today, later },
    );
    expect(idsOf(person.today.nodes)).toEqual([gid(timeOffRequestId("early/1"))]);
    expect(person.later).toEqual({
      nodes: [{ id: gid(timeOffRequestId("early/1")) }],
      pageInfo: { hasNextPage: true },
    });
    expect(person.pending.totalCount).toBeGreaterThan(1);
    expect(callsWithQueries().sort()).toEqual([
      `${roster}/${id}`,
      `${list}?updated_since=${yearBefore}&limit=500&offset=0`,
      `${list}?updated_since=${yearBefore}&type=pending&limit=500&offset=0`,
    ]);
  });

  test("who are no agents are those that name the person, both ways", async () => {
    const { query, calls } = gateway();
    const { personId: id } = personCases.agentless;
    const window = { start: "2026-03-05T00:00:00Z", end: "2026-03-06T00:00:00Z" };
    const own = gid(timeOffRequestId("agentless"));
    const { person, timeOffRequests: all } = await query(
      `query ($id: ID!, $window: TimeWindow!) {
        person(by: { id: $id }) { timeOffRequests(window: $window) { nodes { id } } }
        timeOffRequests(window: $window, first: 100) { nodes { id person { sourceId } type { name } } }
      }`,
      { id, window },
    );
    expect(idsOf(person.timeOffRequests.nodes)).toEqual([own]);
    expect(all.nodes).toContainEqual({ id: own, person: { sourceId: id }, type: { name: "Time off" } });
    expect(all.nodes).toContainEqual({ id: gid(timeOffRequestId("lost")), person: null, type: null });
    expect(calls().sort()).toEqual(["assembled GET /v0/activity_types", roster, list]);
  });
});
