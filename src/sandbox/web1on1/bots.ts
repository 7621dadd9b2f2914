import type { bots as endpoints } from "../../web1on1/bot/endpoints.ts";
import type { StoredBot } from "../data/web1on1/stored.ts";
import type { VerbHandlers } from "../emulator.ts";
import { plantedSecret } from "../planted-secret.ts";
import type { Store } from "../store.ts";
import { ownedObjects } from "./owned-objects.ts";
import type { SharedParts } from "./shared-parts.ts";
import { listOf, objectOf, oneOf, text, type Writable } from "./write-body.ts";

/** The fields that a bot can be written with: web1on1-v2.txt:7298-7544. */
const writable: Writable = {
  checks: {
    organization: text,
    name: text,
    description: text,
    status: oneOf("inactive", "active", "archived"),
    roles: listOf(text),
    audience: oneOf("global", "owner", "group"),
    tags: listOf(text),
    avatar: text,
    commands: listOf(text),
    meta: objectOf(),
  },
  required: ["name"],
  kept: ["organization", "status", "roles", "audience"],
};

/** Handlers of `/bots`. */
export function botHandlers(
  shared: SharedParts & { readonly bots: Store<StoredBot> },
): VerbHandlers<typeof endpoints> {
  const { bots } = shared;
  const owned = ownedObjects(
    { rows: bots, title: "bot", path: "/bots", hiddenStatuses: ["archived"], writable, isSigned: true },
    shared,
  );
  const get: VerbHandlers<typeof endpoints>["get"] = (request) => owned.get(request, request.params.bot_id);
  return {
    list: owned.list,
    create: (request) =>
      owned.create(request, (fields, set) => ({
        status: "active",
        roles: ["bot"],
        audience: "owner",
        ...fields,
        secret: plantedSecret("secret", set.id),
        ...set,
      })),
    get,
    getToMerge: get,
    // The secret is in the schema of the update alone: web1on1-v2.txt:7692-7945.
    update: (request) => owned.update(request, request.params.bot_id, { more: { secret: text } }),
    delete: (request) =>
      owned.delete(request, request.params.bot_id, ({ id }) => {
        bots.update(id, { status: "archived", updatedAt: new Date(request.nowMs).toISOString() });
      }),
  };
}
