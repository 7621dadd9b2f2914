import { startOfDayMs } from "../data/day.ts";
import { organizations } from "../data/organizations.ts";
import { type DataSizes, defaultSizes } from "../data/sizes.ts";
import type { Web1on1Data } from "../data/types.ts";
import { users } from "../data/users.ts";

/** Makes the first data of Web1on1, anchored to the UTC day of `nowMs`. */
export function web1on1Data(nowMs: number, counts: DataSizes = defaultSizes): Web1on1Data {
  const anchorMs = startOfDayMs(nowMs);
  return {
    users: users(counts, anchorMs),
    organizations: organizations(counts.listedOrganizations, anchorMs),
  };
}
