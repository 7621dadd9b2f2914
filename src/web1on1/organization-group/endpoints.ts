import { directory } from "../../rest/cache-policy.ts";
import { listIn, optionalRecord, requireRecord } from "../../rest/message/shape.ts";
import { DELETE, endpoints, GET, PATCH, POST } from "../endpoints.ts";
import { type ListQuery, linkedPage } from "../lists/page-json.ts";

/** A group of organizations as Web1on1 answers it. */
export interface OrganizationGroupJson {
  readonly id: string;
  readonly name?: string | null;
  /** Id of the owner. */
  readonly organization?: string | null;
  /** Ids of organizations. */
  readonly members?: readonly string[] | null;
  readonly createdAt?: string | null;
  readonly updatedAt?: string | null;
}

/** Writable fields of a group; `members` replaces what is stored. */
export interface OrganizationGroupBody {
  readonly name?: string;
  readonly organization?: string;
  readonly members?: readonly string[];
}

/** Filters of the list of groups. */
export interface OrganizationGroupsQuery extends ListQuery {
  readonly organization?: string | undefined;
  /** Id of an organization that is a member. */
  readonly members?: string | undefined;
}

/** Shows whether a group was created. */
const newestOrganizationGroups =
  "query { organizationGroups(sort: { field: CREATED_AT, direction: DESCENDING }) { nodes { id name createdAt } } }";

/** Groups of organizations: web1on1-v2.txt:6885-7165. */
export const orgGroups = endpoints(
  {
    cache: directory,
    invalidates: ["orgGroups", "orgGroupMembers"],
    reconcile: newestOrganizationGroups,
  },
  {
    list: GET("/orggroups")
      .query<OrganizationGroupsQuery>()
      .returns(linkedPage<OrganizationGroupJson>),
    create: POST("/orggroups")
      .body<OrganizationGroupBody & { readonly name: string }>()
      .returns(requireRecord<OrganizationGroupJson>),
    get: GET("/orggroups/{group_id}").returns(requireRecord<OrganizationGroupJson>),
    update: PATCH("/orggroups/{group_id}")
      .body<OrganizationGroupBody>()
      .returns(optionalRecord<OrganizationGroupJson>),
    delete: DELETE("/orggroups/{group_id}").returns<undefined>(),
  },
);

/** Shows whether members were added. */
const groupWithMembers =
  "query ($group: ID!) { organizationGroup(id: $group) { members(first: 100) { nodes { id } } } }";

/** Members of groups: web1on1-v2.txt:7166-7231. */
export const orgGroupMembers = endpoints(
  {
    cache: directory,
    invalidates: ["orgGroups", "orgGroupMembers"],
    reconcile: groupWithMembers,
  },
  {
    /** Ids of organizations, as a group holds them itself. */
    list: GET("/orggroups/{group_id}/members").returns(listIn<unknown>),
    /** Whether it answers all members or only those that were added is not said. */
    add: POST("/orggroups/{group_id}/members")
      .body<readonly string[]>()
      .returns(() => undefined),
    remove: DELETE("/orggroups/{group_id}/members/{member_id}").returns<undefined>(),
  },
);
