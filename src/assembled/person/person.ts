import type { GraphQLResolveInfo } from "graphql";
import { undocumentedValue } from "../../errors.ts";
import { useOf } from "../../estimate/field-cost.ts";
import { atMost } from "../../estimate/range.ts";
import { field } from "../../fields/field.ts";
import { neverNull } from "../../fields/never-null.ts";
import { ref, refs } from "../../fields/reference.ts";
import type {
  PersonActivitiesArgs,
  PersonResolvers,
  QueryPersonArgs,
  QueryResolvers,
} from "../../generated/resolvers.ts";
import type { OperationContext } from "../../graphql/context.ts";
import { mapPromiseOrValue } from "../../loaders/promise-or-value.ts";
import { fullName } from "../../resolving/full-name.ts";
import { identity } from "../../resolving/node-fields.ts";
import type { Noun } from "../../resolving/noun.ts";
import { windowPageRequest } from "../../resolving/pagination.ts";
import { referenceIn } from "../../resolving/referenced.ts";
import { longestReadDays, windowSeconds } from "../../resolving/time.ts";
import { connectionOfAll } from "../../resolving/whole-page.ts";
import { textIn } from "../../rest/row-values.ts";
import { activitiesByAgent } from "../activity/loaders.ts";
import {
  queueById,
  queueKind,
  siteById,
  siteKind,
  skillById,
  skillKind,
  teamById,
  teamKind,
} from "../group/loaders.ts";
import { roleById, roleKind } from "../role/role.ts";
import { type PersonJson, people } from "./endpoints.ts";
import {
  agentKind,
  allPeople,
  peopleByEmail,
  peopleByImportedId,
  personByAgentId,
  personByEitherId,
  personById,
  personKind,
} from "./loaders.ts";
import { loadPerson, lookUpUses, personReference } from "./look-up.ts";
import { peopleFields, peopleLoaders } from "./of-group.ts";
import { hasPerson, ofPerson } from "./of-person.ts";
import { peopleList, peopleSearch } from "./people-list.ts";
import { showWithGroups } from "./with-groups.ts";
import { Mutation, payloads } from "./writes.ts";

const Query = {
  person: field(
    ({ by }: QueryPersonArgs) => ({ uses: lookUpUses([personReference(by)]) }),
    async (_: unknown, { by }: QueryPersonArgs, { of }: OperationContext, info: GraphQLResolveInfo) => {
      const reference = personReference(by);
      if (reference.key === "id") await showWithGroups(of, reference.value, info);
      return loadPerson(of, reference);
    },
  ),
  people: peopleList,
} satisfies QueryResolvers;

const Person = {
  ...identity(personKind),
  displayName: ({ first_name, last_name }) => fullName("assembled", [first_name, last_name]),
  // An empty text stands for none of these.
  agentId: ({ agent_id }) => agent_id || null,
  timezone: ({ timezone }) => timezone || null,
  importedId: ({ imported_id }) => lookUpKeyIn(imported_id),
  roles: refs(roleKind, roleById, ({ role, roles }: PersonJson) => roles ?? [role]),
  agentRole: ({ agent_role }) => textIn(agent_role)?.toLowerCase() ?? (agent_role || null),
  site: ref(siteKind, siteById, ({ site }: PersonJson) => site),
  teams: refs(teamKind, teamById, ({ teams }: PersonJson) => teams),
  queues: refs(queueKind, queueById, ({ queues }: PersonJson) => queues),
  skills: refs(skillKind, skillById, ({ skills }: PersonJson) => skills),
  activities: neverNull(
    field(
      (args: PersonActivitiesArgs) => ({
        uses: [useOf(activitiesByAgent, atMost(1))],
        cardinality: atMost(windowPageRequest(args).first),
        tells: hasPerson.is(true),
      }),
      (person: PersonJson, { window, ...args }: PersonActivitiesArgs, { of }: OperationContext) => {
        const request = windowPageRequest(args);
        const seconds = windowSeconds(window, longestReadDays);
        const agentId = referenceIn(agentKind, person.agent_id);
        const found = agentId !== null ? of(activitiesByAgent).load({ agentId, ...seconds }) : [];
        return mapPromiseOrValue(found, (all) =>
          connectionOfAll(request, {
            all,
            idOf: ({ key }) => key,
            toNode: (activity) => ofPerson(activity, person),
          }),
        );
      },
    ),
  ),
} satisfies PersonResolvers;

/**
 * A key as people are found by it; null for an empty one.
 * @throws UPSTREAM_INVALID_RESPONSE for what they cannot be found by, such as a number that may have been rounded.
 */
function lookUpKeyIn(value: unknown): string | null {
  const key = textIn(value);
  if (key === undefined && value !== null && value !== undefined && value !== "") {
    throw undocumentedValue("assembled");
  }
  return key ?? null;
}

/** Members of the support staff. */
export const person: Noun = {
  endpoints: { people },
  loaders: {
    allPeople,
    personById,
    personByAgentId,
    personByEitherId,
    peopleByEmail,
    peopleByImportedId,
    ...peopleLoaders,
    peopleSearch,
  },
  nodes: [
    {
      kind: personKind,
      loader: personById,
      prepare: showWithGroups,
      lookUpKeys: { keys: { email: "EmailAddress", agentId: "ID" }, lookUp: Query.person },
    },
  ],
  resolvers: { Query, Mutation, Person, ...peopleFields, ...payloads },
};
