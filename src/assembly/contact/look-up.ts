import type { ContactLookup } from "../../generated/resolvers.ts";
import type { LoaderOf } from "../../lists/loader-definition.ts";
import type { PromiseOrValue } from "../../loaders/promise-or-value.ts";
import { sourceIdOf, validated } from "../../resolving/ids.ts";
import { email } from "../ids.ts";
import { type CustomerReference, sourceSpecificReference } from "../shared-by-customers/reference.ts";
import type { ContactJson } from "./endpoints.ts";
import { contactByEmail, contactById, contactBySourceSpecificId, contactKind } from "./loaders.ts";

/** @throws BAD_USER_INPUT when the key cannot be what it is given as. */
export function contactReference(by: ContactLookup): CustomerReference {
  if (by.id !== undefined) return { by: "id", key: sourceIdOf(contactKind, by.id) };
  if (by.email !== undefined) return { by: "domain", key: validated(email, by.email, "e-mail address") };
  return sourceSpecificReference(by.sourceSpecificId);
}

/** The loaders of contacts, by the kind of key that is given. */
export const contactBy = {
  id: contactById,
  domain: contactByEmail,
  sourceSpecificId: contactBySourceSpecificId,
};

/** The contact behind any reference; null when there is none. */
export const loadContact = (
  of: LoaderOf,
  { by, key }: CustomerReference,
): PromiseOrValue<ContactJson | null> => of(contactBy[by]).load(key);
