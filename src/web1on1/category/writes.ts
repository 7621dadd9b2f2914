import { GatewayError } from "../../errors.ts";
import { freshCallsOf } from "../../estimate/field-cost.ts";
import { atMost } from "../../estimate/range.ts";
import { write } from "../../fields/write.ts";
import type {
  MutationAddCategoryArgs,
  MutationRemoveCategoryArgs,
  MutationResolvers,
  MutationUpdateCategoryArgs,
} from "../../generated/resolvers.ts";
import type { OperationContext } from "../../graphql/context.ts";
import { sourceIdOf, toGlobalId } from "../../resolving/ids.ts";
import { filledIfGiven, nonBlank, notNull, omitUndefined } from "../../resolving/input.ts";
import { childGlobalId, childNamed } from "../ids.ts";
import { organizations } from "../organization/endpoints.ts";
import { organizationKind } from "../organization/loaders.ts";
import { organizationCategories } from "./endpoints.ts";
import { categoryKind, withoutSlot } from "./loaders.ts";
import { setCategorySlot } from "./set-slot.ts";
import { listsOf, slotCount } from "./slots.ts";
import { addInTurn, inWords, writeCategory } from "./write-in-turn.ts";

/** The two ids of a category as arguments of its endpoints, and its global id. */
function namedCategory({ organizationId, id }: Pick<MutationRemoveCategoryArgs, "organizationId" | "id">) {
  const ids = childNamed(categoryKind, organizationId, id);
  return {
    organization_id: ids.parentId,
    category_id: ids.ownId,
    categoryId: childGlobalId(categoryKind, ids),
  };
}

/** Writes of categories; those of one organization wait for each other, since one of its slots is set by writing all. */
export const Mutation = {
  setCategorySlot,
  addCategory: write(
    ({ organizationId, input }: MutationAddCategoryArgs) => ({
      endpoint: organizationCategories.create,
      organization_id: sourceIdOf(organizationKind, organizationId),
      body: { name: nonBlank(input.name, "name"), ...listsOf(input) },
      uses: [freshCallsOf(organizations.get, atMost(1))],
    }),
    async ({ endpoint, organization_id, body }, context) => {
      const add = () =>
        context
          .call(endpoint, { organization_id, body })
          .catch((error: unknown) => throwReason(error, organization_id, context));
      const category = await addInTurn(organization_id, add, context);
      return {
        categoryId: childGlobalId(categoryKind, { parentId: organization_id, ownId: category.id }),
        category: withoutSlot(organization_id, category),
      };
    },
  ),
  updateCategory: write(
    ({ input, ...named }: MutationUpdateCategoryArgs) => ({
      endpoint: organizationCategories.update,
      ...namedCategory(named),
      body: omitUndefined({
        name: filledIfGiven(input.name, "name"),
        ...listsOf({ forms: notNull(input.forms, "forms"), tags: notNull(input.tags, "tags") }),
      }),
    }),
    async ({ endpoint, organization_id, category_id, categoryId, body }, context) => {
      const category = await writeCategory(
        {
          organization_id,
          category_id,
          content: inWords({ name: body.name, id: category_id }),
          write: () => context.call(endpoint, { organization_id, category_id, body }),
        },
        context,
      );
      return { categoryId, category: category && withoutSlot(organization_id, category) };
    },
  ),
  removeCategory: write(
    (named: MutationRemoveCategoryArgs) => ({
      endpoint: organizationCategories.delete,
      ...namedCategory(named),
    }),
    async ({ endpoint, organization_id, category_id, categoryId }, context) => {
      await writeCategory(
        {
          organization_id,
          category_id,
          content: inWords(null),
          write: () => context.call(endpoint, { organization_id, category_id }),
        },
        context,
      );
      return {
        deletedCategoryId: categoryId,
        organizationId: toGlobalId(organizationKind, organization_id),
      };
    },
  ),
} satisfies MutationResolvers;

/**
 * Throws what an addition failed with; where it was refused and the slots show why, that. What the upstream says when none
 * is free is not documented. The refusal stands where the slots cannot be read.
 */
async function throwReason(
  error: unknown,
  organization_id: string,
  { freshCall }: Pick<OperationContext, "freshCall">,
): Promise<never> {
  const isRefusal =
    error instanceof GatewayError && (error.code === "UPSTREAM_REJECTED" || error.code === "CONFLICT");
  if (!isRefusal) throw error;
  const { categories } = await freshCall(organizations.get, { organization_id }).catch(() => {
    throw error;
  });
  if (!Array.isArray(categories) || categories.length < slotCount) throw error;
  const empty = [...categories.keys()].filter((index) => categories[index] === null);
  throw new GatewayError(
    "CONFLICT",
    empty.length > 0
      ? `All ${slotCount} slots are in use; setCategorySlot fills those that were emptied: ${empty.join(", ")}.`
      : `All ${slotCount} slots hold a category; remove one, then fill its slot by setCategorySlot.`,
    error.facts,
  );
}
