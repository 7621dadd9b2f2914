import { write } from "../../fields/write.ts";
import type {
  MutationCreateBotArgs,
  MutationDeleteBotArgs,
  MutationResolvers,
  MutationUpdateBotArgs,
} from "../../generated/resolvers.ts";
import { sourceIdOf, toGlobalId } from "../../resolving/ids.ts";
import { updateMerged, usesOfMerges } from "../merging/merged-update.ts";
import { ownObject } from "../own-object.ts";
import { bots } from "./endpoints.ts";
import { botChanges, newBot } from "./input.ts";
import { botKind } from "./loaders.ts";

/** Where the gateway acts by the token of a bot: a bot has the id of its user. */
const ownBot = ownObject(
  ({ id }) => id,
  "This is the bot that the gateway itself acts as; it must stay active, or all access to Web1on1 ends.",
);

/** Writes of bots. */
export const Mutation = {
  createBot: write(
    ({ input }: MutationCreateBotArgs) => ({ endpoint: bots.create, body: newBot(input) }),
    async ({ endpoint, body }, { call }) => {
      const bot = await call(endpoint, { body });
      return { botId: toGlobalId(botKind, bot.id), bot };
    },
  ),
  updateBot: write(
    ({ id, input }: MutationUpdateBotArgs) => {
      const bot_id = sourceIdOf(botKind, id);
      const { body, merges } = botChanges(input);
      const ends = Boolean(body.status && body.status !== "active");
      const uses = [...(ends ? ownBot.uses : []), ...usesOfMerges(merges, bots.getToMerge)];
      return { endpoint: bots.update, bot_id, body, merges, ends, uses };
    },
    async ({ endpoint, bot_id, body, merges, ends }, context) => {
      const { call, freshCall } = context;
      if (ends) await ownBot.protect(bot_id, context);
      const bot = await updateMerged(
        {
          kind: botKind,
          sourceId: bot_id,
          merges,
          read: () => freshCall(bots.getToMerge, { bot_id }),
          update: (merged) => call(endpoint, { bot_id, body: { ...body, ...merged } }),
        },
        context,
      );
      return { botId: toGlobalId(botKind, bot_id), bot };
    },
  ),
  deleteBot: write(
    ({ id }: MutationDeleteBotArgs) => ({
      endpoint: bots.delete,
      bot_id: sourceIdOf(botKind, id),
      uses: ownBot.uses,
    }),
    async ({ endpoint, bot_id }, context) => {
      await ownBot.protect(bot_id, context);
      await context.call(endpoint, { bot_id });
      return { deletedBotId: toGlobalId(botKind, bot_id) };
    },
  ),
} satisfies MutationResolvers;
