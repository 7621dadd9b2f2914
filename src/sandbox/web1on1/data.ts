import { startOfDayMs } from "../data/day.ts";
import { type DataSizes, defaultSizes } from "../data/sizes.ts";
import { botInstances } from "../data/web1on1/bot-instances.ts";
import { bots } from "../data/web1on1/bots.ts";
import { forms } from "../data/web1on1/forms.ts";
import { organizationGroups } from "../data/web1on1/organization-groups.ts";
import { organizations } from "../data/web1on1/organizations.ts";
import { services } from "../data/web1on1/services.ts";
import type { Web1on1Data } from "../data/web1on1/stored.ts";
import { users as usersOf } from "../data/web1on1/users.ts";
import { workflows } from "../data/web1on1/workflows.ts";

/** Makes the first data of Web1on1, anchored to the UTC day of `nowMs`. */
export function web1on1Data(nowMs: number, counts: DataSizes = defaultSizes): Web1on1Data {
  const anchorMs = startOfDayMs(nowMs);
  const users = usersOf(counts, anchorMs);
  const setUp = { users, listedOrganizations: counts.listedOrganizations };
  return {
    users,
    organizations: organizations(counts.listedOrganizations, anchorMs),
    bots: bots(setUp, anchorMs),
    botInstances: botInstances(setUp, anchorMs),
    services: services(counts.listedOrganizations, anchorMs),
    forms: forms(counts.listedOrganizations, anchorMs),
    organizationGroups: organizationGroups(counts.listedOrganizations, anchorMs),
    workflows: workflows(anchorMs),
  };
}
