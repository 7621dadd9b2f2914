import type { PeoplePageJson } from "../../assembled/person/endpoints.ts";
import type { StoredPerson } from "../data/assembled/stored.ts";
import { Refusal } from "../refusal.ts";
import { knownIds } from "./fields.ts";
import { pageOf } from "./paging.ts";
import { personChannels, shownPerson } from "./person-fields.ts";
import { type AssembledState, type Collection, keyedById } from "./state.ts";

type Page = PeoplePageJson & { readonly limit: number | null; readonly offset: number | null };

/**
 * One page of the people that match (assembled-v0.txt:156-171), with the teams and sites that people of this page
 * belong to. A limit that is not given is echoed as null (assembled-v0.txt:152).
 */
export function listPeople(
  state: AssembledState,
  query: URLSearchParams,
  { sideLoadQueues }: { readonly sideLoadQueues: boolean },
): Page {
  const matching = sorted(state.people.all().filter(filterOf(query)), query, state.roles);
  const { page, place } = pageOf(matching, query, { echoesNull: true });
  const referred = <Row extends { readonly id: string }>(
    rows: Collection<Row>,
    idsOf: (person: StoredPerson) => readonly string[],
  ) => {
    const ids = new Set(page.flatMap(idsOf));
    return keyedById([...rows.values()].filter((row) => ids.has(row.id)));
  };
  return {
    teams: referred(state.teams, (person) => person.teams ?? []),
    sites: referred(state.sites, (person) => (person.site ? [person.site] : [])),
    ...(sideLoadQueues && {
      queues: referred(state.queues, (person) => person.queues ?? []),
      skills: referred(state.skills, (person) => person.skills ?? []),
    }),
    people: keyedById(page.map(shownPerson)),
    ...place,
  };
}

function filterOf(query: URLSearchParams): (person: StoredPerson) => boolean {
  const channels = knownIds(query.getAll("channel"), personChannels, "channel");
  const search = query.get("search")?.toLowerCase() ?? "";
  const includeDeleted = query.get("include_deleted") === "true";
  const has = (name: string, ids: readonly string[] | null | undefined) => {
    const wanted = query.get(name);
    return wanted === null || (ids ?? []).includes(wanted);
  };
  return (person) =>
    (includeDeleted || person.deleted !== true) &&
    (channels.length === 0 || channels.some((channel) => person.channels?.includes(channel))) &&
    has("team", person.teams) &&
    has("site", person.site ? [person.site] : []) &&
    has("restricted_site", person.restricted_sites) &&
    has("queue", person.queues) &&
    has("skill", person.skills) &&
    has("role", rolesOf(person)) &&
    [person.first_name, person.last_name, person.email].some((text) => text.toLowerCase().includes(search));
}

/** People without a sort keep the order in which they were made; equal ones always do. */
function sorted(
  people: readonly StoredPerson[],
  query: URLSearchParams,
  roles: AssembledState["roles"],
): readonly StoredPerson[] {
  const sortBy = query.get("sort_by");
  if (sortBy === null) return people;
  const keys: Readonly<Record<string, (person: StoredPerson) => string>> = {
    first_name: (person) => person.first_name,
    last_name: (person) => person.last_name,
    role: (person) => roles.get(rolesOf(person)[0] ?? "")?.name ?? "",
  };
  const keyOf = Object.hasOwn(keys, sortBy) ? keys[sortBy] : undefined;
  if (keyOf === undefined) throw new Refusal(400, "sort_by must be first_name, last_name or role");
  const sign = signOf(query.get("sort_direction"));
  return people.toSorted(
    (one, other) => sign * compare(keyOf(one).toLowerCase(), keyOf(other).toLowerCase()),
  );
}

function signOf(direction: string | null): 1 | -1 {
  if (direction === "ascending") return 1;
  if (direction === "descending") return -1;
  throw new Refusal(400, "sort_direction must be ascending or descending where sort_by is given");
}

/** By code unit: the same on every machine, whatever its locale. */
function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}

/** Old people carry a single `role` instead of `roles`. */
function rolesOf({ roles, role }: StoredPerson): readonly string[] {
  return roles ?? (role ? [role] : []);
}
