import { accounts } from "../data/assembly/accounts.ts";
import { contacts } from "../data/assembly/contacts.ts";
import { labels } from "../data/assembly/labels.ts";
import type { AssemblyData } from "../data/assembly/stored.ts";
import { replies, tickets } from "../data/assembly/tickets.ts";
import { usageLogs } from "../data/assembly/usage-logs.ts";
import { companiesUpTo } from "../data/companies.ts";
import { startOfDayMs } from "../data/day.ts";
import { type DataSizes, defaultSizes } from "../data/sizes.ts";

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
