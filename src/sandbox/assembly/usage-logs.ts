import type {
  usageLogs as endpoints,
  UsageLogBody,
  UsageLogJson,
} from "../../assembly/usage-log/endpoints.ts";
import type { StoredUsageLog } from "../data/assembly/stored.ts";
import type { Reply, VerbHandlers } from "../emulator.ts";
import { Refusal } from "../refusal.ts";
import { checked, filledText, map, moment, nullable, number, oneOf, requireFields } from "./fields.ts";
import type { AssemblyOptions } from "./options.ts";
import { pageOf } from "./page.ts";
import { type AssemblyState, byIdOrDomain, bySourceSpecificId, found } from "./state.ts";

type Owner = Pick<StoredUsageLog, "account_id" | "contact_id">;

const checks = {
  timestamp: moment,
  type: oneOf("Action", "Metric", "CumulativeMetric"),
  content: filledText,
  attribute: filledText,
  value: nullable(number),
  metadata: map,
};

/** Handlers of the usage log rows: newest first. */
export function usageLogHandlers(
  state: AssemblyState,
  options: AssemblyOptions,
): VerbHandlers<typeof endpoints> {
  const { accounts, contacts, usageLogs } = state;
  const accountOf = (idOrDomain: string): Owner => ({
    account_id: found(byIdOrDomain(accounts, idOrDomain), "account").id,
  });
  const accountOfExternal = (id: string): Owner => ({
    account_id: found(bySourceSpecificId(accounts, id), "account").id,
  });
  const contactOf = (idOrEmail: string): Owner => ({
    contact_id: found(byIdOrDomain(contacts, idOrEmail), "contact").id,
  });
  const contactOfExternal = (id: string): Owner => ({
    contact_id: found(bySourceSpecificId(contacts, id), "contact").id,
  });

  const json = ({ account_id, contact_id, ...log }: StoredUsageLog): UsageLogJson =>
    options.usageCarriesOwner
      ? { ...log, account_id: account_id ?? null, contact_id: contact_id ?? null }
      : log;
  const list = (query: URLSearchParams, { account_id, contact_id }: Owner = {}): Reply => {
    const rows = usageLogs
      .all()
      .filter((log) => account_id === undefined || log.account_id === account_id)
      .filter((log) => contact_id === undefined || log.contact_id === contact_id)
      .sort(newestFirst);
    return { status: 200, body: { logs: pageOf(rows.map(json), query, options) } };
  };
  const create = (body: unknown, owner: Owner = {}): Reply => {
    const fields = checked<UsageLogBody>(body, checks);
    requireFields(fields, "timestamp", "type", "content", "attribute");
    const { id } = usageLogs.insert((id) =>
      measured({ value: null, metadata: null, ...fields, ...owner, id }),
    );
    return { status: 200, body: { id } };
  };

  return {
    list: ({ query }) => list(query),
    listForAccount: ({ params, query }) => list(query, accountOf(params.idOrDomain)),
    listForAccountBySourceSpecificId: ({ params, query }) =>
      list(query, accountOfExternal(params.sourceSpecificId)),
    listForContact: ({ params, query }) => list(query, contactOf(params.idOrEmail)),
    listForContactBySourceSpecificId: ({ params, query }) =>
      list(query, contactOfExternal(params.sourceSpecificId)),
    getById: ({ params }) => ({
      status: 200,
      body: { log: json(found(usageLogs.get(params.usageLogId), "usage log")) },
    }),
    create: ({ body }) => create(body),
    createForAccount: ({ params, body }) => create(body, accountOf(params.idOrDomain)),
    createForAccountBySourceSpecificId: ({ params, body }) =>
      create(body, accountOfExternal(params.sourceSpecificId)),
    createForContact: ({ params, body }) => create(body, contactOf(params.idOrEmail)),
    createForContactBySourceSpecificId: ({ params, body }) =>
      create(body, contactOfExternal(params.sourceSpecificId)),
    update: ({ params, body }) => {
      const log = found(usageLogs.get(params.usageLogId), "usage log");
      usageLogs.update(log.id, measured({ ...log, ...checked<UsageLogBody>(body, checks) }));
      return { status: 200, body: { id: log.id } };
    },
    delete: ({ params }) => {
      found(usageLogs.remove(params.usageLogId), "usage log");
      return { status: 200, body: {} };
    },
  };
}

/** A metric comes with its value (assembly-accounts-contacts-v2.txt:168). */
function measured(log: StoredUsageLog): StoredUsageLog {
  const isMetric = log.type === "Metric" || log.type === "CumulativeMetric";
  if (isMetric && (log.value === null || log.value === undefined))
    throw new Refusal(400, `value is required for ${log.type}`);
  return log;
}

const newestFirst = (one: UsageLogJson, other: UsageLogJson): number =>
  Date.parse(other.timestamp) - Date.parse(one.timestamp);
