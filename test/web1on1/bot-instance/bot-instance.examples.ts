import { showcase } from "../../../src/sandbox/data/showcase.ts";
import { idsOf, type NounExamples, pages } from "../../support/examples.ts";
import { unknownId } from "../upstream.ts";

const { botId, botInstanceId, sharedBotId } = showcase;
const { organizationId } = showcase.account;

/** Instances of bots. */
export const examples: NounExamples = {
  arguments: (data) => {
    const { botInstances } = data.web1on1;
    return {
      Query: {
        botInstance: [`(id: "${botInstanceId}")`],
        botInstances: [
          ...pages,
          `(filter: { organization: "${organizationId}" })`,
          `(filter: { bot: "${sharedBotId}" }, sort: { field: CREATED_AT, direction: DESCENDING })`,
        ],
      },
      Bot: { instances: pages },
      Mutation: {
        createBotInstance: [
          `(input: { botId: "${botId}", name: "B" })`,
          `(input: { botId: "${botId}", name: "B", organizationId: "${organizationId}", enabled: false })`,
        ],
        updateBotInstance: [
          `(id: "${botInstanceId}", input: { name: "How was it?" })`,
          `(id: "${botInstanceId}", input: { meta: { a: 1 } })`,
        ],
        deleteBotInstance: [`(id: "${botInstances[50]?.id}")`],
      },
    };
  },
  nodes: [
    {
      system: "web1on1",
      type: "BotInstance",
      listed: ({ web1on1 }) => idsOf(web1on1.botInstances),
      asked: () => [botInstanceId],
      point: (id) => `/botinstances/${id}`,
      list: "/botinstances",
      pageSize: 100,
      unknownId,
    },
  ],
};
