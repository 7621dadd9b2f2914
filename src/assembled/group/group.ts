import { all, byId } from "../../fields/look-up.ts";
import { ref } from "../../fields/reference.ts";
import type { QueryResolvers, QueueResolvers } from "../../generated/resolvers.ts";
import type { CollectionLoader } from "../../loaders/collection.ts";
import type { Definition } from "../../loaders/definition.ts";
import type { ListDefinition } from "../../loaders/list.ts";
import type { IdKind } from "../../resolving/ids.ts";
import { identity } from "../../resolving/node-fields.ts";
import type { Noun } from "../../resolving/noun.ts";
import type { Api } from "../../rest/endpoint.ts";
import { type GroupJson, queues, sites, skills, teams } from "./endpoints.ts";
import {
  allQueues,
  allSites,
  allSkills,
  allTeams,
  queueById,
  queueKind,
  siteById,
  siteKind,
  skillById,
  skillKind,
  teamById,
  teamKind,
} from "./loaders.ts";

/**
 * The noun of one type of group: one by its id, all of them, and the group that one belongs to.
 * @param kind whose type names the fields, too: `Queue`, `Query.queue`, `Query.queues`.
 */
const groupNoun = (
  kind: IdKind,
  endpoints: Api,
  loader: Definition<CollectionLoader<GroupJson>>,
  list: ListDefinition<GroupJson>,
): Noun => {
  const name = kind.type.toLowerCase();
  return {
    endpoints,
    loaders: { [`${name}ById`]: loader },
    nodes: [{ kind, loader }],
    resolvers: {
      // The types are those of all four, which differ in nothing but their names.
      Query: {
        [name]: byId(kind, loader) satisfies QueryResolvers["queue"],
        [`${name}s`]: all(loader, list) satisfies QueryResolvers["queues"],
      },
      [kind.type]: {
        ...identity(kind),
        parent: ref(kind, loader, ({ parent_id }: GroupJson) => parent_id),
      } satisfies QueueResolvers,
    },
  };
};

/** Queues, from which people take their work. */
export const queue = groupNoun(queueKind, { queues }, queueById, allQueues);

/** Sites, where people work. */
export const site = groupNoun(siteKind, { sites }, siteById, allSites);

/** Teams of people. */
export const team = groupNoun(teamKind, { teams }, teamById, allTeams);

/** Skills, which people have. */
export const skill = groupNoun(skillKind, { skills }, skillById, allSkills);
