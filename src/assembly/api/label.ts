import { GET } from "../../rest/endpoint.ts";

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

const list = ({ labels }: { readonly labels: readonly LabelJson[] }) => {
  if (!Array.isArray(labels)) throw new TypeError("There is no list of labels.");
  return labels as readonly LabelJson[];
};

/** Labels, unpaged: assembly-accounts-contacts-v2.txt:127-158. */
export const labels = {
  list: GET("/accounts/labels").returns(list),
  listByType: GET("/accounts/labels/{type}").returns(list),
  /** Answers a list of one. */
  getById: GET("/accounts/labels/{labelId}").returns(list),
};
