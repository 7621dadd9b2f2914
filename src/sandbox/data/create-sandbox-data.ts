import { accounts } from "./accounts.ts";
import { activities } from "./activities.ts";
import { companies, companiesUpTo } from "./companies.ts";
import { contacts } from "./contacts.ts";
import { startOfDayMs } from "./day.ts";
import { activityTypes, groups, roles } from "./groups.ts";
import { labels } from "./labels.ts";
import { organizations } from "./organizations.ts";
import { people } from "./people.ts";
import { replies, tickets } from "./tickets.ts";
import type { SandboxData } from "./types.ts";
import { usageLogs } from "./usage-logs.ts";
import { users } from "./users.ts";

/** How much there is of what can be had in any amount, for benchmarks. */
export interface DataSizes {
  /** Company accounts; at least those of the join cases. @default no others */
  readonly accounts: number;
  /** People on the roster, the cast of the join cases aside. @default 250 */
  readonly people: number;
  /** Chat organizations that are not archived; at least those that companies need. @default 64 */
  readonly listedOrganizations: number;
  /** Chat users that are not archived; at least those that staff and contacts need. @default 320 */
  readonly users: number;
}

const defaultSizes: DataSizes = {
  accounts: companies.length,
  people: 250,
  listedOrganizations: 64,
  users: 320,
};

let latest: { readonly key: string; readonly data: SandboxData } | undefined;

/**
 * The data of the three systems, anchored to the UTC day of `nowMs`: the same day gives the same bytes, and another
 * day moves every time in them. Rows are not changed in place, so equal requests get one copy.
 */
export function createSandboxData(nowMs: number, sizes: Partial<DataSizes> = {}): SandboxData {
  const anchorMs = startOfDayMs(nowMs);
  const counts = { ...defaultSizes, ...sizes };
  const key = JSON.stringify([anchorMs, counts]);
  if (latest?.key !== key) latest = { key, data: build(anchorMs, counts) };
  return latest.data;
}

function build(anchorMs: number, counts: DataSizes): SandboxData {
  const all = companiesUpTo(counts.accounts);
  return {
    assembly: {
      accounts: accounts(all, anchorMs),
      contacts: contacts(all, anchorMs),
      labels,
      usageLogs: usageLogs(all, anchorMs),
      tickets,
      replies,
    },
    assembled: {
      people: people(counts.people, anchorMs),
      roles,
      sites: groups("site", anchorMs),
      teams: groups("team", anchorMs),
      queues: groups("queue", anchorMs),
      skills: groups("skill", anchorMs),
      activityTypes,
      activities: activities(counts.people, anchorMs),
    },
    web1on1: {
      users: users(counts, anchorMs),
      organizations: organizations(counts.listedOrganizations, anchorMs),
    },
  };
}
