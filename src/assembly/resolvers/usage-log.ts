import type { MutationResolvers, QueryResolvers, UsageLogResolvers } from "../../generated/resolvers.ts";
import { sourceIdOf, toGlobalId } from "../../ids.ts";
import { identity } from "../../nodes.ts";
import type { Call } from "../../rest/call.ts";
import type { IdJson, PageJson, PageQuery } from "../api/page.ts";
import { type NewUsageLogBody, type UsageLogJson, usageLogs } from "../api/usage-log.ts";
import { usageLogKind } from "../kinds.ts";
import type { AssemblyLoaders } from "../loaders.ts";
import { pageOf } from "../page.ts";
import {
  type AccountOrContactReference,
  accountOrContactReference,
  idOrDomain,
  idOrEmail,
} from "../references.ts";
import { newUsageLog, usageLogChanges } from "../usage-log-input.ts";

/** `Query.usageLog`, `Query.usageLogs`. */
export const Query: Pick<QueryResolvers, "usageLog" | "usageLogs"> = {
  usageLog: (_, { id }, { loaders }) => loaders.usageLogById.load(sourceIdOf(usageLogKind, id)),
  usageLogs: (_, { of, ...args }, { call, loaders }) => {
    const owner = of ? accountOrContactReference(of) : undefined;
    return pageOf(args, async (query) => {
      const page = await listOf(owner, query, call.assembly);
      // Whether rows tell whose they are is learnt from all that are read.
      loaders.allUsageLogs.show(page, query.offset);
      return page;
    });
  },
};

/** Fields of `UsageLog`. */
export const UsageLog: Pick<UsageLogResolvers, "id" | "sourceId"> = identity(usageLogKind);

/** Writes of usage logs. */
export const Mutation: Pick<MutationResolvers, "logUsage" | "updateUsageLog" | "deleteUsageLog"> = {
  logUsage: async (_, { input }, { call, loaders }) => {
    const owner = input.of ? accountOrContactReference(input.of) : undefined;
    const { id } = await createFor(owner, newUsageLog(input), call.assembly);
    return usageLogPayload(id, loaders);
  },
  updateUsageLog: async (_, { id, input }, { call, loaders }) => {
    const usageLogId = sourceIdOf(usageLogKind, id);
    await call.assembly(usageLogs.update, { usageLogId, body: usageLogChanges(input) });
    return usageLogPayload(usageLogId, loaders);
  },
  deleteUsageLog: async (_, { id }, { call }) => {
    const usageLogId = sourceIdOf(usageLogKind, id);
    await call.assembly(usageLogs.delete, { usageLogId });
    return { id: toGlobalId(usageLogKind, usageLogId) };
  },
};

/** A page of the usage of one owner, or of the organization, by the row that takes its key. */
function listOf(
  owner: AccountOrContactReference | undefined,
  query: PageQuery,
  call: Call,
): Promise<PageJson<UsageLogJson>> {
  if (!owner) return call(usageLogs.list, { query });
  if ("account" in owner) {
    const { account } = owner;
    if ("sourceSpecificId" in account)
      return call(usageLogs.listForAccountBySourceSpecificId, { ...account, query });
    return call(usageLogs.listForAccount, { idOrDomain: idOrDomain(account), query });
  }
  const { contact } = owner;
  if ("sourceSpecificId" in contact)
    return call(usageLogs.listForContactBySourceSpecificId, { ...contact, query });
  return call(usageLogs.listForContact, { idOrEmail: idOrEmail(contact), query });
}

/** Logs usage of one owner, or of the organization, by the row that takes its key. */
function createFor(
  owner: AccountOrContactReference | undefined,
  body: NewUsageLogBody,
  call: Call,
): Promise<IdJson> {
  if (!owner) return call(usageLogs.create, { body });
  if ("account" in owner) {
    const { account } = owner;
    if ("sourceSpecificId" in account)
      return call(usageLogs.createForAccountBySourceSpecificId, { ...account, body });
    return call(usageLogs.createForAccount, { idOrDomain: idOrDomain(account), body });
  }
  const { contact } = owner;
  if ("sourceSpecificId" in contact)
    return call(usageLogs.createForContactBySourceSpecificId, { ...contact, body });
  return call(usageLogs.createForContact, { idOrEmail: idOrEmail(contact), body });
}

/** Upstream writes answer an id only; the log itself is read when it is selected. */
const usageLogPayload = (id: string, loaders: AssemblyLoaders) => ({
  id: toGlobalId(usageLogKind, id),
  get usageLog() {
    return loaders.usageLogById.load(id);
  },
});
