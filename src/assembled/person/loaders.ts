import { byId, type KeysOf } from "../../lists/indexed-rows.ts";
import { pointRead, sliceRead } from "../../lists/keyed-read.ts";
import { listOf } from "../../lists/list.ts";
import type { PagedRead } from "../../lists/list-source.ts";
import { pageFormat } from "../../lists/page.ts";
import { bySearch } from "../../loaders/by-search.ts";
import { manyByField, oneByField } from "../../loaders/many-by-field.ts";
import { oneByKey } from "../../loaders/one-by-key.ts";
import { comparableEmail } from "../../resolving/host.ts";
import { largestPageSize } from "../../resolving/pagination.ts";
import { idIn, keysIn } from "../../rest/row-values.ts";
import { kind } from "../ids.ts";
import { listPage } from "../offset-page.ts";
import {
  type PeoplePageJson,
  type PeopleQuery,
  type PersonJson,
  people,
  peoplePageSize,
} from "./endpoints.ts";

/** Ids of people: another space than those of agents. */
export const personKind = kind("Person");

/** Ids that activities are kept under; agents are no type of their own. */
export const agentKind = kind("Agent");

/** All people, deleted ones included: the only way to find a person by anything but the id. */
export const allPeople = listOf<PersonJson>({
  name: "people",
  pageSize: peoplePageSize,
  slices: sliceRead(people.list, (slice) => ({ query: { include_deleted: true, ...slice } })),
  format: pageFormat<PeoplePageJson, PersonJson>(({ people, total }, offset) =>
    listPage({ rows: Object.values(people), total }, offset),
  ),
});

/**
 * People as clients list them. Pages of `allPeople` are five times as large and hold people who have left; these are no
 * larger than a client may ask for, which keeps the answer to a first look small.
 */
export const listedPeople: PagedRead = {
  pageSize: largestPageSize,
  slices: sliceRead(people.list, (query) => ({ query })),
};

/** People by the filters and the order of the upstream, in pages as large as it gives them. */
export const selectedPeople = sliceRead(people.list, (query: PeopleQuery) => ({ query }));

const byAgentId: KeysOf<PersonJson> = ({ agent_id }) => keysIn(idIn(agent_id));
const byEmail: KeysOf<PersonJson> = ({ email }) => keysIn(comparableEmail(email));
const byImportedId: KeysOf<PersonJson> = ({ imported_id }) => keysIn(imported_id);

/** A person by their id. */
export const personById = oneByKey(
  allPeople,
  byId,
  pointRead(people.get, (id) => ({ id })),
);

/** A person by the id that activities use. */
export const personByAgentId = oneByField(allPeople, byAgentId);

/** A person by their own id or by that of their agent, for rows that may name either. */
export const personByEitherId = oneByField(allPeople, ({ agent_id, id }) => [
  ...keysIn(idIn(agent_id)),
  ...keysIn(id),
]);

/** People by their e-mail address, as addresses are compared. */
export const peopleByEmail = bySearch(
  allPeople,
  byEmail,
  pointRead(people.list, (search) => ({
    query: { search, include_deleted: true, limit: peoplePageSize, offset: 0 },
  })),
);

/** People by their id in the system that they were imported from. */
export const peopleByImportedId = manyByField(allPeople, byImportedId);
