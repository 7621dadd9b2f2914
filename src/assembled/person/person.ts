import { GatewayError, undocumentedValue } from "../../errors.ts";
import type {
  CreatePersonInput,
  MutationResolvers,
  PeopleFilter,
  PersonResolvers,
  QueryResolvers,
} from "../../generated/resolvers.ts";
import { isPlain } from "../../loaders/list.ts";
import { comparableEmail } from "../../resolving/host.ts";
import { optionalSourceIdOf, sourceIdOf, toGlobalId } from "../../resolving/ids.ts";
import { checkBulk } from "../../resolving/input.ts";
import { identity } from "../../resolving/node-fields.ts";
import { connection, connectionOfAll, pageRequest, windowPageSize } from "../../resolving/pagination.ts";
import { loadAllReferenced, loadReferenced, referenceIn } from "../../resolving/referenced.ts";
import { longestReadDays, windowSeconds } from "../../resolving/time.ts";
import { textIn } from "../../rest/row-values.ts";
import { longestText, within } from "../../text-limits.ts";
import { ofPerson } from "../activity/activity.ts";
import { agentKind, personKind, queueKind, roleKind, siteKind, skillKind, teamKind } from "../kinds.ts";
import { listedPeople } from "../lists.ts";
import { matchToInputs } from "../match-to-inputs.ts";
import { type PersonJson, people } from "./endpoints.ts";
import { newPerson, personChanges } from "./input.ts";
import { loadPerson, personReference } from "./look-up.ts";
import { showWithGroups } from "./with-groups.ts";

/** `Query.person`, `Query.people`. */
export const Query: Pick<QueryResolvers, "person" | "people"> = {
  person: async (_, { by }, { loaders, of }, info) => {
    const reference = personReference(by);
    if ("id" in reference) await showWithGroups(of, reference.id, info);
    return loadPerson(loaders, reference);
  },
  people: async (_, { filter, sort, ...args }, { call, loaders }) => {
    const request = pageRequest(args);
    const query = {
      ...peopleFilter(filter),
      sort_by: sort?.field,
      sort_direction: sort ? (sort.direction === "DESCENDING" ? "descending" : "ascending") : undefined,
    } as const;
    const idOf = ({ id }: PersonJson) => id;
    // Upstream, no channel means any.
    if (query.channel?.length === 0) {
      return connection<PersonJson>(request, { rows: [], hasNextPage: false, idOf, totalCount: 0 });
    }
    const { first, offset } = request;
    // A page of no rows still tells the total.
    const slice = { limit: Math.max(1, first), offset };
    const { rows, total = 0 } =
      isPlain(query) && first > 0
        ? await loaders.allPeople.range(offset, first, listedPeople)
        : loaders.allPeople.show(
            await call.assembled(people.list, { query: { ...query, ...slice } }),
            offset,
          );
    // A page without rows is the last, whatever the total says: nothing would lead on from it.
    const hasNextPage = rows.length > 0 && offset + rows.length < total;
    return connection(request, { rows, hasNextPage, idOf, totalCount: total });
  },
};

/** Fields of `Person`. */
export const Person: Pick<
  PersonResolvers,
  | "id"
  | "sourceId"
  | "agentId"
  | "timezone"
  | "importedId"
  | "roles"
  | "agentRole"
  | "site"
  | "teams"
  | "queues"
  | "skills"
  | "activities"
> = {
  ...identity(personKind),
  // An empty text stands for none of these.
  agentId: ({ agent_id }) => agent_id || null,
  timezone: ({ timezone }) => timezone || null,
  importedId: ({ imported_id }) => foundBy(imported_id),
  roles: ({ role, roles }, _, { loaders }) => loadAllReferenced(loaders.roleById, roleKind, roles ?? [role]),
  agentRole: ({ agent_role }) => textIn(agent_role)?.toLowerCase() ?? (agent_role || null),
  site: ({ site }, _, { loaders }) => loadReferenced(loaders.siteById, siteKind, site),
  teams: ({ teams }, _, { loaders }) => loadAllReferenced(loaders.teamById, teamKind, teams),
  queues: ({ queues }, _, { loaders }) => loadAllReferenced(loaders.queueById, queueKind, queues),
  skills: ({ skills }, _, { loaders }) => loadAllReferenced(loaders.skillById, skillKind, skills),
  activities: async (person, { window, ...args }, { loaders }) => {
    const request = pageRequest(args, windowPageSize, windowPageSize);
    const seconds = windowSeconds(window, longestReadDays);
    const agentId = referenceIn(agentKind, person.agent_id);
    const all = agentId !== null ? await loaders.activitiesByAgent.load({ agentId, ...seconds }) : [];
    return connectionOfAll(request, {
      all,
      idOf: ({ key }) => key,
      toNode: (activity) => ofPerson(activity, person),
    });
  },
};

/** Writes of people. */
export const Mutation: Pick<
  MutationResolvers,
  "createPerson" | "createPeople" | "updatePerson" | "deletePerson"
> = {
  createPerson: async (_, { input }, { call }) => {
    const [person] = await call.assembled(people.create, { body: { people: [newPerson(input)] } });
    const written = writtenPerson(person);
    return { id: toGlobalId(personKind, written.id), person: written };
  },
  createPeople: async (_, { input }, { call }) => {
    checkBulk(input.people, "people");
    const created = await call.assembled(people.create, { body: { people: input.people.map(newPerson) } });
    const hasAddress = ({ email }: CreatePersonInput, row: PersonJson) =>
      comparableEmail(email) === comparableEmail(row.email);
    const isSame = (one: CreatePersonInput, row: PersonJson) =>
      hasAddress(one, row) && one.firstName === row.first_name && one.lastName === row.last_name;
    const inOrder = matchToInputs(input.people, created, isSame, hasAddress).map(writtenPerson);
    return { ids: inOrder.map(({ id }) => toGlobalId(personKind, id)), people: inOrder };
  },
  updatePerson: async (_, { id, input }, { call, loaders }) => {
    const personId = sourceIdOf(personKind, id);
    const written = await call.assembled(people.update, { id: personId, body: personChanges(input) });
    return {
      id: toGlobalId(personKind, personId),
      get person() {
        return written ?? loaders.personById.load(personId);
      },
    };
  },
  deletePerson: async (_, { id, deletion }, { call, loaders }) => {
    const personId = sourceIdOf(personKind, id);
    const query = deletion === "HARD" ? { hard: true } : {};
    await call.assembled(people.delete, { id: personId, query });
    return {
      id: toGlobalId(personKind, personId),
      get person() {
        return deletion === "HARD" ? null : loaders.personById.load(personId);
      },
    };
  },
};

/**
 * A key as people are found by it; null for an empty one.
 * @throws UPSTREAM_INVALID_RESPONSE for what they cannot be found by, such as a number that may have been rounded.
 */
function foundBy(key: unknown): string | null {
  const text = textIn(key);
  if (text === undefined && key !== null && key !== undefined && key !== "") {
    throw undocumentedValue("assembled");
  }
  return text ?? null;
}

/** @throws BAD_USER_INPUT for an id that cannot be one of its kind and for a search that is too long. */
function peopleFilter(filter: PeopleFilter | null | undefined) {
  const search = filter?.search ?? undefined;
  if (search) within(search, longestText.filter, "filter.search");
  return {
    channel: filter?.channels ?? undefined,
    team: optionalSourceIdOf(teamKind, filter?.team),
    site: optionalSourceIdOf(siteKind, filter?.site),
    restricted_site: optionalSourceIdOf(siteKind, filter?.restrictedSite),
    queue: optionalSourceIdOf(queueKind, filter?.queue),
    skill: optionalSourceIdOf(skillKind, filter?.skill),
    role: optionalSourceIdOf(roleKind, filter?.role),
    include_deleted: filter?.includeDeleted || undefined,
    search,
  };
}

/** @throws UPSTREAM_INVALID_RESPONSE when a write that succeeded did not answer the person. */
function writtenPerson(person: PersonJson | undefined): PersonJson {
  if (person) return person;
  throw new GatewayError(
    "UPSTREAM_INVALID_RESPONSE",
    "Assembled accepted the write but did not answer the person; look the person up by e-mail address.",
    { system: "assembled" },
  );
}
