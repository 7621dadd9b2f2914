import { showcase } from "../../../src/sandbox/data/showcase.ts";
import { idsOf, type NounExamples, pages } from "../../support/examples.ts";
import { isListed, unknownId } from "../upstream.ts";

const { botId } = showcase;
const { organizationId } = showcase.account;

/** Bots. */
export const examples: NounExamples = {
  arguments: (data) => {
    const { bots } = data.web1on1;
    const listed = bots.filter(isListed);
    return {
      Query: {
        bot: [`(id: "${botId}")`, `(id: "${bots.find((bot) => !isListed(bot))?.id}")`],
        bots: [
          ...pages,
          `(filter: { organization: "${organizationId}" })`,
          "(filter: { status: ARCHIVED, audience: OWNER }, sort: { field: NAME })",
        ],
      },
      Mutation: {
        createBot: [
          `(input: { name: "B" })`,
          `(input: { name: "B", organizationId: "${organizationId}", meta: { a: 1 } })`,
        ],
        updateBot: [
          `(id: "${botId}", input: { name: "Survey" })`,
          `(id: "${botId}", input: { meta: { a: 1 } })`,
          `(id: "${listed.at(-1)?.id}", input: { status: INACTIVE })`,
        ],
        deleteBot: [`(id: "${listed.at(-2)?.id}")`],
      },
    };
  },
  nodes: [
    {
      system: "web1on1",
      type: "Bot",
      listed: ({ web1on1 }) => idsOf(web1on1.bots.filter(isListed)),
      unlisted: ({ web1on1 }) => idsOf(web1on1.bots.filter((row) => !isListed(row))),
      asked: () => [botId, showcase.sharedBotId],
      point: (id) => `/bots/${id}`,
      list: "/bots",
      pageSize: 100,
      unknownId,
    },
  ],
};
