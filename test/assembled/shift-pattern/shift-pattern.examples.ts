import { agentId, shiftPatternId } from "../../../src/sandbox/data/ids.ts";
import { type NounExamples, pages } from "../../support/examples.ts";
import { collectionNode } from "../collection-example.ts";
import { byPerson } from "../keys.ts";

const weekdays = shiftPatternId("Weekdays");
const shift =
  "{ startTime: { dayOfWeek: SUNDAY, hour: 17 }, endTime: { dayOfWeek: MONDAY, hour: 5, minute: 30 } }";

/** Shift patterns. */
export const examples: NounExamples = {
  arguments: (data) => {
    const people = byPerson(data).slice(0, 3);
    return {
      Query: { shiftPattern: [`(id: "${weekdays}")`] },
      ShiftPattern: { people: pages },
      Mutation: {
        createShiftPattern: people.map(
          (author, at) =>
            `(input: { name: "Pattern ${at}", timezone: "Europe/Paris", author: ${author}, shifts: [${shift}] })`,
        ),
        updateShiftPattern: people.map(
          (author) => `(id: "${weekdays}", input: { author: ${author}, description: "Changed" })`,
        ),
        deleteShiftPattern: [`(id: "${shiftPatternId("Week-end relief")}")`],
        assignShiftPattern: [
          `(id: "${weekdays}", people: [${people.join(", ")}])`,
          `(id: "${weekdays}", people: [${people[1]}])`,
          `(id: "${weekdays}", people: [${people[2]}])`,
        ],
        unassignShiftPattern: [`(people: [{ agentId: "${agentId(13)}" }])`, `(people: [${people[2]}])`],
      },
    };
  },
  nodes: [collectionNode("ShiftPattern", "shiftPatterns", "/v0/shift_patterns", () => [weekdays])],
};
