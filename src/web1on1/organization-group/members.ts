import { useOf } from "../../estimate/field-cost.ts";
import { atMost } from "../../estimate/range.ts";
import { field } from "../../fields/field.ts";
import { neverNull } from "../../fields/never-null.ts";
import type { OrganizationGroupMembersArgs } from "../../generated/resolvers.ts";
import type { OperationContext } from "../../graphql/context.ts";
import { loadExisting } from "../../loaders/promise-or-value.ts";
import { type Connection, connection, pageOfNoRows, pageRequest } from "../../resolving/pagination.ts";
import { readableReferencesIn } from "../../resolving/referenced.ts";
import type { OrganizationJson } from "../organization/endpoints.ts";
import { organizationById, organizationKind } from "../organization/loaders.ts";
import type { OrganizationGroupJson } from "./endpoints.ts";
import { membersOfOrganizationGroup } from "./loaders.ts";

/** A page of the organizations in a group, whose ids the group holds as a rule. */
export const members = neverNull(
  field(
    (args: OrganizationGroupMembersArgs) => {
      const { first } = pageRequest(args);
      const uses = [useOf(membersOfOrganizationGroup, atMost(1)), useOf(organizationById, atMost(first))];
      return { uses: first === 0 ? [] : uses, cardinality: atMost(first) };
    },
    async (
      group: OrganizationGroupJson,
      args: OrganizationGroupMembersArgs,
      { of }: OperationContext,
    ): Promise<Connection<OrganizationJson>> => {
      const request = pageRequest(args);
      const { first, offset } = request;
      const idOf = ({ id }: OrganizationJson) => id;
      if (first === 0) return pageOfNoRows(request);
      const listed = group.members ?? (await of(membersOfOrganizationGroup).load(group.id));
      const ids = [...new Set(readableReferencesIn(organizationKind, listed))];
      const end = Math.min(offset + first, ids.length);
      const rows = await loadExisting(of(organizationById), ids.slice(offset, end));
      return connection(request, { rows, hasNextPage: end < ids.length, end, idOf });
    },
  ),
);
