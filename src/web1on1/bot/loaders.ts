import { pointRead, sliceRead } from "../../lists/keyed-read.ts";
import { kind } from "../ids.ts";
import { byObjectId } from "../lists/by-object-id.ts";
import { linkedList } from "../lists/linked-list.ts";
import { ofOrganization } from "../lists/of-owner.ts";
import { type BotsQuery, bots } from "./endpoints.ts";

/** Ids of bots. */
export const botKind = kind("Bot");

/** All bots but archived ones. */
export const allBots = linkedList(
  "bots",
  sliceRead(bots.list, (query: BotsQuery) => ({ query })),
);

/** Bots by id, archived ones included. */
export const botById = byObjectId(
  allBots,
  pointRead(bots.get, (bot_id) => ({ bot_id })),
);

/** Listed bots by the id of the organization that owns them. */
export const botsOfOrganization = ofOrganization(allBots, (organization) =>
  sliceRead(bots.list, (page) => ({ query: { organization, ...page } })),
);
