import type { assemblyApi } from "../../assembly/api/index.ts";
import type { UsageLogJson } from "../../assembly/api/usage-log.ts";
import type { StoredUsageLog } from "../data/types.ts";
import type { Handlers } from "../emulator.ts";
import { propertiesJson } from "./customer-fields.ts";
import type { AssemblyOptions } from "./options.ts";
import { pageOf } from "./page.ts";
import { type AssemblyState, byIdOrDomain, found } from "./state.ts";

type AssemblyHandlers = Handlers<typeof assemblyApi>;

/** Handlers of the label rows: always a list, also for one. */
export function labelHandlers({ labels }: AssemblyState): AssemblyHandlers["labels"] {
  return {
    list: () => ({ status: 200, body: { labels: labels.all() } }),
    listByType: ({ params }) => {
      const type = params.type.toLowerCase();
      return {
        status: 200,
        body: { labels: labels.all().filter((label) => label.type.toLowerCase() === type) },
      };
    },
    getById: ({ params }) => ({
      status: 200,
      body: { labels: [found(labels.get(params.labelId), "label")] },
    }),
  };
}

/** Handlers of the usage log rows: newest first, without the owner. */
export function usageLogHandlers(
  state: AssemblyState,
  options: AssemblyOptions,
): AssemblyHandlers["usageLogs"] {
  const { accounts, contacts, usageLogs } = state;
  const page = (belongs: (log: StoredUsageLog) => boolean, query: URLSearchParams) => ({
    status: 200,
    body: {
      logs: pageOf(usageLogs.all().filter(belongs).sort(newestFirst).map(withoutOwner), query, options),
    },
  });
  return {
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

/** Handlers of the rows about custom properties. */
export function additionalPropertyHandlers(
  { accounts, contacts }: AssemblyState,
  options: AssemblyOptions,
): AssemblyHandlers["additionalProperties"] {
  const answer = (row: Parameters<typeof propertiesOf>[0]) => ({
    status: 200,
    body: propertiesOf(row, options),
  });
  return {
    getForAccount: ({ params }) => answer(found(accounts.get(params.id), "account")),
    getForContact: ({ params }) => answer(found(contacts.get(params.id), "contact")),
  };
}

function propertiesOf(
  row: { readonly id: string; readonly additional_properties?: Parameters<typeof propertiesJson>[0] },
  options: AssemblyOptions,
) {
  return { id: row.id, additional_properties: propertiesJson(row.additional_properties, options) };
}

const withoutOwner = ({ account_id, contact_id, ...log }: StoredUsageLog): UsageLogJson => log;

const newestFirst = (one: UsageLogJson, other: UsageLogJson): number =>
  Date.parse(other.timestamp) - Date.parse(one.timestamp);
