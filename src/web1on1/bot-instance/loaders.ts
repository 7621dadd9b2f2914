import type { KeysOf } from "../../lists/indexed-rows.ts";
import { pointRead, sliceRead } from "../../lists/keyed-read.ts";
import { idIn, keysIn } from "../../rest/row-values.ts";
import { kind } from "../ids.ts";
import { byObjectId } from "../lists/by-object-id.ts";
import { linkedList } from "../lists/linked-list.ts";
import { ofOrganization, ofOwner } from "../lists/of-owner.ts";
import { type BotInstanceJson, type BotInstancesQuery, botInstances } from "./endpoints.ts";

/** Ids of instances of bots. */
export const botInstanceKind = kind("BotInstance");

/** All instances of bots. */
export const allBotInstances = linkedList(
  "botInstances",
  sliceRead(botInstances.list, (query: BotInstancesQuery) => ({ query })),
);

/** Instances by id. */
export const botInstanceById = byObjectId(
  allBotInstances,
  pointRead(botInstances.get, (botInstance_id) => ({ botInstance_id })),
);

/** Listed instances by the id of the organization that they work for. */
export const botInstancesOfOrganization = ofOrganization(allBotInstances, (organization) =>
  sliceRead(botInstances.list, (page) => ({ query: { organization, ...page } })),
);

const byBot: KeysOf<BotInstanceJson> = ({ bot }) => keysIn(idIn(bot));

/** Listed instances by the id of their bot. */
export const botInstancesOfBot = ofOwner(allBotInstances, byBot, (bot) =>
  sliceRead(botInstances.list, (page) => ({ query: { bot, ...page } })),
);
