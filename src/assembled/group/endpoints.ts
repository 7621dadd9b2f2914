import { reference } from "../../rest/freshness.ts";
import { valuesIn } from "../../rest/record.ts";
import { GET } from "../../rest/route.ts";

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

type GroupMap = Readonly<Record<string, GroupJson>>;

/** Queues, unpaged: assembled-v0.txt:1436. */
export const queues = {
  list: GET("/v0/queues")
    .cache(reference)
    .returns((wire: { readonly queues: GroupMap }) => valuesIn(wire.queues)),
};

/** Sites, unpaged: assembled-v0.txt:1460. */
export const sites = {
  list: GET("/v0/sites")
    .cache(reference)
    .returns((wire: { readonly sites: GroupMap }) => valuesIn(wire.sites)),
};

/** Teams, unpaged: assembled-v0.txt:1484. */
export const teams = {
  list: GET("/v0/teams")
    .cache(reference)
    .returns((wire: { readonly teams: GroupMap }) => valuesIn(wire.teams)),
};

/** Skills, unpaged: assembled-v0.txt:1507. */
export const skills = {
  list: GET("/v0/skills")
    .cache(reference)
    .returns((wire: { readonly skills: GroupMap }) => valuesIn(wire.skills)),
};
