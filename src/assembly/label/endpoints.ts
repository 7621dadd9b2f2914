import { DELETE, GET, POST, PUT } from "../../rest/endpoint.ts";
import { reference } from "../../rest/freshness.ts";
import { recordIn, rowsIn } from "../../rest/record.ts";
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

/** What creating a label needs. */
export type NewLabelBody = LabelBody & Required<Pick<LabelBody, "type" | "name" | "color">>;

const list = ({ labels }: { readonly labels: readonly LabelJson[] }) => rowsIn(labels);

/** Documented as a list of one; the label alone will do. */
const one = ({ label, labels }: { readonly label?: LabelJson; readonly labels?: readonly LabelJson[] }) =>
  label ? [recordIn(label)] : rowsIn(labels as readonly LabelJson[]);

/** What shows something of a label: no document says whether records hold its id or the label itself. */
const labelReads = ["labels", "accounts", "contacts"];

/** Shows whether a label was created. */
const labelsOfType = "query ($type: LabelType!) { labels(type: $type) { id name color description } }";

/** Labels, unpaged: assembly-accounts-contacts-v2.txt:127-158. */
export const labels = {
  list: GET("/accounts/labels").kept(reference).returns(list),
  listByType: GET("/accounts/labels/{type}").kept(reference).namesObject(false).returns(list),
  /** Answers a list of one. */
  getById: GET("/accounts/labels/{labelId}").kept(reference).returns(one),
  /** No record points at a new label yet. */
  create: POST("/accounts/labels")
    .drops("labels")
    .reconciledBy(labelsOfType)
    .body<NewLabelBody>()
    .returns(idIn),
  update: PUT("/accounts/labels/{labelId}")
    .drops(...labelReads)
    .body<LabelBody>()
    .returns(updatedIdIn),
  delete: DELETE("/accounts/labels/{labelId}")
    .drops(...labelReads)
    .returns<EmptyJson>(),
};
