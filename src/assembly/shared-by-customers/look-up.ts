import type { AccountLookup, AccountOrContactLookup, ContactLookup } from "../../generated/resolvers.ts";
import { sourceIdOf, validated } from "../../resolving/ids.ts";
import { accountDomain, domain, email, sourceSpecificId } from "../ids.ts";
import { accountKind, contactKind } from "../kinds.ts";

/** One account by one of its keys, checked. */
export type AccountReference =
  | { readonly id: string }
  | { readonly domain: string }
  | { readonly sourceSpecificId: string };

/** One contact by one of its keys, checked. */
export type ContactReference =
  | { readonly id: string }
  | { readonly email: string }
  | { readonly sourceSpecificId: string };

/** One account or one contact, checked. */
export type AccountOrContactReference =
  | { readonly account: AccountReference }
  | { readonly contact: ContactReference };

/** @throws BAD_USER_INPUT when the key cannot be what it is given as. */
export function accountReference(by: AccountLookup): AccountReference {
  if (by.id !== undefined) return { id: sourceIdOf(accountKind, by.id) };
  if (by.domain !== undefined) return { domain: validated(accountDomain, by.domain, "domain") };
  return externalReference(by.sourceSpecificId);
}

/**
 * An account that has contacts.
 * @throws BAD_USER_INPUT when the key cannot be what it is given as, and for the e-mail address of a customer.
 */
export function companyReference(by: AccountLookup): AccountReference {
  const reference = accountReference(by);
  return "domain" in reference
    ? { domain: validated(domain, reference.domain, "company's domain") }
    : reference;
}

/** @throws BAD_USER_INPUT when the key cannot be what it is given as. */
export function contactReference(by: ContactLookup): ContactReference {
  if (by.id !== undefined) return { id: sourceIdOf(contactKind, by.id) };
  if (by.email !== undefined) return { email: validated(email, by.email, "e-mail address") };
  return externalReference(by.sourceSpecificId);
}

/** @throws BAD_USER_INPUT when the key cannot be what it is given as. */
export const accountOrContactReference = (of: AccountOrContactLookup): AccountOrContactReference =>
  of.account !== undefined
    ? { account: accountReference(of.account) }
    : { contact: contactReference(of.contact) };

/** The part of a path that names an account, whichever of two keys it is. */
export const idOrDomain = (
  reference: Exclude<AccountReference, { readonly sourceSpecificId: string }>,
): string => ("id" in reference ? reference.id : reference.domain);

/** The part of a path that names a contact, whichever of two keys it is. */
export const idOrEmail = (
  reference: Exclude<ContactReference, { readonly sourceSpecificId: string }>,
): string => ("id" in reference ? reference.id : reference.email);

/** One thing for each kind of key that names an account or contact. */
export interface ByOwnerKey<Thing> {
  readonly account: Thing;
  readonly accountBySourceSpecificId: Thing;
  readonly contact: Thing;
  readonly contactBySourceSpecificId: Thing;
}

/** The one of them for the key in use. */
export function forKeyOf<Thing>(of: AccountOrContactReference, things: ByOwnerKey<Thing>): Thing {
  if ("account" in of)
    return "sourceSpecificId" in of.account ? things.accountBySourceSpecificId : things.account;
  return "sourceSpecificId" in of.contact ? things.contactBySourceSpecificId : things.contact;
}

const externalReference = (id: string) => ({
  sourceSpecificId: validated(sourceSpecificId, id, "source specific id"),
});
