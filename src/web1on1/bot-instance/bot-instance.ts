import { atMost } from "../../estimate/range.ts";
import { byId } from "../../fields/look-up.ts";
import { payload } from "../../fields/payload.ts";
import { ref } from "../../fields/reference.ts";
import type {
  BotInstanceResolvers,
  QueryBotInstancesArgs,
  QueryResolvers,
} from "../../generated/resolvers.ts";
import { optionalSourceIdOf } from "../../resolving/ids.ts";
import { identity } from "../../resolving/node-fields.ts";
import type { Noun } from "../../resolving/noun.ts";
import { readableReferenceIn } from "../../resolving/referenced.ts";
import { botById, botKind } from "../bot/loaders.ts";
import { listField, sortParameter } from "../lists/list-query.ts";
import { ownedList, ownedPage } from "../lists/owned-list.ts";
import { organizationKind } from "../organization/loaders.ts";
import { organizationRef } from "../organization/look-up.ts";
import { userRef } from "../user/user-ref.ts";
import { type BotInstanceJson, botInstances } from "./endpoints.ts";
import {
  allBotInstances,
  botInstanceById,
  botInstanceKind,
  botInstancesOfBot,
  botInstancesOfOrganization,
} from "./loaders.ts";
import { Mutation } from "./writes.ts";

const Query = {
  botInstance: byId(botInstanceKind, botInstanceById),
  botInstances: listField(allBotInstances, ({ filter, sort }: QueryBotInstancesArgs) => ({
    organization: optionalSourceIdOf(organizationKind, filter?.organization),
    bot: optionalSourceIdOf(botKind, filter?.bot),
    sort: sortParameter(sort),
  })),
} satisfies QueryResolvers;

const BotInstance = {
  ...identity(botInstanceKind),
  bot: ref(botKind, botById, ({ bot }: BotInstanceJson) => readableReferenceIn(botKind, bot)),
  organization: organizationRef(({ organization }: BotInstanceJson) => organization),
  createdBy: userRef(({ createdBy }: BotInstanceJson) => createdBy),
  updatedBy: userRef(({ updatedBy }: BotInstanceJson) => updatedBy),
} satisfies BotInstanceResolvers;

/** Instances of bots, each of which turns a bot on for an organization. */
export const botInstance: Noun = {
  endpoints: { botInstances },
  loaders: { allBotInstances, botInstanceById, botInstancesOfOrganization, botInstancesOfBot },
  nodes: [{ kind: botInstanceKind, loader: botInstanceById }],
  resolvers: {
    Query,
    Mutation,
    BotInstance,
    Bot: { instances: ownedPage(botInstancesOfBot) },
    Organization: { botInstances: ownedList(botInstancesOfOrganization) },
    // The update answers the instance, as a rule.
    UpdateBotInstancePayload: payload("botInstance", botInstanceKind, botInstanceById, atMost(1)),
  },
};
