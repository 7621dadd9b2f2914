import { activityTypeId, timeOffRequestId } from "../../../src/sandbox/data/ids.ts";
import { type NounExamples, pages, windowOf } from "../../support/examples.ts";
import { byPerson } from "../keys.ts";

const since = '"2026-01-01T00:00:00Z"';

/** Time off. */
export const examples: NounExamples = {
  arguments: (data) => {
    const people = byPerson(data).slice(0, 3);
    const request = `typeId: "${activityTypeId("time_off")}", window: ${windowOf(40, 2)}`;
    return {
      Query: {
        timeOffRequests: [
          ...pages,
          `(updatedSince: ${since}, status: PENDING, first: 50)`,
          `(window: ${windowOf(-1, 2)})`,
          `(window: ${windowOf(-30, 60)}, status: APPROVED, updatedSince: ${since}, first: 3)`,
        ],
        timeOffUpdates: [...pages, `(updatedSince: ${since}, type: APPROVE)`],
      },
      Person: {
        timeOffRequests: [
          `(window: ${windowOf(-1, 2)})`,
          `(window: ${windowOf(-6, 9)}, status: PENDING, first: 2)`,
        ],
      },
      Mutation: {
        createTimeOffRequest: [
          ...people.map((person) => `(input: { person: ${person}, ${request} })`),
          `(input: { person: ${people[0]}, ${request}, receivers: [${people.join(", ")}] })`,
        ],
        cancelTimeOffRequest: people.map(
          (canceledBy, at) =>
            `(id: "${timeOffRequestId(`waiting/${[11, 16, 21][at]}`)}", input: { canceledBy: ${canceledBy} })`,
        ),
      },
    };
  },
};
