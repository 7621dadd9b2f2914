import type { SandboxData } from "../../../src/sandbox/data/sandbox-data.ts";
import { showcase } from "../../../src/sandbox/data/showcase.ts";
import { idsOf, type NounExamples, quoted } from "../../support/examples.ts";
import { collectionNode } from "../collection-example.ts";

type Groups = SandboxData["assembled"]["queues"];

/** The writes of one type of group: of a new one, of its first, and of its last. */
const writes = (type: string, groups: Groups) => ({
  [`create${type}s`]: [
    `(input: { ${type.toLowerCase()}s: [{ name: "One" }, { name: "Two", parentId: ${quoted(groups[0]?.id)} }] })`,
  ],
  [`update${type}`]: [
    `(id: ${quoted(groups[0]?.id)}, input: { name: "Renamed", parentId: null })`,
    `(id: ${quoted(groups[1]?.id)}, input: { parentId: ${quoted(groups[0]?.id)} })`,
  ],
  [`delete${type}s`]: [`(ids: [${quoted(groups.at(-1)?.id)}])`],
});

/** Queues, sites, teams and skills. */
export const examples: NounExamples = {
  arguments: ({ assembled: { queues, sites, skills, teams } }) => ({
    Query: {
      queue: [`(id: ${quoted(queues[0]?.id)})`],
      site: [`(id: ${quoted(sites[0]?.id)})`],
      team: [`(id: "${showcase.team.id}")`],
      skill: [`(id: ${quoted(skills[0]?.id)})`],
    },
    Mutation: {
      ...writes("Queue", queues),
      ...writes("Site", sites),
      ...writes("Team", teams),
      ...writes("Skill", skills),
    },
  }),
  nodes: [
    collectionNode("Queue", "queues", "/v0/queues"),
    collectionNode("Site", "sites", "/v0/sites", ({ assembled }) => idsOf(assembled.sites.slice(0, 2))),
    collectionNode("Team", "teams", "/v0/teams", () => [showcase.team.id]),
    collectionNode("Skill", "skills", "/v0/skills"),
  ],
};
