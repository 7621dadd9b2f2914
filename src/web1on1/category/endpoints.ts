import { directory } from "../../rest/cache-policy.ts";
import { optionalRecord, requireRecord, requireRows } from "../../rest/message/shape.ts";
import { DELETE, endpoints, GET, PATCH, POST } from "../endpoints.ts";
import { isOfAnother } from "../organization/of-another.ts";

/** One of the ten category slots. */
export interface CategoryJson {
  readonly id?: string;
  readonly name: string;
  /** Form ids. */
  readonly forms?: readonly string[];
  readonly tags?: readonly string[];
}

/** A category with the organization that it was read through. */
export interface CategoryOfOrganization extends CategoryJson {
  readonly organizationId: string;
  /** Its slot; undefined where it was read by itself, which does not tell. */
  readonly index: number | undefined;
}

/** A category that is read by itself. */
type IdentifiedCategoryJson = CategoryJson & { readonly id: string };

/** Writable fields of a category; lists replace what is stored. */
export interface CategoryBody {
  readonly name?: string;
  readonly forms?: readonly string[];
  readonly tags?: readonly string[];
}

/** Shows whether a category was added. */
const categoriesOfOrganization =
  "query ($organization: ID!) { organization(by: { id: $organization }) { categories { id index name } } }";

/** Categories of organizations: web1on1-v2.txt:6543-6817. */
export const organizationCategories = endpoints(
  {
    cache: directory,
    invalidates: ["organizations", "organizationCategories"],
    reconcile: categoriesOfOrganization,
  },
  {
    /** Whether empty slots stand in it is not said, so it tells no place. */
    list: GET("/organizations/{organization_id}/categories").returns(
      (slots: readonly (IdentifiedCategoryJson | null)[]) =>
        requireRows(slots.filter((slot) => slot !== null)),
    ),
    /** Refused when no slot is free; the status is not documented. */
    create: POST("/organizations/{organization_id}/categories")
      .sets("organizations", "organization_id", "categories")
      .spares("organizationCategories", isOfAnother)
      .body<CategoryBody & { readonly name: string }>()
      .returns(requireRecord<IdentifiedCategoryJson>),
    get: GET("/organizations/{organization_id}/categories/{category_id}").returns(
      requireRecord<IdentifiedCategoryJson>,
    ),
    update: PATCH("/organizations/{organization_id}/categories/{category_id}")
      .sets("organizations", "organization_id", "categories")
      .spares("organizationCategories", isOfAnother)
      .body<CategoryBody>()
      .returns(optionalRecord<IdentifiedCategoryJson>),
    /** Leaves null in the slot. */
    delete: DELETE("/organizations/{organization_id}/categories/{category_id}")
      .sets("organizations", "organization_id", "categories")
      .spares("organizationCategories", isOfAnother)
      .returns<undefined>(),
  },
);
