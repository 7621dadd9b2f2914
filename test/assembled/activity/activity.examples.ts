import { showcase } from "../../../src/sandbox/data/showcase.ts";
import { type NounExamples, windowOf } from "../../support/examples.ts";
import { byPerson } from "../keys.ts";

const { agentId } = showcase.person;

const activity = (person: string | undefined, day: number) =>
  `person: ${person}, typeId: "${showcase.shiftTypeId}", window: ${windowOf(day, 0.04)}`;

const moments = ["", `(at: "2026-03-05T12:10:00Z")`];

/** Activities. */
export const examples: NounExamples = {
  arguments: (data) => {
    const people = byPerson(data);
    const [byId, byAgent] = people;
    return {
      Query: {
        activities: [
          `(window: ${windowOf(-1, 1)}, first: 20)`,
          `(window: ${windowOf(-6, 9)}, first: 20)`,
          `(window: ${windowOf(-20, 30)}, first: 5)`,
          `(window: ${windowOf(-1, 1)}, filter: { agents: ["${agentId}"] })`,
          `(window: ${windowOf(-1, 1)}, filter: { agents: [] })`,
          ...people.map((by) => `(window: ${windowOf(-1, 1)}, filter: { people: [${by}] })`),
        ],
      },
      Person: { onShift: moments, currentActivity: moments },
      Mutation: {
        createActivity: ["REFUSE", "ALLOW", "REPLACE"].flatMap((policy, at) =>
          people.slice(0, 3).map((by) => `(input: { ${activity(by, 40 + at)}, onConflict: ${policy} })`),
        ),
        createActivities: ["REFUSE", "REPLACE"].map(
          (policy, at) =>
            `(input: { activities: [{ ${activity(byId, 50 + at)} }, { ${activity(byAgent, 99 + at)} }], onConflict: ${policy} })`,
        ),
        deleteActivities: [
          `(input: { window: ${windowOf(60, 1)}, people: [${people.slice(0, 3).join(", ")}] })`,
        ],
      },
    };
  },
};
