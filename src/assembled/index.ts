import type { NodeType } from "../resolving/noun.ts";
import type { System } from "../resolving/system.ts";
import * as activity from "./activity/activity.ts";
import { activityType } from "./activity-type/activity-type.ts";
import { assembledApi } from "./api.ts";
import { assembledEnums } from "./enums.ts";
import { queue, site, skill, team } from "./group/group.ts";
import { personKind } from "./kinds.ts";
import { assembledLoaders } from "./loaders.ts";
import * as person from "./person/person.ts";
import { showWithGroups } from "./person/with-groups.ts";
import { role } from "./role/role.ts";

/** Resolvers of Assembled's nouns; merged with those of the other systems. */
const assembledResolvers = [
  { Query: person.Query, Mutation: person.Mutation, Person: person.Person },
  { Query: activity.Query, Mutation: activity.Mutation, Activity: activity.Activity },
];

/** Types of Assembled that can be fetched by global id. */
const nodes: readonly NodeType[] = [
  {
    kind: personKind,
    loader: assembledLoaders.personById,
    prepare: showWithGroups,
  },
];

/** Assembled, with everything that the gateway offers of it. */
export const assembled: System = {
  name: "assembled",
  title: "Assembled",
  enums: assembledEnums,
  nouns: [
    activityType,
    role,
    queue,
    site,
    team,
    skill,
    { endpoints: assembledApi, loaders: assembledLoaders, nodes, resolvers: {} },
    ...assembledResolvers.map((resolvers) => ({ endpoints: {}, resolvers })),
  ],
};
