import { all, byId } from "../../fields/look-up.ts";
import { ref } from "../../fields/reference.ts";
import type { QueryResolvers, QueueResolvers } from "../../generated/resolvers.ts";
import type { ListDefinition } from "../../lists/list.ts";
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
import { groupNames } from "./names.ts";
import { type GroupWrites, groupWrites } from "./writes.ts";

/**
 * The noun of one type of group: one by its id, all of them, the group that one belongs to, and the writes.
 * @param writes whose kind names the fields, too: `Queue`, `Query.queue`, `Query.queues`.
 */
const groupNoun = (endpoints: Api, list: ListDefinition<GroupJson>, writes: GroupWrites): Noun => {
  const { byId: loader, kind } = writes;
  const names = groupNames(kind);
  return {
    endpoints,
    loaders: { [`${names.one}ById`]: loader },
    nodes: [{ kind, loader }],
    resolvers: {
      // The types are those of all four, which differ in nothing but their names.
      Query: {
        [names.one]: byId(kind, loader) satisfies QueryResolvers["queue"],
        [names.many]: all(loader, list) satisfies QueryResolvers["queues"],
      },
      [kind.type]: {
        ...identity(kind),
        parent: ref(kind, loader, ({ parent_id }: GroupJson) => parent_id),
      } satisfies QueueResolvers,
      ...groupWrites(writes),
    },
  };
};

/** Queues, from which people take their work. */
export const queue = groupNoun({ queues }, allQueues, {
  kind: queueKind,
  byId: queueById,
  list: queues.list,
  create: queues.create,
  update: queues.update,
  delete: queues.delete,
});

/** Sites, where people work. */
export const site = groupNoun({ sites }, allSites, {
  kind: siteKind,
  byId: siteById,
  list: sites.list,
  create: sites.create,
  update: sites.update,
  delete: sites.delete,
});

/** Teams of people. */
export const team = groupNoun({ teams }, allTeams, {
  kind: teamKind,
  byId: teamById,
  list: teams.list,
  create: teams.create,
  update: teams.update,
  delete: teams.delete,
});

/** Skills, which people have. */
export const skill = groupNoun({ skills }, allSkills, {
  kind: skillKind,
  byId: skillById,
  list: skills.list,
  create: skills.create,
  update: skills.update,
  delete: skills.delete,
});
