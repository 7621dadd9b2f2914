import { reference } from "../../rest/freshness.ts";
import { valuesIn } from "../../rest/record.ts";
import { endpoints, GET } from "../endpoints.ts";

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

/** Reads groups out of an answer that holds them by id under their name. */
const groupsIn =
  <Name extends string>(name: Name) =>
  (wire: { readonly [Key in Name]: Readonly<Record<string, GroupJson>> }): readonly GroupJson[] =>
    valuesIn(wire[name]);

const facts = { cache: reference };

/** Queues, unpaged: assembled-v0.txt:1436. */
export const queues = endpoints(facts, { list: GET("/v0/queues").returns(groupsIn("queues")) });

/** Sites, unpaged: assembled-v0.txt:1460. */
export const sites = endpoints(facts, { list: GET("/v0/sites").returns(groupsIn("sites")) });

/** Teams, unpaged: assembled-v0.txt:1484. */
export const teams = endpoints(facts, { list: GET("/v0/teams").returns(groupsIn("teams")) });

/** Skills, unpaged: assembled-v0.txt:1507. */
export const skills = endpoints(facts, { list: GET("/v0/skills").returns(groupsIn("skills")) });
