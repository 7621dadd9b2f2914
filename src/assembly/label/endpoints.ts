import { reference } from "../../rest/cache-policy.ts";
import { requireRecord, requireRows } from "../../rest/message/shape.ts";
import { DELETE, endpoints, GET, POST, PUT } from "../endpoints.ts";
import { type EmptyJson, idIn, updatedIdIn } from "../page-json.ts";

/** A label that accounts and contacts point at by id. */
export interface LabelJson {
  readonly id: string;
  /** `Tier`, `Stage`, `CompanyType` or `AccountTag`. */
  readonly type: string;
  readonly name: string;
  /** `#RRGGBB`. */
  readonly color: string;
  readonly description?: string | null;
}

/** Writable fields of a label. */
export interface LabelBody {
  readonly type?: "Tier" | "Stage" | "CompanyType" | "AccountTag";
  readonly name?: string;
  /** `#RRGGBB`. */
  readonly color?: string;
  readonly description?: string | null;
}

/** The body that creates a label. */
export type NewLabelBody = LabelBody & Required<Pick<LabelBody, "type" | "name" | "color">>;

const list = ({ labels }: { readonly labels: readonly LabelJson[] }) => requireRows(labels);

/** Documented as a list of one; the label alone will do. */
const one = ({ label, labels }: { readonly label?: LabelJson; readonly labels?: readonly LabelJson[] }) =>
  label ? [requireRecord(label)] : requireRows(labels as readonly LabelJson[]);

/** Shows whether a label was created. */
const labelsOfType = "query ($type: LabelType!) { labels(type: $type) { id name color description } }";

/**
 * Labels, unpaged: assembly-accounts-contacts-v2.txt:127-158. No document says whether records hold the id of a label or
 * the label itself, so a change of one invalidates them, too.
 */
export const labels = endpoints(
  { cache: reference, invalidates: ["labels", "accounts", "contacts"], reconcile: labelsOfType },
  {
    list: GET("/accounts/labels").returns(list),
    listByType: GET("/accounts/labels/{type}").namesObject(false).returns(list),
    /** Answers a list of one. */
    getById: GET("/accounts/labels/{labelId}").returns(one),
    /** No record points at a new label yet. */
    create: POST("/accounts/labels").invalidates("labels").body<NewLabelBody>().returns(idIn),
    update: PUT("/accounts/labels/{labelId}").body<LabelBody>().returns(updatedIdIn),
    delete: DELETE("/accounts/labels/{labelId}").returns<EmptyJson>(),
  },
);
