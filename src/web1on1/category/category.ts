import { undocumentedValue } from "../../errors.ts";
import { fact } from "../../estimate/facts.ts";
import { useOf } from "../../estimate/field-cost.ts";
import { anyNumber, atMost } from "../../estimate/range.ts";
import { field } from "../../fields/field.ts";
import { payload } from "../../fields/payload.ts";
import type { CategoryResolvers, OrganizationResolvers, QueryResolvers } from "../../generated/resolvers.ts";
import type { OperationContext } from "../../graphql/context.ts";
import type { Noun } from "../../resolving/noun.ts";
import { isObject, textIn } from "../../rest/row-values.ts";
import { childById } from "../child-by-id.ts";
import { childGlobalId, comparableIdIn } from "../ids.ts";
import type { OrganizationJson } from "../organization/endpoints.ts";
import { organizationById, organizationKind } from "../organization/loaders.ts";
import { organizationRef } from "../organization/look-up.ts";
import { type CategoryJson, type CategoryOfOrganization, organizationCategories } from "./endpoints.ts";
import { formsOfCategory } from "./forms.ts";
import { categoryById, categoryKind } from "./loaders.ts";
import { Mutation } from "./writes.ts";

/** Whether categories come with their slot. */
const slotsTold = fact<true>("slots are told");

const Query = {
  category: childById(categoryKind, categoryById, "organization"),
} satisfies QueryResolvers;

/** @throws UPSTREAM_INVALID_RESPONSE when there is no list; what is no category spoils its own slot. */
function slotsOf({ id, categories }: OrganizationJson) {
  if (categories === null || categories === undefined) return null;
  if (!Array.isArray(categories)) throw undocumentedValue("web1on1");
  return categories.map((category, index) =>
    isObject(category) ? { ...category, index, organizationId: id } : category,
  );
}

const Organization = {
  categories: field({ cardinality: anyNumber, tells: slotsTold.is(true) }, slotsOf),
} satisfies OrganizationResolvers;

/** @throws UPSTREAM_INVALID_RESPONSE when it has none that can be read. */
function sourceId({ id }: CategoryJson): string {
  const text = textIn(id);
  if (text === undefined) throw undocumentedValue("web1on1");
  return text;
}

/** The slot of a category that was read by itself; null where none holds it. */
function slotOf(category: CategoryJson, organization: OrganizationJson | null): number | null {
  const { categories } = organization ?? {};
  const id = sourceId(category).toLowerCase();
  const index = Array.isArray(categories) ? categories.findIndex((slot) => comparableIdIn(slot) === id) : -1;
  return index < 0 ? null : index;
}

const Category = {
  id: (row) => childGlobalId(categoryKind, { parentId: row.organizationId, ownId: sourceId(row) }),
  sourceId,
  index: field(
    (_args: unknown, known) => ({ uses: slotsTold.of(known) ? [] : [useOf(organizationById)] }),
    async (category: CategoryOfOrganization, _args: unknown, { of }: OperationContext) =>
      category.index ?? slotOf(category, await of(organizationById).load(category.organizationId)),
  ),
  forms: formsOfCategory,
  organization: organizationRef(({ organizationId }: CategoryOfOrganization) => organizationId),
} satisfies CategoryResolvers;

/** Categories: the subjects of an organization's conversations, in ten slots. */
export const category: Noun = {
  endpoints: { organizationCategories },
  loaders: { categoryById },
  nodes: [{ kind: categoryKind, loader: categoryById, isFoundBySourceId: false }],
  resolvers: {
    Query,
    Mutation,
    Organization,
    Category,
    // Updates answer what they wrote, as a rule.
    SetCategorySlotPayload: payload("organization", organizationKind, organizationById, atMost(1)),
    UpdateCategoryPayload: payload("category", categoryKind, categoryById, atMost(1)),
    RemoveCategoryPayload: payload("organization", organizationKind, organizationById),
  },
};
