import { showcase } from "../../../src/sandbox/data/showcase.ts";
import { idsOf, type NounExamples, pages, quoted, windowOf } from "../../support/examples.ts";
import { byPerson, unknownUuid } from "../keys.ts";

/** People. */
export const examples: NounExamples = {
  arguments: (data) => {
    const { people, roles } = data.assembled;
    const newPerson = (email: string) =>
      `firstName: "A", lastName: "B", email: "${email}", timezone: "UTC", roleId: ${quoted(roles[0]?.id)}, staffable: true`;
    return {
      Query: {
        person: byPerson(data).map((by) => `(by: ${by})`),
        people: [
          ...pages,
          `(filter: { team: "${showcase.team.id}" }, first: 100)`,
          "(filter: { channels: [] })",
          "(sort: { field: LAST_NAME }, first: 4)",
        ],
      },
      Person: {
        activities: [windowOf(-1, 1), windowOf(-6, 9)].flatMap((window) => [
          `(window: ${window})`,
          `(window: ${window}, first: 2)`,
        ]),
      },
      ...Object.fromEntries(
        ["Queue", "Role", "Site", "Skill", "Team"].map((type) => [type, { people: pages }]),
      ),
      Mutation: {
        createPerson: [`(input: { ${newPerson("a@b.example")} })`],
        createPeople: [`(input: { people: [{ ${newPerson("c@b.example")} }] })`],
        updatePerson: [`(id: "${people[30]?.id}", input: { firstName: "Z" })`],
        deletePerson: [`(id: "${people[40]?.id}")`, `(id: "${people[41]?.id}", deletion: HARD)`],
      },
    };
  },
  nodes: [
    {
      system: "assembled",
      type: "Person",
      listed: ({ assembled }) => idsOf(assembled.people),
      asked: ({ assembled }) => idsOf(assembled.people.slice(0, 12)),
      point: (id) => `/v0/people/${id}`,
      list: "/v0/people",
      pageSize: 500,
      unknownId: unknownUuid,
    },
  ],
};
