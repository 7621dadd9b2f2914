import { badInput, GatewayError } from "../../errors.ts";
import type { CategoryInput } from "../../generated/resolvers.ts";
import { validated } from "../../resolving/ids.ts";
import { nonBlank, notNull, omitUndefined, sourceIdsOf } from "../../resolving/input.ts";
import { isJsonObject, type JsonObject } from "../../rest/message/exact-json.ts";
import { formKind } from "../form/loaders.ts";
import { objectId } from "../ids.ts";
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
 * @throws BAD_USER_INPUT for null, for more than there are, for a blank name, and for an id that cannot be one or stands
 * in two slots.
 */
export function categorySlots(
  categories: readonly (CategoryInput | null | undefined)[] | null | undefined,
): readonly Slot[] | undefined {
  if (categories && categories.length > slotCount) {
    throw badInput(`categories holds ${categories.length}; there are ${slotCount} slots.`);
  }
  const ids = new Set<string>();
  return notNull(categories, "categories")?.map((category, index) => {
    if (!category) return null;
    const at = `categories[${index}]`;
    const id = keptId(category.sourceId, `${at}.sourceId`);
    if (id !== undefined && ids.has(id)) throw badInput(`${at}.sourceId stands in another slot, too.`);
    if (id !== undefined) ids.add(id);
    return { name: nonBlank(category.name, `${at}.name`), ...omitUndefined({ id }), ...listsOf(category) };
  });
}

/** The id of a category that stays, in lower case. @throws BAD_USER_INPUT for what cannot be one. */
const keptId = (sourceId: string | null | undefined, name: string): string | undefined =>
  sourceId === null || sourceId === undefined ? undefined : validated(objectId, sourceId, name).toLowerCase();

/**
 * Slots with what is stored of the categories that stay: the upstream replaces all of them whole.
 * @throws BAD_USER_INPUT when a slot that is stored is not mentioned, so that none is lost by being left out, CONFLICT when
 * a category that is to stay is not stored, and UPSTREAM_INVALID_RESPONSE when what is stored is no list of slots.
 */
export function mergeCategories(stored: unknown, slots: readonly Slot[]): readonly (JsonObject | null)[] {
  const before = storedSlots(stored);
  if (slots.length < before.length) {
    throw badInput(
      `categories holds ${slots.length}, but ${before.length} slots are stored; name them all, with null for one to empty.`,
    );
  }
  const byId = new Map(before.map((category) => [String(category?.id).toLowerCase(), category]));
  return slots.map((slot, index) => {
    if (slot?.id === undefined) return slot;
    const category = byId.get(slot.id);
    if (!category) throw notStored(slot.id, index);
    return { ...category, ...slot, id: category.id };
  });
}

const notStored = (id: string, index: number): GatewayError =>
  new GatewayError(
    "CONFLICT",
    `categories[${index}] is to keep ${id}, which is no category of the organization any more. Nothing was written; read the categories and decide anew.`,
    { system: "web1on1" },
  );

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
