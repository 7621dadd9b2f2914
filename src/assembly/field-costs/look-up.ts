import { type Ask, asks, type Declared } from "../../plan/field-cost.ts";
import { atMost } from "../../plan/range.ts";
import { assemblyLoaders } from "../loaders.ts";
import type { AccountReference, ContactReference } from "../references.ts";

/** The loader of accounts by the kind of key that is given. */
export function accountLoader(reference: AccountReference): Declared {
  if ("id" in reference) return assemblyLoaders.accountById;
  return "domain" in reference ? assemblyLoaders.accountByDomain : assemblyLoaders.accountBySourceSpecificId;
}

/** The loader of contacts by the kind of key that is given. */
export function contactLoader(reference: ContactReference): Declared {
  if ("id" in reference) return assemblyLoaders.contactById;
  return "email" in reference ? assemblyLoaders.contactByEmail : assemblyLoaders.contactBySourceSpecificId;
}

/** The look-up that follows a write whose answer does not tell an id. */
export const lookUp = (loader: Declared): Ask => asks(loader, atMost(1));
