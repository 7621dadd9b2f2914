import { orNull } from "../../loaders/shapes.ts";
import type { CallOnce } from "../../rest/call.ts";
import type { RemovalsBody } from "../account/endpoints.ts";
import { readAccount, readContact } from "../loaders.ts";
import type { AccountReference, ContactReference } from "./look-up.ts";

interface Changes extends RemovalsBody {
  readonly domain?: string;
}

/** Whether a change takes away the key that its object is named by: sent again, it would not find it any more. */
export function removesLookupKey(
  reference: AccountReference | ContactReference,
  { domain, removed_source_specific_ids: removed = [] }: Changes,
): boolean {
  if ("id" in reference) return false;
  if ("sourceSpecificId" in reference) return removed.includes(reference.sourceSpecificId);
  return domain !== undefined && domain !== ("domain" in reference ? reference.domain : reference.email);
}

/** The account by a key that is still its own once a change is made: by id where that takes away the one in use. */
export async function stableAccount(
  call: CallOnce,
  reference: AccountReference,
  changes: Changes,
): Promise<AccountReference> {
  if ("id" in reference || !removesLookupKey(reference, changes)) return reference;
  const account = await orNull(readAccount(call, reference));
  return account ? { id: account.id } : reference;
}

/** As `lastingAccount`, for contacts. */
export async function stableContact(
  call: CallOnce,
  reference: ContactReference,
  changes: Changes,
): Promise<ContactReference> {
  if ("id" in reference || !removesLookupKey(reference, changes)) return reference;
  const contact = await orNull(readContact(call, reference));
  return contact ? { id: contact.id } : reference;
}
