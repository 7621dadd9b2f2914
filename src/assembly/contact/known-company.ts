import { type Facts, fact, noFacts } from "../../estimate/facts.ts";
import type { AccountLookup } from "../../generated/resolvers.ts";
import type { LoaderOf } from "../../lists/loader-definition.ts";
import { companyReference } from "../account/look-up.ts";
import type { CustomerReference } from "../shared-by-customers/reference.ts";
import type { ContactJson } from "./endpoints.ts";
import { contactById } from "./loaders.ts";

/** A contact, with its company where that is known from how the contact was reached. */
export interface ContactOfAccount extends ContactJson {
  readonly account?: CustomerReference;
}

/** How the company of a contact is known: the object itself, or its key. */
export const company = fact<"loaded" | CustomerReference>("company of a contact");

/** Facts of the contacts of a company that a look-up names. @throws BAD_USER_INPUT for a key that cannot be one. */
export const companyIn = (account: AccountLookup | null | undefined): Facts =>
  account ? company.is(companyReference(account)) : noFacts;

/** Makes contacts of a company know it. What leads back to them need not read them again. */
export const contactOf =
  (account: CustomerReference, of: LoaderOf) =>
  (contact: ContactJson): ContactOfAccount => {
    const known = { ...contact, account };
    of(contactById).prime(contact.id, known);
    return known;
  };
