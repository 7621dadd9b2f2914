import type { botInstances as endpoints } from "../../web1on1/bot-instance/endpoints.ts";
import type { StoredBot, StoredBotInstance } from "../data/web1on1/stored.ts";
import type { VerbHandlers } from "../emulator.ts";
import { Refusal } from "../refusal.ts";
import type { Store } from "../store.ts";
import { ownedObjects } from "./owned-objects.ts";
import type { SharedParts } from "./shared-parts.ts";
import { flag, objectOf, text, type Writable } from "./write-body.ts";

/** The fields that an instance can be written with: web1on1-v2.txt:8007-8166. */
const writable: Writable = {
  checks: {
    organization: text,
    bot: text,
    name: text,
    description: text,
    avatar: text,
    enabled: flag,
    meta: objectOf(),
  },
  required: ["bot", "name"],
  kept: ["organization", "enabled"],
};

/** Handlers of `/botinstances`. */
export function botInstanceHandlers(
  shared: SharedParts & {
    readonly bots: Store<StoredBot>;
    readonly botInstances: Store<StoredBotInstance>;
  },
): VerbHandlers<typeof endpoints> {
  const { bots, botInstances } = shared;
  // A bot may be shared with organizations that its owner does not reach, so it only has to be there.
  const check = ({ bot }: Partial<StoredBotInstance>): void => {
    if (bot !== undefined && bots.get(bot) === undefined) throw new Refusal(400, "unknown bot");
  };
  const owned = ownedObjects(
    { rows: botInstances, title: "bot instance", path: "/botinstances", writable, isSigned: true, check },
    shared,
  );
  const get: VerbHandlers<typeof endpoints>["get"] = (request) =>
    owned.get(request, request.params.botInstance_id);
  return {
    list: owned.list,
    create: (request) =>
      owned.create(request, ({ bot = "", ...fields }, set) => ({ enabled: true, ...fields, bot, ...set })),
    get,
    getToMerge: get,
    update: (request) => owned.update(request, request.params.botInstance_id),
    delete: (request) =>
      owned.delete(request, request.params.botInstance_id, ({ id }) => void botInstances.remove(id)),
  };
}
