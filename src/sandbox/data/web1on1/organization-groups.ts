import { isoTime } from "../day.ts";
import { organizationGroupId, organizationId } from "../ids.ts";
import { listedKeys } from "./organizations.ts";
import type { StoredOrganizationGroup } from "./stored.ts";

interface Sketch {
  readonly name: string;
  /** Key of the organization that owns it. */
  readonly owner: string;
  /** Keys of organizations. */
  readonly members: readonly string[];
}

const regions = ["North", "East", "South", "West"];

/** Groups of listed organizations: each is in one region, some in more groups, the showcase in several. */
export function organizationGroups(listedCount: number, anchorMs: number): StoredOrganizationGroup[] {
  const keys = listedKeys(listedCount);
  const sketches: Sketch[] = [
    ...regions.map((region, at) => ({
      name: `Region ${region}`,
      owner: "master",
      members: keys.filter((_, place) => place % regions.length === at),
    })),
    {
      name: "Early adopters",
      owner: "master",
      members: ["acme", ...keys.filter((_, place) => place % 6 === 5)],
    },
    { name: "Partners of Acme", owner: "acme", members: ["bluebird", "acme"] },
    // Behind all that are listed, one is archived, and one was never there.
    { name: "Everywhere", owner: "master", members: [...keys.slice(0, 12), "closed", "never-there"] },
    { name: "Empty", owner: "acme", members: [] },
  ];
  return sketches.map(({ name, owner, members }, place) => ({
    id: organizationGroupId(name),
    name,
    organization: organizationId(owner),
    members: [...new Set(members)].map(organizationId),
    createdAt: isoTime(anchorMs, -400 + place),
    updatedAt: isoTime(anchorMs, -place - 1),
  }));
}
