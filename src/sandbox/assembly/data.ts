import { accounts } from "../data/accounts.ts";
import type { AssemblyData } from "../data/assembly/stored.ts";
import { companiesUpTo } from "../data/companies.ts";
import { contacts } from "../data/contacts.ts";
import { startOfDayMs } from "../data/day.ts";
import { labels } from "../data/labels.ts";
import { type DataSizes, defaultSizes } from "../data/sizes.ts";
import { replies, tickets } from "../data/tickets.ts";
import { usageLogs } from "../data/usage-logs.ts";

/** Makes the first data of Assembly, anchored to the UTC day of `nowMs`. */
export function assemblyData(nowMs: number, counts: DataSizes = defaultSizes): AssemblyData {
  const anchorMs = startOfDayMs(nowMs);
  const all = companiesUpTo(counts.accounts);
  return {
    accounts: accounts(all, anchorMs),
    contacts: contacts(all, anchorMs),
    labels,
    usageLogs: usageLogs(all, anchorMs),
    tickets,
    replies,
  };
}
