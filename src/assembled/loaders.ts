import { byIndex, oneByIndex } from "../loaders/by-index.ts";
import { byKey } from "../loaders/by-key.ts";
import { bySearch } from "../loaders/by-search.ts";
import { fromCollection } from "../loaders/collection.ts";
import type { Definition } from "../loaders/definition.ts";
import { byId } from "../loaders/indexed-rows.ts";
import { pointRead } from "../loaders/keyed-read.ts";
import { activitiesByAgent } from "./activity/by-agent.ts";
import { activityWindows } from "./activity/windows.ts";
import {
  activityTypeList,
  allPeople,
  byAgentId,
  byEmail,
  byImportedId,
  queueList,
  siteList,
  skillList,
  teamList,
} from "./lists.ts";
import { type PeoplePageJson, people, peoplePageSize } from "./person/endpoints.ts";
import { roleById } from "./role/role.ts";

/** What comes along with people: teams and sites always, queues and skills where they were seen to. */
const withPeople = (noun: "queues" | "sites" | "skills" | "teams") => ({
  list: allPeople,
  rowsIn: (page: PeoplePageJson) => page[noun],
});

/** The loaders of Assembled, by name. */
export const assembledLoaders = {
  allPeople,
  personById: byKey(
    allPeople,
    byId,
    pointRead(people.get, (id) => ({ id })),
  ),
  personByAgentId: oneByIndex(allPeople, byAgentId),
  peopleByEmail: bySearch(
    allPeople,
    byEmail,
    pointRead(people.list, (search) => ({
      query: { search, include_deleted: true, limit: peoplePageSize, offset: 0 },
    })),
  ),
  peopleByImportedId: byIndex(allPeople, byImportedId),
  activitiesByAgent,
  activityWindows,
  activityTypeById: fromCollection(activityTypeList),
  roleById,
  siteById: fromCollection(siteList, withPeople("sites")),
  teamById: fromCollection(teamList, withPeople("teams")),
  queueById: fromCollection(queueList, withPeople("queues")),
  skillById: fromCollection(skillList, withPeople("skills")),
};

/** All loaders of Assembled, for one operation. */
export type AssembledLoaders = {
  readonly [Name in keyof typeof assembledLoaders]: (typeof assembledLoaders)[Name] extends Definition<
    infer Made
  >
    ? Made
    : never;
};
