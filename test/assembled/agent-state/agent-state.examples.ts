import { strayPlatformIds } from "../../../src/sandbox/data/assembled/agent-states.ts";
import { showcase } from "../../../src/sandbox/data/showcase.ts";
import { type NounExamples, quoted, windowOf } from "../../support/examples.ts";
import { byPerson } from "../keys.ts";

const windows = [windowOf(-1, 1), windowOf(-6, 9)];

const onPlatform = `agentPlatformId: "${strayPlatformIds.unassociated}"`;
const edited = (day: number) =>
  `${onPlatform}, platform: "api", state: "away", window: ${windowOf(day, 0.1)}`;

/** States of agents. */
export const examples: NounExamples = {
  arguments: (data) => {
    const people = byPerson(data);
    const state = quoted(data.assembled.agentStates.at(-1)?.external_id);
    const lists = (more: string) => [
      `(window: ${windowOf(-1, 1)}${more}, first: 20)`,
      `(window: ${windowOf(-6, 9)}${more}, first: 5)`,
      `(window: ${windowOf(-1, 1)}${more}, filter: { team: "${showcase.team.id}" }, first: 5)`,
      `(window: ${windowOf(-1, 1)}${more}, filter: { platforms: [] })`,
      ...people.map((by) => `(window: ${windowOf(-1, 1)}${more}, filter: { person: ${by} }, first: 3)`),
    ];
    return {
      Query: {
        agentStates: lists(""),
        condensedStates: [...lists(', priority: ["zendesk"]'), `(window: ${windowOf(-1, 1)}, first: 2)`],
        agentStateEdits: [`(window: ${windowOf(-3, 4)})`, `(window: ${windowOf(-3, 4)}, first: 1)`],
      },
      Person: {
        states: windows.flatMap((window) => [`(window: ${window})`, `(window: ${window}, first: 2)`]),
      },
      Mutation: {
        postAgentState: [
          `(input: { ${onPlatform}, state: "busy", time: ${quoted("2026-03-04T10:00:00Z")} })`,
        ],
        endAgentState: [`(input: { ${onPlatform}, time: ${quoted("2026-03-04T10:15:00Z")} })`],
        associatePlatformId: people
          .slice(0, 3)
          .map((person) => `(input: { agentPlatformId: "990003", person: ${person} })`),
        editAgentStates: [
          `(input: { edits: [{ insert: { ${edited(-2)} } }, { update: { externalId: ${state}, ${edited(-1)} } }] })`,
          `(input: { edits: [{ delete: { externalId: ${state}, ${onPlatform}, platform: "api" } }] })`,
        ],
      },
    };
  },
};
