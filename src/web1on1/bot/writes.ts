import type {
  MutationCreateBotArgs,
  MutationResolvers,
  MutationUpdateBotArgs,
} from "../../generated/resolvers.ts";
import { objectWrites } from "../object-writes.ts";
import { ownObject } from "../own-object.ts";
import { bots } from "./endpoints.ts";
import { botChanges, newBot } from "./input.ts";
import { botKind } from "./loaders.ts";

/** Where the gateway acts by the token of a bot: a bot has the id of its user. */
const ownBot = ownObject(
  ({ id }) => id,
  "This is the bot that the gateway itself acts as; it must stay active, or all access to Web1on1 ends.",
);

const writes = objectWrites({
  name: "bot",
  kind: botKind,
  parameter: "bot_id",
  own: ownBot,
  isEnd: ({ body: { status } }) => status !== undefined && status !== "active",
});

/** Creates, changes and archives bots; the one that the gateway acts as stays active. */
export const Mutation = {
  createBot: writes.create(bots.create, ({ input }: MutationCreateBotArgs) => ({ body: newBot(input) })),
  updateBot: writes.update(bots, ({ input }: MutationUpdateBotArgs) => botChanges(input)),
  deleteBot: writes.delete(bots.delete),
} satisfies MutationResolvers;
