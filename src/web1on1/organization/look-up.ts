import { badInput } from "../../errors.ts";
import type { OrganizationLookup } from "../../generated/resolvers.ts";
import type { Awaitable } from "../../loaders/shapes.ts";
import { comparableHost } from "../../resolving/host.ts";
import { sourceIdOf } from "../../resolving/ids.ts";
import { orNotFound } from "../../resolving/input.ts";
import { readableReferenceIn } from "../../resolving/referenced.ts";
import { longestText, within } from "../../text-limits.ts";
import { organizationKind } from "../kinds.ts";
import type { Web1on1Loaders } from "../loaders.ts";
import type { OrganizationJson } from "./endpoints.ts";

/** One organization by one of its keys, checked. */
export type OrganizationReference = { readonly id: string } | { readonly host: string };

/** @throws BAD_USER_INPUT when the key cannot be what it is given as. */
export function organizationReference(by: OrganizationLookup): OrganizationReference {
  if (by.id !== undefined) return { id: sourceIdOf(organizationKind, by.id) };
  const host = comparableHost(within(by.domain, longestText.host, "domain"));
  if (!host) throw badInput(`${JSON.stringify(by.domain)} is not a domain such as example.com.`);
  return { host };
}

/** The organization behind a reference; null when there is none, or several with the same host. */
export async function loadOrganization(
  loaders: Web1on1Loaders,
  reference: OrganizationReference,
): Promise<OrganizationJson | null> {
  if ("id" in reference) return loaders.organizationById.load(reference.id);
  const found = await loaders.organizationsByHost.load(reference.host);
  return found.length === 1 ? (found[0] ?? null) : null;
}

/**
 * The organization that a field points at, which may hold its id or itself; null when there is none.
 * @throws UPSTREAM_INVALID_RESPONSE when it points at something else.
 */
export function organizationOf(loaders: Web1on1Loaders, value: unknown): Awaitable<OrganizationJson | null> {
  const id = readableReferenceIn(organizationKind, value);
  return id === null ? null : loaders.organizationById.load(id);
}

/**
 * Id of the organization that a write names.
 * @throws NOT_FOUND when a domain leads to none or several.
 */
export async function organizationIdOf(
  loaders: Web1on1Loaders,
  reference: OrganizationReference,
): Promise<string> {
  if ("id" in reference) return reference.id;
  return (await orNotFound(loadOrganization(loaders, reference), "organization")).id;
}
