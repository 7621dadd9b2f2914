import { directory } from "../../rest/cache-policy.ts";
import { optionalRecord, requireRecord, type StoredJson } from "../../rest/message/shape.ts";
import { DELETE, endpoints, GET, PATCH, POST } from "../endpoints.ts";
import { type ListQuery, linkedPage } from "../lists/page-json.ts";
import { linkedRows } from "../lists/row-facts.ts";

/** An instance of a bot as Web1on1 answers it. Unset fields are left out upstream. */
export interface BotInstanceJson {
  readonly id: string;
  /** Id of the organization that the bot works for. */
  readonly organization?: string | null;
  /** Id of the bot. */
  readonly bot?: string | null;
  readonly name?: string | null;
  readonly description?: string | null;
  readonly avatar?: string | null;
  readonly enabled?: boolean | null;
  /** Only where a setting shows it. */
  readonly meta?: Readonly<Record<string, unknown>> | null;
  /** Id of a user. */
  readonly createdBy?: string | null;
  /** Id of a user. */
  readonly updatedBy?: string | null;
  readonly createdAt?: string | null;
  readonly updatedAt?: string | null;
}

/** Writable fields of an instance; `meta` replaces what is stored. */
export interface BotInstanceBody {
  readonly organization?: string;
  readonly bot?: string;
  readonly name?: string;
  readonly description?: string | null;
  readonly avatar?: string | null;
  readonly enabled?: boolean;
  readonly meta?: Readonly<Record<string, unknown>>;
}

/** Filters of the list of instances. */
export interface BotInstancesQuery extends ListQuery {
  readonly organization?: string | undefined;
  readonly bot?: string | undefined;
}

/** Shows whether an instance was made. */
const newestBotInstances =
  "query ($bot: ID!) { botInstances(filter: { bot: $bot }, sort: { field: CREATED_AT, direction: DESCENDING }) { nodes { id name createdAt } } }";

/** Instances of bots: web1on1-v2.txt:7955-8438. */
export const botInstances = endpoints(
  {
    cache: directory,
    invalidates: ["botInstances"],
    reconcile: newestBotInstances,
    sensitive: ["meta"],
    rows: linkedRows(["organization"]),
  },
  {
    list: GET("/botinstances")
      .query<BotInstancesQuery>()
      .returns(linkedPage<BotInstanceJson>),
    create: POST("/botinstances")
      .adds("botInstances")
      .body<BotInstanceBody & { readonly bot: string; readonly name: string }>()
      .returns(requireRecord<BotInstanceJson>),
    get: GET("/botinstances/{botInstance_id}").returns(requireRecord<BotInstanceJson>),
    /** With `meta`, and numbers to the digit: only to be merged with a patch and sent back, never cached or answered. */
    getToMerge: GET("/botinstances/{botInstance_id}")
      .cache("never")
      .exact()
      .whole()
      .returns(requireRecord<StoredJson>),
    update: PATCH("/botinstances/{botInstance_id}")
      .sets("botInstances", "botInstance_id")
      .body<BotInstanceBody>()
      .returns(optionalRecord<BotInstanceJson>),
    /** Deletes for good, since it has no status to be archived in. */
    delete: DELETE("/botinstances/{botInstance_id}")
      .removes("botInstances", "botInstance_id")
      .returns<undefined>(),
  },
);
