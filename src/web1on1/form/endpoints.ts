import { directory } from "../../rest/cache-policy.ts";
import type { JsonObject } from "../../rest/message/exact-json.ts";
import { optionalRecord, requireRecord, type StoredJson } from "../../rest/message/shape.ts";
import { DELETE, endpoints, GET, PATCH, POST } from "../endpoints.ts";
import type { FormFieldJson } from "../form-field/endpoints.ts";
import { type ListQuery, linkedPage } from "../lists/page-json.ts";

/** A form as Web1on1 answers it. */
export interface FormJson {
  readonly id: string;
  /** Id of the owner organization. */
  readonly organization?: string | null;
  readonly name?: string | null;
  readonly type?: string | null;
  /** Id of the form that it was copied from. */
  readonly template?: string | null;
  readonly profileFields?: readonly string[] | null;
  readonly fields?: readonly FormFieldJson[] | null;
  readonly notifyEmails?: readonly string[] | null;
  readonly status?: string | null;
  readonly tags?: readonly string[] | null;
  readonly labels?: readonly string[] | null;
  readonly pointsByAgent?: number | null;
  readonly pointsByBot?: number | null;
  readonly meta?: Readonly<Record<string, unknown>> | null;
  readonly createdAt?: string | null;
  readonly updatedAt?: string | null;
}

/** Writable fields of a form; nested values and lists replace what is stored. */
export interface FormBody {
  readonly organization?: string;
  readonly name?: string;
  readonly type?: string;
  readonly template?: string | null;
  readonly profileFields?: readonly string[];
  /** As they are stored, or as they are to be. */
  readonly fields?: readonly JsonObject[];
  readonly notifyEmails?: readonly string[];
  readonly status?: string;
  readonly tags?: readonly string[];
  readonly labels?: readonly string[];
  readonly pointsByAgent?: number | null;
  readonly pointsByBot?: number | null;
  readonly meta?: JsonObject;
}

/** Filters of the list of forms. */
export interface FormsQuery extends ListQuery {
  readonly organization?: string | undefined;
  readonly name?: string | undefined;
  readonly type?: string | undefined;
  /** Id of the form that forms were copied from. */
  readonly template?: string | undefined;
  readonly status?: string | undefined;
  readonly tags?: string | undefined;
}

/** Shows whether a form was created, whatever name it has: there is no filter for some of them. */
const newestForms =
  "query { forms(sort: { field: CREATED_AT, direction: DESCENDING }) { nodes { id name createdAt } } }";

/** Forms: web1on1-v2.txt:9623-10551. They embed their fields, so a write changes those, too. */
export const forms = endpoints(
  { cache: directory, invalidates: ["forms", "formFields"], reconcile: newestForms },
  {
    list: GET("/forms")
      .query<FormsQuery>()
      .returns(linkedPage<FormJson>),
    create: POST("/forms")
      .body<FormBody & { readonly name: string }>()
      .returns(requireRecord<FormJson>),
    get: GET("/forms/{form_id}").returns(requireRecord<FormJson>),
    /** Numbers to the digit: only to be merged with a change and sent back. */
    getToMerge: GET("/forms/{form_id}")
      .cache("never")
      .exact()
      .whole()
      .returns(requireRecord<StoredJson>),
    update: PATCH("/forms/{form_id}")
      .body<FormBody>()
      .returns(optionalRecord<FormJson>),
    /** For good, its fields included. */
    delete: DELETE("/forms/{form_id}").returns<undefined>(),
  },
);
