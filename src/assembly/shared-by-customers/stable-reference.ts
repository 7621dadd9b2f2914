import type { KeyedRead } from "../../lists/keyed-read.ts";
import { orNull } from "../../loaders/promise-or-value.ts";
import type { CallOnce } from "../../rest/call.ts";
import type { RemovalsBody } from "../account/endpoints.ts";
import type { ByKeyName, CustomerReference } from "./reference.ts";

/** The part of a change that concerns the keys of its object. */
export interface KeyChanges extends RemovalsBody {
  readonly domain?: string;
}

/** Whether a change takes away the key that its object is named by: sent again, it would not find it any more. */
export function removesLookupKey(
  { by, key }: CustomerReference,
  { domain, removed_source_specific_ids: removed = [] }: KeyChanges,
): boolean {
  if (by === "id") return false;
  return by === "sourceSpecificId" ? removed.includes(key) : domain !== undefined && domain !== key;
}

/** The object by a key that is still its own once a change is made: by id where that takes away the one in use. */
export async function stableReference(
  reference: CustomerReference,
  changes: KeyChanges,
  reads: ByKeyName<KeyedRead<string, { readonly id: string }>>,
  call: CallOnce,
): Promise<CustomerReference> {
  const { by, key } = reference;
  if (!removesLookupKey(reference, changes)) return reference;
  const found = await orNull(reads[by].read(call, key));
  return found ? { by: "id", key: found.id } : reference;
}

/** The key that leads to an object once a change is made. */
export const referenceAfter = (reference: CustomerReference, { domain }: KeyChanges): CustomerReference =>
  domain === undefined ? reference : { by: "domain", key: domain };
