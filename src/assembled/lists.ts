import type { KeysOf } from "../loaders/indexed-rows.ts";
import { sliceRead } from "../loaders/keyed-read.ts";
import { listOf, wholeCollection } from "../loaders/list.ts";
import { pageFormat } from "../loaders/list-page.ts";
import type { PagedRead } from "../loaders/list-source.ts";
import { comparableEmail } from "../resolving/host.ts";
import { largestPageSize } from "../resolving/pagination.ts";
import { idIn, keysIn } from "../rest/row-values.ts";
import { activityTypes } from "./activity-type/endpoints.ts";
import { queues, sites, skills, teams } from "./group/endpoints.ts";
import { type PeoplePageJson, type PersonJson, people, peoplePageSize } from "./person/endpoints.ts";

/** Everybody, deleted people included: the only way to find a person by anything but the id. */
export const allPeople = listOf<PersonJson>({
  name: "people",
  pageSize: peoplePageSize,
  slices: sliceRead(people.list, (slice) => ({ query: { include_deleted: true, ...slice } })),
  format: pageFormat<PeoplePageJson, PersonJson>(({ people, total }, offset) => {
    const rows = Object.values(people);
    return { rows, hasNextPage: offset + rows.length < total, total };
  }),
});

/**
 * People as clients list them. The roster's pages are five times as large and hold people who have left; these are no
 * larger than a client may ask for, which keeps the answer to a first look small.
 */
export const listedPeople: PagedRead = {
  pageSize: largestPageSize,
  slices: sliceRead(people.list, (query) => ({ query })),
};

/** The id that activities use. */
export const byAgentId: KeysOf<PersonJson> = ({ agent_id }) => keysIn(idIn(agent_id));

/** The e-mail address, as addresses are compared. */
export const byEmail: KeysOf<PersonJson> = ({ email }) => keysIn(comparableEmail(email));

/** The id in the system that the person was imported from. */
export const byImportedId: KeysOf<PersonJson> = ({ imported_id }) => keysIn(imported_id);

const nothing = () => ({});

/** All activity types. */
export const activityTypeList = wholeCollection("activityTypes", sliceRead(activityTypes.list, nothing));

/** All queues. */
export const queueList = wholeCollection("queues", sliceRead(queues.list, nothing));

/** All sites. */
export const siteList = wholeCollection("sites", sliceRead(sites.list, nothing));

/** All teams. */
export const teamList = wholeCollection("teams", sliceRead(teams.list, nothing));

/** All skills. */
export const skillList = wholeCollection("skills", sliceRead(skills.list, nothing));
