import type { CallOnce } from "../../rest/call.ts";
import type { IdJson, PageJson, PageQuery } from "../page-json.ts";
import { type AccountOrContactReference, idOrDomain, idOrEmail } from "../shared-by-customers/look-up.ts";
import { type NewUsageLogBody, type UsageLogJson, usageLogs } from "./endpoints.ts";

/** A page of the usage of one owner, or of the organization, by the row that takes its key. */
export function listUsage(
  call: CallOnce,
  owner: AccountOrContactReference | undefined,
  query: PageQuery,
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
export function createUsage(
  call: CallOnce,
  owner: AccountOrContactReference | undefined,
  body: NewUsageLogBody,
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
