import { type LoaderUse, useOf } from "../../estimate/field-cost.ts";
import { exactly } from "../../estimate/range.ts";
import type { OperationContext } from "../../graphql/context.ts";
import { omitUndefined, orNotFound } from "../../resolving/input.ts";
import { organizationsByHost } from "./loaders.ts";
import { loadOrganization, type OrganizationReference } from "./look-up.ts";

/** Organizations that the input of a write names, checked but not yet looked up, by field of the body. */
export interface NamedOrganizations {
  readonly organization?: OrganizationReference | undefined;
  readonly parent?: OrganizationReference | undefined;
  readonly partners?: readonly NamedPartner[] | undefined;
}

interface NamedPartner {
  readonly reference: OrganizationReference;
  readonly permission: string;
}

/** The look-ups of organizations that a write names; an id needs none. */
export function usesOfNamed({ organization, parent, partners = [] }: NamedOrganizations): LoaderUse[] {
  const references = [organization, parent, ...partners.map(({ reference }) => reference)];
  const hosts = new Set(
    references.flatMap((reference) => (reference && "host" in reference ? reference.host : [])),
  );
  return hosts.size === 0 ? [] : [useOf(organizationsByHost, exactly(hosts.size))];
}

/**
 * The part of a body that holds their ids.
 * @throws NOT_FOUND when a domain leads to none or several.
 */
export async function idsOfNamed(
  { organization, parent, partners }: NamedOrganizations,
  context: Pick<OperationContext, "of">,
) {
  // Side by side, and awaited as one: a look-up that is refused while another is awaited would end the process.
  const [organizationId, parentId, partnerIds] = await Promise.all([
    organization && idOf(organization, context),
    parent && idOf(parent, context),
    partners &&
      Promise.all(
        partners.map(async ({ reference, permission }) => ({
          organization: await idOf(reference, context),
          permission,
        })),
      ),
  ]);
  return omitUndefined({ organization: organizationId, parent: parentId, partners: partnerIds });
}

async function idOf(
  reference: OrganizationReference,
  context: Pick<OperationContext, "of">,
): Promise<string> {
  if ("id" in reference) return reference.id;
  return (await orNotFound(loadOrganization(reference, context), "organization")).id;
}
