import { showcase } from "../../../src/sandbox/data/showcase.ts";
import { idsOf, type NounExamples, quoted } from "../../support/examples.ts";
import { collectionNode } from "../collection-example.ts";

/** Queues, sites, teams and skills. */
export const examples: NounExamples = {
  arguments: ({ assembled: { queues, sites, skills } }) => ({
    Query: {
      queue: [`(id: ${quoted(queues[0]?.id)})`],
      site: [`(id: ${quoted(sites[0]?.id)})`],
      team: [`(id: "${showcase.team.id}")`],
      skill: [`(id: ${quoted(skills[0]?.id)})`],
    },
  }),
  nodes: [
    collectionNode("Queue", "queues", "/v0/queues"),
    collectionNode("Site", "sites", "/v0/sites", ({ assembled }) => idsOf(assembled.sites.slice(0, 2))),
    collectionNode("Team", "teams", "/v0/teams", () => [showcase.team.id]),
    collectionNode("Skill", "skills", "/v0/skills"),
  ],
};
