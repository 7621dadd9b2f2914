import { volatile } from "../../rest/cache-policy.ts";
import { requireRecord } from "../../rest/message/shape.ts";
import { DELETE, endpoints, GET, POST, PUT } from "../endpoints.ts";
import { type EmptyJson, idIn, type PageJson, type PageQuery, pageIn, updatedIdIn } from "../page-json.ts";

/** One thing that an account or contact did, or one measurement of it. */
export interface UsageLogJson {
  readonly id: string;
  /** RFC 3339. */
  readonly timestamp: string;
  /** `Action`, `Metric` or `CumulativeMetric`; rows written before v2 may say `Message`. */
  readonly type: string;
  readonly content: string;
  readonly attribute?: string | null;
  /** A number, or a text with its unit: `$20` (assembly-accounts-contacts-v2.txt:167-168). */
  readonly value?: number | string | null;
  readonly metadata?: Readonly<Record<string, unknown>> | null;
  /** The account that it belongs to; no document promises that rows carry it. */
  readonly account_id?: string | null;
  /** The contact that it belongs to; no document promises that rows carry it. */
  readonly contact_id?: string | null;
}

/** Writable fields of a usage log. */
export interface UsageLogBody {
  /** RFC 3339. */
  readonly timestamp?: string;
  readonly type?: "Action" | "Metric" | "CumulativeMetric";
  readonly content?: string;
  readonly attribute?: string;
  readonly value?: number | null;
  /** Replaces the stored map as a whole. */
  readonly metadata?: Readonly<Record<string, unknown>>;
}

/** The body that logs usage; metrics need a `value` besides. */
export type NewUsageLogBody = UsageLogBody &
  Required<Pick<UsageLogBody, "timestamp" | "type" | "content" | "attribute">>;

/** No document shows what one log comes in. */
interface OneJson {
  readonly log?: UsageLogJson;
  readonly logs?: readonly UsageLogJson[] | PageJson<UsageLogJson>;
}

function one({ log, logs }: OneJson): UsageLogJson {
  const rows = logs && ("data" in logs ? logs.data : logs);
  return requireRecord((log ?? rows?.[0]) as UsageLogJson);
}

const page = (wire: { readonly logs: PageJson<UsageLogJson> }) => pageIn(wire.logs);

/** Shows whether usage was logged: by its time it may stand further down than the first page. */
const logsOfOwner = `query ($of: AccountOrContactLookup, $after: String) {
  usageLogs(of: $of, first: 100, after: $after) {
    nodes { id timestamp type content attribute value }
    pageInfo { hasNextPage endCursor }
  }
}`;

/** Usage logs, newest first: assembly-accounts-contacts-v2.txt:159-187. */
export const usageLogs = endpoints(
  { cache: volatile, invalidates: ["usageLogs"], reconcile: logsOfOwner },
  {
    list: GET("/usage").query<PageQuery>().returns(page),
    listForAccount: GET("/usage/accounts/{idOrDomain}").query<PageQuery>().returns(page),
    listForAccountBySourceSpecificId: GET("/usage/accounts?source_specific_id={sourceSpecificId}")
      .inferred()
      .query<PageQuery>()
      .returns(page),
    listForContact: GET("/usage/contacts/{idOrEmail}").query<PageQuery>().returns(page),
    listForContactBySourceSpecificId: GET("/usage/contacts?source_specific_id={sourceSpecificId}")
      .query<PageQuery>()
      .returns(page),
    getById: GET("/usage/{usageLogId}").returns(one),
    /** Of the organization, tied to neither account nor contact. */
    create: POST("/usage").body<NewUsageLogBody>().returns(idIn),
    createForAccount: POST("/usage/accounts/{idOrDomain}").body<NewUsageLogBody>().returns(idIn),
    createForAccountBySourceSpecificId: POST("/usage/accounts?source_specific_id={sourceSpecificId}")
      .inferred()
      .body<NewUsageLogBody>()
      .returns(idIn),
    createForContact: POST("/usage/contacts/{idOrEmail}").inferred().body<NewUsageLogBody>().returns(idIn),
    createForContactBySourceSpecificId: POST("/usage/contacts?source_specific_id={sourceSpecificId}")
      .body<NewUsageLogBody>()
      .returns(idIn),
    update: PUT("/usage/{usageLogId}").body<UsageLogBody>().returns(updatedIdIn),
    delete: DELETE("/usage/{usageLogId}").returns<EmptyJson>(),
  },
);
