import { byIndex, oneByIndex } from "../loaders/by-index.ts";
import { byKey } from "../loaders/by-key.ts";
import { bySearch } from "../loaders/by-search.ts";
import { fromCollection } from "../loaders/collection.ts";
import type { MadeOf } from "../loaders/definition.ts";
import { byId } from "../loaders/indexed-rows.ts";
import { pointRead } from "../loaders/keyed-read.ts";
import { activitiesByAgent } from "./activity/by-agent.ts";
import { activityWindows } from "./activity/windows.ts";
import {
  activityTypeList,
  byAgentId,
  byEmail,
  byImportedId,
  queueList,
  roleList,
  roster,
  siteList,
  skillList,
  teamList,
} from "./lists.ts";
import { type PeoplePageJson, people, peoplePageSize } from "./person/endpoints.ts";

/** What comes along with people: teams and sites always, queues and skills where they were seen to. */
const withPeople = (noun: "queues" | "sites" | "skills" | "teams") => ({
  list: roster,
  rowsIn: (page: PeoplePageJson) => page[noun],
});

/** The loaders of Assembled, by name. */
export const assembledLoaders = {
  roster,
  personById: byKey(
    roster,
    byId,
    pointRead(people.get, (id) => ({ id })),
  ),
  personByAgentId: oneByIndex(roster, byAgentId),
  peopleByEmail: bySearch(
    roster,
    byEmail,
    pointRead(people.list, (search) => ({
      query: { search, include_deleted: true, limit: peoplePageSize, offset: 0 },
    })),
  ),
  peopleByImportedId: byIndex(roster, byImportedId),
  activitiesByAgent,
  activityWindows,
  activityTypeById: fromCollection(activityTypeList),
  roleById: fromCollection(roleList),
  siteById: fromCollection(siteList, withPeople("sites")),
  teamById: fromCollection(teamList, withPeople("teams")),
  queueById: fromCollection(queueList, withPeople("queues")),
  skillById: fromCollection(skillList, withPeople("skills")),
};

/** All loaders of Assembled, for one operation. */
export type AssembledLoaders = MadeOf<typeof assembledLoaders>;
