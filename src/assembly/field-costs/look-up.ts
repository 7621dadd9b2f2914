import { callsOf, type Declared, freshCallsOf, type LoaderUse, useOf } from "../../estimate/field-cost.ts";
import { atMost } from "../../estimate/range.ts";
import type { AnyEndpoint } from "../../rest/endpoint.ts";
import { assemblyLoaders } from "../loaders.ts";
import type { AccountReference, ContactReference } from "../shared-by-customers/look-up.ts";

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

/**
 * A write by a key. Where it takes that key away, the id is looked for first, and the write goes by what was found.
 * @param byId the row that takes ids, too.
 * @param before the read that looks for the id; undefined where the key stays.
 */
export function writeBy(write: AnyEndpoint, byId: AnyEndpoint, before: AnyEndpoint | undefined): LoaderUse[] {
  if (!before) return [callsOf(write)];
  if (write === byId) return [freshCallsOf(before), callsOf(write)];
  return [freshCallsOf(before), callsOf(byId, atMost(1)), callsOf(write, atMost(1))];
}

/** The look-up that follows a write whose answer does not tell an id. */
export const lookUp = (loader: Declared): LoaderUse => useOf(loader, atMost(1));
