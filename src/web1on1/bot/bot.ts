import { atMost } from "../../estimate/range.ts";
import { byId } from "../../fields/look-up.ts";
import { deletedPayload, payload } from "../../fields/payload.ts";
import type { BotResolvers, QueryBotsArgs, QueryResolvers } from "../../generated/resolvers.ts";
import { optionalSourceIdOf } from "../../resolving/ids.ts";
import { identity } from "../../resolving/node-fields.ts";
import type { Noun } from "../../resolving/noun.ts";
import { listField, sortParameter } from "../lists/list-query.ts";
import { ownedList } from "../lists/owned-list.ts";
import { organizationKind } from "../organization/loaders.ts";
import { organizationRef } from "../organization/look-up.ts";
import { userRef } from "../user/user-ref.ts";
import { type BotJson, bots } from "./endpoints.ts";
import { allBots, botById, botKind, botsOfOrganization } from "./loaders.ts";
import { Mutation } from "./writes.ts";

const Query = {
  bot: byId(botKind, botById),
  bots: listField(allBots, ({ filter, sort }: QueryBotsArgs) => ({
    organization: optionalSourceIdOf(organizationKind, filter?.organization),
    status: filter?.status ?? undefined,
    audience: filter?.audience ?? undefined,
    sort: sortParameter(sort),
  })),
} satisfies QueryResolvers;

const Bot = {
  ...identity(botKind),
  organization: organizationRef(({ organization }: BotJson) => organization),
  createdBy: userRef(({ createdBy }: BotJson) => createdBy),
  updatedBy: userRef(({ updatedBy }: BotJson) => updatedBy),
} satisfies BotResolvers;

/** Bots, which take part in conversations by themselves. */
export const bot: Noun = {
  endpoints: { bots },
  loaders: { allBots, botById, botsOfOrganization },
  nodes: [{ kind: botKind, loader: botById }],
  resolvers: {
    Query,
    Mutation,
    Bot,
    Organization: { bots: ownedList(botsOfOrganization) },
    // The update answers the bot, as a rule.
    UpdateBotPayload: payload("bot", botKind, botById, atMost(1)),
    DeleteBotPayload: deletedPayload("bot", botKind, botById),
  },
};
