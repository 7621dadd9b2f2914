import type {
  CreateOrganizationGroupInput,
  UpdateOrganizationGroupInput,
} from "../../generated/resolvers.ts";
import { optionalSourceIdOf, sourceIdOf } from "../../resolving/ids.ts";
import {
  checkFilled,
  filledIfGiven,
  nonBlank,
  notNull,
  omitUndefined,
  sourceIdsOf,
} from "../../resolving/input.ts";
import { organizationKind } from "../organization/loaders.ts";

/** Ids of organizations, each once. @throws BAD_USER_INPUT for one that cannot be one */
const memberIds = (ids: readonly string[] | undefined) => {
  const sourceIds = sourceIdsOf(organizationKind, ids, "memberIds");
  return sourceIds && [...new Set(sourceIds)];
};

/** A group to create. @throws BAD_USER_INPUT for what cannot be meant. */
export const newGroup = ({ name, organizationId, memberIds: members }: CreateOrganizationGroupInput) => {
  return {
    name: nonBlank(name, "name"),
    ...omitUndefined({
      organization: optionalSourceIdOf(organizationKind, organizationId),
      members: memberIds(members ?? undefined),
    }),
  };
};

/** Changes to a group. @throws BAD_USER_INPUT for null, since nothing can be cleared, and for what cannot be meant. */
export function groupChanges(input: UpdateOrganizationGroupInput) {
  const organizationId = notNull(input.organizationId, "organizationId");
  return omitUndefined({
    name: filledIfGiven(input.name, "name"),
    organization: optionalSourceIdOf(organizationKind, organizationId),
    members: memberIds(notNull(input.memberIds, "memberIds")),
  });
}

/** Members to add. @throws BAD_USER_INPUT for none, and for an id that cannot be one. */
export function newMembers(ids: readonly string[]): readonly string[] {
  checkFilled(ids, "memberIds");
  return [...new Set(ids.map((id) => sourceIdOf(organizationKind, id)))];
}
