import { sliceRead } from "../../lists/keyed-read.ts";
import { wholeCollection } from "../../lists/list.ts";
import { fromCollection } from "../../loaders/collection.ts";
import { kind } from "../ids.ts";
import type { PeoplePageJson } from "../person/endpoints.ts";
import { allPeople } from "../person/loaders.ts";
import { queues, sites, skills, teams } from "./endpoints.ts";

const nothing = () => ({});

/** Groups that come along with people: teams and sites always, queues and skills where they were seen to. */
const withPeople = (name: "queues" | "sites" | "skills" | "teams") => ({
  list: allPeople,
  rowsIn: (page: PeoplePageJson) => page[name],
});

/** Ids of queues. */
export const queueKind = kind("Queue");
/** All queues. */
export const allQueues = wholeCollection("queues", sliceRead(queues.list, nothing));
/** Queues by id. */
export const queueById = fromCollection(allQueues, withPeople("queues"));

/** Ids of sites. */
export const siteKind = kind("Site");
/** All sites. */
export const allSites = wholeCollection("sites", sliceRead(sites.list, nothing));
/** Sites by id. */
export const siteById = fromCollection(allSites, withPeople("sites"));

/** Ids of teams. */
export const teamKind = kind("Team");
/** All teams. */
export const allTeams = wholeCollection("teams", sliceRead(teams.list, nothing));
/** Teams by id. */
export const teamById = fromCollection(allTeams, withPeople("teams"));

/** Ids of skills. */
export const skillKind = kind("Skill");
/** All skills. */
export const allSkills = wholeCollection("skills", sliceRead(skills.list, nothing));
/** Skills by id. */
export const skillById = fromCollection(allSkills, withPeople("skills"));
