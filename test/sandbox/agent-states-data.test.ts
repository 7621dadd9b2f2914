import { expect, test } from "vitest";
import { strayPlatformIds } from "../../src/sandbox/data/assembled/agent-states.ts";
import { showcase } from "../../src/sandbox/data/showcase.ts";
import { createSandboxData } from "../support/sandbox-data.ts";

const midnightMs = Date.UTC(2026, 2, 17);
const { agentStates, associations, eventChanges, people, stateEdits } =
  createSandboxData(midnightMs).assembled;

const idsOnPlatforms = (agent: string | null | undefined) =>
  associations.filter(({ agent_id }) => agent_id === agent).map(({ agent_platform_id }) => agent_platform_id);

/** Names of the states of an agent at an hour of the day. */
const statesAt = (agent: string | null | undefined, hour: number) => {
  const moment = midnightMs / 1000 + hour * 3600;
  const ids = idsOnPlatforms(agent);
  return agentStates
    .filter(({ agent_platform_id }) => ids.includes(agent_platform_id))
    .filter(({ start_time, end_time }) => start_time <= moment && (end_time ?? moment + 1) > moment)
    .map(({ state }) => state);
};

test("states are of agents who are at work, but for two ids that are no living person's", () => {
  const agents = new Map(
    associations.map(({ agent_platform_id, agent_id }) => [agent_platform_id, agent_id]),
  );
  expect(agents.size).toBe(associations.length);
  const strays = new Set<string>(Object.values(strayPlatformIds));
  for (const { agent_platform_id } of agentStates) {
    const person = people.find(({ agent_id }) => agent_id && agent_id === agents.get(agent_platform_id));
    expect([strays.has(agent_platform_id), person?.deleted]).toEqual(
      strays.has(agent_platform_id) ? [true, undefined] : [false, false],
    );
  }
  expect(new Set(agentStates.map(({ external_id }) => external_id)).size).toBe(agentStates.length);
});

test("the showcase person has a state at every hour of the day, and others of the team have different ones", () => {
  const team = people.filter(({ deleted, teams }) => !deleted && teams?.includes(showcase.team.id));
  for (let hour = 0; hour < 24; hour += 1) {
    expect(statesAt(showcase.person.agentId, hour).length).toBeGreaterThan(0);
    const states = new Set(team.flatMap(({ agent_id }) => statesAt(agent_id, hour)));
    expect(states.size).toBeGreaterThan(1);
  }
});

test("two weeks of all states are three pages at most, so that fifty agents cost few calls", () => {
  expect(agentStates.length).toBeGreaterThan(500);
  expect(agentStates.length).toBeLessThanOrEqual(3 * 500);
});

test("edits and changes lie before the day, and name their authors as people are known", () => {
  for (const { created_at } of stateEdits) expect(created_at).toBeLessThan(midnightMs / 1000);
  for (const { modified_at } of eventChanges) expect(modified_at).toBeLessThan(midnightMs / 1000);
  const authors = eventChanges.flatMap(({ modified_by }) => (modified_by?.id ? [modified_by] : []));
  expect(authors.length).toBeGreaterThan(0);
  for (const { id, name, email } of authors) {
    const person = people.find((each) => each.id === id);
    expect([name, email]).toEqual([`${person?.first_name} ${person?.last_name}`, person?.email]);
  }
  const ofPerson = eventChanges.filter(({ event_agent_id }) => event_agent_id === showcase.person.agentId);
  expect(ofPerson.length).toBeGreaterThan(0);
});

test("of changes made one has both sides, one has none before and one has none after", () => {
  const kinds = new Set(
    eventChanges.map(({ event_change_type, old_start_time, new_start_time }) =>
      [event_change_type, old_start_time != null, new_start_time != null].join(" "),
    ),
  );
  expect(kinds).toEqual(new Set(["modify true true", "create false true", "delete true false"]));
});
