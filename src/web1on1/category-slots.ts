import { badInput } from "../errors.ts";
import type { CategoryInput } from "../generated/resolvers.ts";
import { given, notNull } from "../input.ts";
import type { CategoryJson } from "./api/organization.ts";

/** Slots of an organization (web1on1-v2.txt:1723-1726). */
const slotCount = 10;

/** A slot to write: a category, in part if it is there already, or nothing. */
type Slot = (Partial<CategoryJson> & { readonly name: string }) | null;

/**
 * Slots in the upstream's words.
 * @throws BAD_USER_INPUT for null and for more than there are.
 */
export function categorySlots(
  categories: readonly (CategoryInput | null | undefined)[] | null | undefined,
): readonly Slot[] | undefined {
  if (categories && categories.length > slotCount) {
    throw badInput(`categories holds ${categories.length}; there are ${slotCount} slots.`);
  }
  return notNull(categories, "categories")?.map((category) =>
    category
      ? {
          name: category.name,
          ...given({
            id: category.sourceId ?? undefined,
            forms: category.formIds ?? undefined,
            tags: category.tags ?? undefined,
          }),
        }
      : null,
  );
}

/**
 * Slots with what is stored of the categories that stay: the upstream replaces all of them whole.
 * @throws BAD_USER_INPUT when a slot that is stored is not mentioned, so that none is lost by being left out.
 */
export function mergeCategories(stored: unknown, slots: readonly Slot[]): readonly Slot[] {
  const before: readonly (CategoryJson | null)[] = Array.isArray(stored) ? stored : [];
  if (slots.length < before.length) {
    throw badInput(
      `categories holds ${slots.length}, but ${before.length} slots are stored; name them all, with null for one to empty.`,
    );
  }
  const byId = new Map(
    before.flatMap((category) => (category?.id ? [[category.id, category] as const] : [])),
  );
  return slots.map((slot) => slot && { ...(slot.id === undefined ? {} : byId.get(slot.id)), ...slot });
}
