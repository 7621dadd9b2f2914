import type {
  QueryResolvers,
  QueueResolvers,
  SiteResolvers,
  SkillResolvers,
  TeamResolvers,
} from "../../generated/resolvers.ts";
import { sourceIdOf } from "../../resolving/ids.ts";
import { identity } from "../../resolving/node-fields.ts";
import { loadReferenced } from "../../resolving/referenced.ts";
import { queueKind, siteKind, skillKind, teamKind } from "../kinds.ts";

/** Queues, sites, teams and skills: one by id, and all. */
export const Query: Pick<
  QueryResolvers,
  "queue" | "queues" | "site" | "sites" | "team" | "teams" | "skill" | "skills"
> = {
  queue: (_, { id }, { loaders }) => loaders.queueById.load(sourceIdOf(queueKind, id)),
  queues: (_, _args, { loaders }) => loaders.queueById.all(),
  site: (_, { id }, { loaders }) => loaders.siteById.load(sourceIdOf(siteKind, id)),
  sites: (_, _args, { loaders }) => loaders.siteById.all(),
  team: (_, { id }, { loaders }) => loaders.teamById.load(sourceIdOf(teamKind, id)),
  teams: (_, _args, { loaders }) => loaders.teamById.all(),
  skill: (_, { id }, { loaders }) => loaders.skillById.load(sourceIdOf(skillKind, id)),
  skills: (_, _args, { loaders }) => loaders.skillById.all(),
};

/** Fields of `Queue`. */
export const Queue: Pick<QueueResolvers, "id" | "sourceId" | "parent"> = {
  ...identity(queueKind),
  parent: ({ parent_id }, _, { loaders }) => loadReferenced(loaders.queueById, queueKind, parent_id),
};

/** Fields of `Site`. */
export const Site: Pick<SiteResolvers, "id" | "sourceId" | "parent"> = {
  ...identity(siteKind),
  parent: ({ parent_id }, _, { loaders }) => loadReferenced(loaders.siteById, siteKind, parent_id),
};

/** Fields of `Team`. */
export const Team: Pick<TeamResolvers, "id" | "sourceId" | "parent"> = {
  ...identity(teamKind),
  parent: ({ parent_id }, _, { loaders }) => loadReferenced(loaders.teamById, teamKind, parent_id),
};

/** Fields of `Skill`. */
export const Skill: Pick<SkillResolvers, "id" | "sourceId" | "parent"> = {
  ...identity(skillKind),
  parent: ({ parent_id }, _, { loaders }) => loadReferenced(loaders.skillById, skillKind, parent_id),
};
