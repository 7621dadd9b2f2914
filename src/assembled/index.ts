import type { OperationContext } from "../graphql/context.ts";
import type { NodeType } from "../graphql/node.ts";
import * as activity from "./activity/activity.ts";
import * as activityType from "./activity-type/activity-type.ts";
import { assembledEnums } from "./enums.ts";
import * as group from "./group/group.ts";
import { activityTypeKind, personKind, queueKind, roleKind, siteKind, skillKind, teamKind } from "./kinds.ts";
import * as person from "./person/person.ts";
import { showWithGroups } from "./person/with-groups.ts";
import * as role from "./role/role.ts";

/** Resolvers of Assembled's nouns; merged with those of the other systems. */
export const assembledResolvers = [
  assembledEnums,
  { Query: person.Query, Mutation: person.Mutation, Person: person.Person },
  { Query: activity.Query, Mutation: activity.Mutation, Activity: activity.Activity },
  { Query: activityType.Query, ActivityType: activityType.ActivityType },
  { Query: group.Query, Queue: group.Queue, Site: group.Site, Team: group.Team, Skill: group.Skill },
  { Query: role.Query, Role: role.Role },
];

/** Types of Assembled that can be fetched by global id. */
export const assembledNodes: readonly NodeType<OperationContext["loaders"]>[] = [
  {
    kind: personKind,
    load: async (loaders, id, info) => {
      await showWithGroups(loaders, id, info);
      return loaders.personById.load(id);
    },
  },
  { kind: activityTypeKind, load: (loaders, id) => loaders.activityTypeById.load(id) },
  { kind: roleKind, load: (loaders, id) => loaders.roleById.load(id) },
  { kind: queueKind, load: (loaders, id) => loaders.queueById.load(id) },
  { kind: siteKind, load: (loaders, id) => loaders.siteById.load(id) },
  { kind: teamKind, load: (loaders, id) => loaders.teamById.load(id) },
  { kind: skillKind, load: (loaders, id) => loaders.skillById.load(id) },
];
