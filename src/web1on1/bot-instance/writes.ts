import type {
  MutationCreateBotInstanceArgs,
  MutationResolvers,
  MutationUpdateBotInstanceArgs,
} from "../../generated/resolvers.ts";
import { objectWrites } from "../object-writes.ts";
import { botInstances } from "./endpoints.ts";
import { botInstanceChanges, newBotInstance } from "./input.ts";
import { botInstanceKind } from "./loaders.ts";

const writes = objectWrites({ name: "botInstance", kind: botInstanceKind, parameter: "botInstance_id" });

/** Creates and changes instances, and deletes them for good. */
export const Mutation = {
  createBotInstance: writes.create(botInstances.create, ({ input }: MutationCreateBotInstanceArgs) => ({
    body: newBotInstance(input),
  })),
  updateBotInstance: writes.update(botInstances, ({ input }: MutationUpdateBotInstanceArgs) =>
    botInstanceChanges(input),
  ),
  deleteBotInstance: writes.delete(botInstances.delete),
} satisfies MutationResolvers;
