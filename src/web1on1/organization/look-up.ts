import { badInput } from "../../errors.ts";
import { type LoaderUse, useOf } from "../../estimate/field-cost.ts";
import { ref } from "../../fields/reference.ts";
import type { OrganizationLookup } from "../../generated/resolvers.ts";
import type { OperationContext } from "../../graphql/context.ts";
import { comparableHost } from "../../resolving/host.ts";
import { sourceIdOf } from "../../resolving/ids.ts";
import { readableReferenceIn } from "../../resolving/referenced.ts";
import { longestText, within } from "../../text-limits.ts";
import type { OrganizationJson } from "./endpoints.ts";
import { organizationById, organizationKind, organizationsByHost } from "./loaders.ts";

/** One organization by one of its keys, checked. */
export type OrganizationReference = { readonly id: string } | { readonly host: string };

/** @throws BAD_USER_INPUT when the key cannot be what it is given as. */
export function organizationReference(by: OrganizationLookup): OrganizationReference {
  if (by.id !== undefined) return { id: sourceIdOf(organizationKind, by.id) };
  const host = comparableHost(within(by.domain, longestText.host, "domain"));
  if (!host) throw badInput(`${JSON.stringify(by.domain)} is not a domain such as example.com.`);
  return { host };
}

/** The loader that `loadOrganization` uses. */
export const useOfReference = (reference: OrganizationReference): LoaderUse =>
  useOf("id" in reference ? organizationById : organizationsByHost);

/** The organization behind a reference; null when there is none, or several with the same host. */
export async function loadOrganization(
  reference: OrganizationReference,
  { of }: Pick<OperationContext, "of">,
): Promise<OrganizationJson | null> {
  if ("id" in reference) return of(organizationById).load(reference.id);
  const found = await of(organizationsByHost).load(reference.host);
  return found.length === 1 ? (found[0] ?? null) : null;
}

/**
 * A field that gives the organization that a row points at; null where it points at none.
 * @param valueIn the id of the organization, or itself.
 */
export const organizationRef = <Row>(valueIn: (row: Row) => unknown) =>
  ref(organizationKind, organizationById, (row: Row) => readableReferenceIn(organizationKind, valueIn(row)));
