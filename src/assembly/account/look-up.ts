import type { AccountLookup } from "../../generated/resolvers.ts";
import type { LoaderOf } from "../../lists/loader-definition.ts";
import type { PromiseOrValue } from "../../loaders/promise-or-value.ts";
import { sourceIdOf, validated } from "../../resolving/ids.ts";
import { accountDomain, domain } from "../ids.ts";
import { type CustomerReference, sourceSpecificReference } from "../shared-by-customers/reference.ts";
import type { AccountJson } from "./endpoints.ts";
import { accountByDomain, accountById, accountBySourceSpecificId, accountKind } from "./loaders.ts";

/** @throws BAD_USER_INPUT when the key cannot be what it is given as. */
export function accountReference(by: AccountLookup): CustomerReference {
  if (by.id !== undefined) return { by: "id", key: sourceIdOf(accountKind, by.id) };
  if (by.domain !== undefined) return { by: "domain", key: validated(accountDomain, by.domain, "domain") };
  return sourceSpecificReference(by.sourceSpecificId);
}

/**
 * An account that has contacts.
 * @throws BAD_USER_INPUT when the key cannot be what it is given as, and for the e-mail address of a customer.
 */
export function companyReference(by: AccountLookup): CustomerReference {
  const reference = accountReference(by);
  return reference.by === "domain"
    ? { by: "domain", key: validated(domain, reference.key, "company's domain") }
    : reference;
}

/** The loaders of accounts, by the kind of key that is given. */
export const accountBy = {
  id: accountById,
  domain: accountByDomain,
  sourceSpecificId: accountBySourceSpecificId,
};

/** The account behind any reference; null when there is none. */
export const loadAccount = (
  of: LoaderOf,
  { by, key }: CustomerReference,
): PromiseOrValue<AccountJson | null> => of(accountBy[by]).load(key);
