import type { LoaderOf } from "../../lists/loader-definition.ts";
import { mapPromiseOrValue, type PromiseOrValue } from "../../loaders/promise-or-value.ts";
import { readableReferenceIn } from "../../resolving/referenced.ts";
import type { AccountJson } from "../account/endpoints.ts";
import { accountById, accountKind } from "../account/loaders.ts";
import { loadAccount } from "../account/look-up.ts";
import type { ContactOfAccount } from "./known-company.ts";
import { accountIdOfContact } from "./owners.ts";

/** The company of a contact; null where none lists it. */
export function loadCompany(of: LoaderOf, contact: ContactOfAccount): PromiseOrValue<AccountJson | null> {
  if (contact.account) return loadAccount(of, contact.account);
  return mapPromiseOrValue(of(accountIdOfContact).load(contact), (named) => {
    const id = readableReferenceIn(accountKind, named);
    return id === null ? null : of(accountById).load(id);
  });
}
