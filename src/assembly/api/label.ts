import { GET } from "../../rest/endpoint.ts";
import { reference } from "../../rest/freshness.ts";
import { rowsIn } from "../../rest/record.ts";

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

const list = ({ labels }: { readonly labels: readonly LabelJson[] }) => rowsIn(labels);

/** Labels, unpaged: assembly-accounts-contacts-v2.txt:127-158. */
export const labels = {
  list: GET("/accounts/labels").kept(reference).returns(list),
  listByType: GET("/accounts/labels/{type}").kept(reference).returns(list),
  /** Answers a list of one. */
  getById: GET("/accounts/labels/{labelId}").kept(reference).returns(list),
};
