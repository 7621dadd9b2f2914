import { directory } from "../../rest/cache-policy.ts";
import { optionalRecord, requireRecord, type StoredJson } from "../../rest/message/shape.ts";
import { DELETE, endpoints, GET, PATCH, POST } from "../endpoints.ts";
import { type ListQuery, linkedPage } from "../lists/page-json.ts";

/** A bot as Web1on1 answers it, less `secret`. Unset fields are left out upstream. */
export interface BotJson {
  /** That of the bot's own user, too. */
  readonly id: string;
  /** Id of the organization that owns it. */
  readonly organization?: string | null;
  readonly name?: string | null;
  readonly description?: string | null;
  readonly status?: string | null;
  readonly roles?: readonly string[] | null;
  readonly audience?: string | null;
  readonly tags?: readonly string[] | null;
  readonly avatar?: string | null;
  readonly commands?: readonly string[] | null;
  /** Only where a setting shows it. */
  readonly meta?: Readonly<Record<string, unknown>> | null;
  /** Id of a user. */
  readonly createdBy?: string | null;
  /** Id of a user. */
  readonly updatedBy?: string | null;
  readonly createdAt?: string | null;
  readonly updatedAt?: string | null;
}

/** Writable fields of a bot; `meta` and lists replace what is stored. */
export interface BotBody {
  readonly organization?: string;
  readonly name?: string;
  readonly description?: string | null;
  readonly status?: string;
  readonly roles?: readonly string[];
  readonly audience?: string;
  readonly tags?: readonly string[];
  readonly avatar?: string | null;
  readonly commands?: readonly string[];
  readonly meta?: Readonly<Record<string, unknown>>;
}

/** Filters of the list of bots. */
export interface BotsQuery extends ListQuery {
  readonly organization?: string | undefined;
  readonly status?: string | undefined;
  readonly audience?: string | undefined;
}

/** Shows whether a bot was made. */
const newestBots =
  "query { bots(sort: { field: CREATED_AT, direction: DESCENDING }) { nodes { id name createdAt } } }";

/**
 * Bots: web1on1-v2.txt:7232-7954. A bot is a user as well, and an instance may come and go with it (web1on1-v2.txt:7956),
 * so its writes may change both.
 */
export const bots = endpoints(
  {
    cache: directory,
    invalidates: ["bots", "botInstances", "users"],
    reconcile: newestBots,
    sensitive: ["meta"],
  },
  {
    list: GET("/bots")
      .query<BotsQuery>()
      .returns(linkedPage<BotJson>),
    create: POST("/bots")
      .body<BotBody & { readonly name: string }>()
      .returns(requireRecord<BotJson>),
    get: GET("/bots/{bot_id}").returns(requireRecord<BotJson>),
    /** With `meta`, and numbers to the digit: only to be merged with a patch and sent back, never cached or answered. */
    getToMerge: GET("/bots/{bot_id}")
      .cache("never")
      .exact()
      .whole()
      .returns(requireRecord<StoredJson>),
    /** Only here can the secret be set (web1on1-v2.txt:7692-7945). */
    update: PATCH("/bots/{bot_id}")
      .body<BotBody & { readonly secret?: string }>()
      .returns(optionalRecord<BotJson>),
    /** Archives, as the statuses tell: the bot leaves the lists and still answers by id. */
    delete: DELETE("/bots/{bot_id}").returns<undefined>(),
  },
);
