import type { assemblyApi } from "../../assembly/api/index.ts";
import type { UsageLogJson } from "../../assembly/api/usage-log.ts";
import type { StoredUsageLog } from "../data/types.ts";
import type { Handlers } from "../emulator.ts";
import type { AssemblyOptions } from "./options.ts";
import { pageOf } from "./page.ts";
import { type AssemblyState, byIdOrDomain, found } from "./state.ts";

/** Handlers of the usage log rows: newest first, without the owner. */
export function usageLogHandlers(
  state: AssemblyState,
  options: AssemblyOptions,
): Handlers<typeof assemblyApi>["usageLogs"] {
  const { accounts, contacts, usageLogs } = state;
  const page = (belongs: (log: StoredUsageLog) => boolean, query: URLSearchParams) => ({
    status: 200,
    body: {
      logs: pageOf(usageLogs.all().filter(belongs).sort(newestFirst).map(withoutOwner), query, options),
    },
  });
  return {
    list: ({ query }) => page(() => true, query),
    listForAccount: ({ params, query }) => {
      const { id } = found(byIdOrDomain(accounts, params.idOrDomain), "account");
      return page((log) => log.account_id === id, query);
    },
    listForContact: ({ params, query }) => {
      const { id } = found(byIdOrDomain(contacts, params.idOrEmail), "contact");
      return page((log) => log.contact_id === id, query);
    },
    getById: ({ params }) => ({
      status: 200,
      body: { log: withoutOwner(found(usageLogs.get(params.usageLogId), "usage log")) },
    }),
  };
}

const withoutOwner = ({ account_id, contact_id, ...log }: StoredUsageLog): UsageLogJson => log;

const newestFirst = (one: UsageLogJson, other: UsageLogJson): number =>
  Date.parse(other.timestamp) - Date.parse(one.timestamp);
