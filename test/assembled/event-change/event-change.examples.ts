import { showcase } from "../../../src/sandbox/data/showcase.ts";
import { type NounExamples, windowOf } from "../../support/examples.ts";
import { byPerson } from "../keys.ts";

const windows = [windowOf(-1, 1), windowOf(-6, 9)];

/** Changes of schedules. */
export const examples: NounExamples = {
  arguments: (data) => ({
    Query: {
      eventChanges: [
        ...windows.map((window) => `(window: ${window}, first: 20)`),
        `(window: ${windowOf(-6, 9)}, filter: { schedule: "${showcase.draftScheduleId}" })`,
        ...byPerson(data).map((by) => `(window: ${windowOf(-6, 9)}, filter: { person: ${by} }, first: 3)`),
      ],
    },
    Person: {
      eventChanges: windows.flatMap((window) => [`(window: ${window})`, `(window: ${window}, first: 2)`]),
    },
  }),
};
