import { reference } from "../../rest/cache-policy.ts";
import { optionalRecord, valuesIn } from "../../rest/message/shape.ts";
import { DELETE, endpoints, GET, POST, PUT } from "../endpoints.ts";

/** A queue, site, team or skill: the four share one shape and form trees (assembled-v0.txt:1410-1435). */
export interface GroupJson {
  readonly id: string;
  readonly name: string;
  readonly parent_id?: string | null;
  /** Unix seconds. */
  readonly created_at?: number | null;
  /** Unix seconds. */
  readonly updated_at?: number | null;
}

/** A queue. */
export type QueueJson = GroupJson;
/** A site. */
export type SiteJson = GroupJson;
/** A team. */
export type TeamJson = GroupJson;
/** A skill. */
export type SkillJson = GroupJson;

/** A group as writes state it; a parent that is left out may mean none or the old one, so it is always sent. */
export interface GroupBody {
  readonly name: string;
  readonly parent_id: string | null;
}

/** The names of the four, as they stand in paths, in bodies and in answers. */
export type GroupName = "queues" | "sites" | "teams" | "skills";

/** Groups by id under the name of their type; an answer holds one of the four. */
type GroupsJson = Readonly<Record<GroupName, Readonly<Record<string, GroupJson>>>>;

/**
 * Nouns whose rows carry groups or bring them along, or are asked for by groups: what becomes of them when a group is moved or
 * deleted is not documented.
 */
const shownByGroup = [
  "people",
  "activities",
  "agentStates",
  "forecasts",
  "forecastTotals",
  "forecastedVsActuals",
  "requirementTypes",
  "requirements",
] as const;

/** The routes of one of the four. */
function groupRoutes(name: GroupName) {
  const groupsIn = (wire: GroupsJson): readonly GroupJson[] => valuesIn(wire[name]);
  return {
    list: GET(`/v0/${name}`).returns(groupsIn),
    /** Nothing is in a new group, so that no other answer shows it. */
    create: POST(`/v0/${name}`)
      .invalidates(name)
      .namesObject()
      .body<Readonly<Record<string, readonly GroupBody[]>>>()
      .returns(groupsIn),
    update: PUT(`/v0/${name}/{id}`)
      .invalidates(name, ...shownByGroup)
      .body<GroupBody>()
      .returns((wire: GroupJson | undefined) => optionalRecord(wire)),
    delete: DELETE(`/v0/${name}`)
      .invalidates(name, ...shownByGroup)
      .namesObject()
      .body<Readonly<Record<string, readonly string[]>>>()
      .returns<unknown>(),
  };
}

/** The endpoints of one of the four. */
export type GroupEndpoints = ReturnType<typeof groupRoutes>;

/** The facts that the routes of one share; the query shows whether groups were created. */
const facts = (name: GroupName) => ({
  cache: reference,
  reconcile: `query { ${name} { id name parent { id } } }`,
});

/** Queues: assembled-v0.txt:1436, 1530, 1666, 1702. */
export const queues = endpoints(facts("queues"), groupRoutes("queues"));

/** Sites: assembled-v0.txt:1460, 1564, 1675, 1714. */
export const sites = endpoints(facts("sites"), groupRoutes("sites"));

/** Teams: assembled-v0.txt:1484, 1598, 1684, 1726. */
export const teams = endpoints(facts("teams"), groupRoutes("teams"));

/** Skills: assembled-v0.txt:1507, 1632, 1693, 1738. */
export const skills = endpoints(facts("skills"), groupRoutes("skills"));
