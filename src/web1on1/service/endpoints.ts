import { directory } from "../../rest/cache-policy.ts";
import type { JsonObject } from "../../rest/message/exact-json.ts";
import { optionalRecord, requireRecord, type StoredJson } from "../../rest/message/shape.ts";
import { DELETE, endpoints, GET, PATCH, POST } from "../endpoints.ts";
import { type ListQuery, linkedPage } from "../lists/page-json.ts";
import { linkedRows } from "../lists/row-facts.ts";

/** A service as Web1on1 answers it, less its parameters; the list may leave out anything, even the id (web1on1-v2.txt:8583). */
export interface ServiceJson {
  readonly id: string;
  /** Id of the owner organization. */
  readonly organization?: string | null;
  readonly name?: string | null;
  readonly description?: string | null;
  readonly type?: string | null;
  readonly status?: string | null;
  readonly touchpoints?: readonly string[] | null;
  readonly smoochId?: string | null;
  readonly smoochAppId?: string | null;
  readonly startDate?: string | null;
  readonly endDate?: string | null;
  readonly meta?: JsonObject | null;
  readonly createdAt?: string | null;
  readonly updatedAt?: string | null;
}

/** Writable fields of a service; `params` and `meta` replace what is stored. */
export interface ServiceBody {
  readonly organization?: string;
  readonly name?: string;
  readonly description?: string | null;
  readonly type?: string;
  readonly status?: string;
  readonly touchpoints?: readonly string[];
  readonly params?: JsonObject;
  readonly smoochId?: string | null;
  readonly smoochAppId?: string | null;
  readonly startDate?: string | null;
  readonly endDate?: string | null;
  readonly meta?: JsonObject;
}

/** Filters of the service list. */
export interface ServicesQuery extends ListQuery {
  readonly organization?: string | undefined;
  readonly type?: string | undefined;
  readonly status?: string | undefined;
}

/** Shows whether a service was created. */
const newestServices =
  "query ($organization: ID) { services(filter: { organization: $organization }, sort: { field: CREATED_AT, direction: DESCENDING }) { nodes { id name createdAt } } }";

/** The part of a stored service that is merged: its parameters go no further, although no secret may be cut out of `meta`. */
const idAndMeta = (row: StoredJson): StoredJson => {
  const { id, meta } = requireRecord(row);
  return { id, meta };
};

/** Services: web1on1-v2.txt:8439-9622. */
export const services = endpoints(
  {
    cache: directory,
    invalidates: ["services"],
    reconcile: newestServices,
    sensitive: ["meta"],
    secrets: ["params"],
    rows: linkedRows(["organization"]),
  },
  {
    list: GET("/services")
      .query<ServicesQuery>()
      .returns(linkedPage<ServiceJson>),
    create: POST("/services")
      .adds("services")
      .body<ServiceBody & { readonly name: string; readonly type: string; readonly params: JsonObject }>()
      .returns(requireRecord<ServiceJson>),
    get: GET("/services/{service_id}").returns(requireRecord<ServiceJson>),
    /** Numbers to the digit: only to be merged with a patch and sent back. */
    getToMerge: GET("/services/{service_id}").cache("never").exact().whole().returns(idAndMeta),
    update: PATCH("/services/{service_id}")
      .sets("services", "service_id")
      .body<ServiceBody>()
      .returns(optionalRecord<ServiceJson>),
    /** Archives: the service leaves the lists and still answers by id. */
    delete: DELETE("/services/{service_id}").removes("services", "service_id").returns<undefined>(),
  },
);
