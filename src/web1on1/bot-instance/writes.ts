import { write } from "../../fields/write.ts";
import type {
  MutationCreateBotInstanceArgs,
  MutationDeleteBotInstanceArgs,
  MutationResolvers,
  MutationUpdateBotInstanceArgs,
} from "../../generated/resolvers.ts";
import { sourceIdOf, toGlobalId } from "../../resolving/ids.ts";
import { updateMerged, usesOfMerges } from "../merging/merged-update.ts";
import { botInstances } from "./endpoints.ts";
import { botInstanceChanges, newBotInstance } from "./input.ts";
import { botInstanceKind } from "./loaders.ts";

/** Writes of instances of bots. */
export const Mutation = {
  createBotInstance: write(
    ({ input }: MutationCreateBotInstanceArgs) => ({
      endpoint: botInstances.create,
      body: newBotInstance(input),
    }),
    async ({ endpoint, body }, { call }) => {
      const botInstance = await call(endpoint, { body });
      return { botInstanceId: toGlobalId(botInstanceKind, botInstance.id), botInstance };
    },
  ),
  updateBotInstance: write(
    ({ id, input }: MutationUpdateBotInstanceArgs) => {
      const botInstance_id = sourceIdOf(botInstanceKind, id);
      const { body, merges } = botInstanceChanges(input);
      const uses = usesOfMerges(merges, botInstances.getToMerge);
      return { endpoint: botInstances.update, botInstance_id, body, merges, uses };
    },
    async ({ endpoint, botInstance_id, body, merges }, context) => {
      const { call, freshCall } = context;
      const botInstance = await updateMerged(
        {
          kind: botInstanceKind,
          sourceId: botInstance_id,
          merges,
          read: () => freshCall(botInstances.getToMerge, { botInstance_id }),
          update: (merged) => call(endpoint, { botInstance_id, body: { ...body, ...merged } }),
        },
        context,
      );
      return { botInstanceId: toGlobalId(botInstanceKind, botInstance_id), botInstance };
    },
  ),
  deleteBotInstance: write(
    ({ id }: MutationDeleteBotInstanceArgs) => ({
      endpoint: botInstances.delete,
      botInstance_id: sourceIdOf(botInstanceKind, id),
    }),
    async ({ endpoint, botInstance_id }, { call }) => {
      await call(endpoint, { botInstance_id });
      return { deletedBotInstanceId: toGlobalId(botInstanceKind, botInstance_id) };
    },
  ),
} satisfies MutationResolvers;
