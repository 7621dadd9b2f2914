import { badInput } from "../../errors.ts";
import type { CategoryInput } from "../../generated/resolvers.ts";
import { notNull, omitUndefined, sourceIdsOf } from "../../resolving/input.ts";
import { isJsonObject, type JsonObject } from "../../rest/exact-json.ts";
import { formKind } from "../form/loaders.ts";
import { notMerged } from "../merging/merge-patch.ts";
import type { CategoryJson } from "./endpoints.ts";

/** Slots of an organization (web1on1-v2.txt:1723-1726). */
export const slotCount = 10;

/** A slot to write: a category, in part if it is there already, or nothing. */
type Slot = (Partial<CategoryJson> & { readonly name: string }) | null;

/**
 * The lists of a category that are given; null is as good as left out.
 * @throws BAD_USER_INPUT for an id that cannot be one of a form.
 */
export const listsOf = ({ forms, tags }: Pick<CategoryInput, "forms" | "tags">) =>
  omitUndefined({
    forms: sourceIdsOf(formKind, forms ?? undefined, "forms"),
    tags: tags ?? undefined,
  });

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
          ...omitUndefined({
            id: category.sourceId ?? undefined,
          }),
          ...listsOf(category),
        }
      : null,
  );
}

/**
 * Slots with what is stored of the categories that stay: the upstream replaces all of them whole.
 * @throws BAD_USER_INPUT when a slot that is stored is not mentioned, so that none is lost by being left out, and
 * UPSTREAM_INVALID_RESPONSE when what is stored is no list of slots.
 */
export function mergeCategories(stored: unknown, slots: readonly Slot[]): readonly (JsonObject | null)[] {
  const before = storedSlots(stored);
  if (slots.length < before.length) {
    throw badInput(
      `categories holds ${slots.length}, but ${before.length} slots are stored; name them all, with null for one to empty.`,
    );
  }
  // An id may be stored as a number, which stays one.
  const byId = new Map(before.flatMap((category) => (category?.id ? [[String(category.id), category]] : [])));
  return slots.map((slot) => {
    const category = slot?.id === undefined ? undefined : byId.get(slot.id);
    return slot && category ? { ...category, ...slot, id: category.id } : slot;
  });
}

/**
 * Slots of which one is set: a category that is there keeps what is left out.
 * @param slot null to empty it.
 * @throws UPSTREAM_INVALID_RESPONSE when what is stored is no list of slots.
 */
export function withSlot(stored: unknown, index: number, slot: JsonObject | null): readonly StoredSlot[] {
  const before = storedSlots(stored);
  return Array.from({ length: Math.max(before.length, index + 1) }, (_, at) => {
    const category = before[at] ?? null;
    return at === index ? slot && { ...category, ...slot } : category;
  });
}

/**
 * The category in a slot; null in an empty one, or behind the last one.
 * @throws UPSTREAM_INVALID_RESPONSE when what is stored is no list of slots.
 */
export const slotAt = (stored: unknown, index: number): StoredSlot => storedSlots(stored)[index] ?? null;

/** A category as it is stored, numbers to the digit. */
export type StoredSlot = (JsonObject & { readonly id?: unknown }) | null;

function storedSlots(stored: unknown): readonly StoredSlot[] {
  if (stored === undefined || stored === null) return [];
  const isSlot = (slot: unknown): slot is StoredSlot => slot === null || isJsonObject(slot);
  if (!Array.isArray(stored) || !stored.every(isSlot)) throw notMerged("categories", "list");
  return stored;
}
