import type { AccountLookup, AccountOrContactLookup, ContactLookup } from "../generated/resolvers.ts";
import { checked, sourceIdOf } from "../ids.ts";
import { accountDomain, email, sourceSpecificId } from "./api/ids.ts";
import { accountKind, contactKind } from "./kinds.ts";

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
  if (by.domain !== undefined) return { domain: checked(accountDomain, by.domain, "domain") };
  return externalReference(by.sourceSpecificId);
}

/** @throws BAD_USER_INPUT when the key cannot be what it is given as. */
export function contactReference(by: ContactLookup): ContactReference {
  if (by.id !== undefined) return { id: sourceIdOf(contactKind, by.id) };
  if (by.email !== undefined) return { email: checked(email, by.email, "e-mail address") };
  return externalReference(by.sourceSpecificId);
}

/** @throws BAD_USER_INPUT when the key cannot be what it is given as. */
export const accountOrContactReference = (of: AccountOrContactLookup): AccountOrContactReference =>
  of.account !== undefined
    ? { account: accountReference(of.account) }
    : { contact: contactReference(of.contact) };

const externalReference = (id: string) => ({
  sourceSpecificId: checked(sourceSpecificId, id, "source specific id"),
});
