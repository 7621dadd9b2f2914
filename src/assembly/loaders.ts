import { byKey, byPoint } from "../loaders/by-key.ts";
import type { Definition } from "../loaders/definition.ts";
import { byId, type KeysOf } from "../loaders/indexed-rows.ts";
import { pointRead } from "../loaders/keyed-read.ts";
import type { Awaitable } from "../loaders/shapes.ts";
import { asciiHost, comparableEmail } from "../resolving/host.ts";
import type { CallOnce } from "../rest/call.ts";
import { keysIn } from "../rest/row-values.ts";
import { type AccountJson, accounts } from "./account/endpoints.ts";
import { type ContactJson, contacts } from "./contact/endpoints.ts";
import { contactOwners } from "./contact/owners.ts";
import { allLabels, labelById, labelsOfType, listedLabelById } from "./label/loaders.ts";
import { accountList, contactList, usageLogList } from "./lists.ts";
import { contactsOfAccount, usageLogsOfAccount, usageLogsOfContact } from "./shared-by-customers/children.ts";
import type { AccountReference, ContactReference } from "./shared-by-customers/look-up.ts";
import { usageLogs } from "./usage-log/endpoints.ts";

const bySourceSpecificId: KeysOf<AccountJson | ContactJson> = ({ source_specific_ids: ids }) =>
  Array.isArray(ids) ? ids.flatMap(keysIn) : [];

/** A host or an address as they are compared; the text itself where it is neither. */
const domainKey = (text: string): string => comparableEmail(text) ?? asciiHost(text) ?? text;

const byDomain: KeysOf<AccountJson | ContactJson> = ({ domain }) => keysIn(domain).map(domainKey);

/** The loaders of Assembly, by name. */
export const assemblyLoaders = {
  allAccounts: accountList,
  accountById: byKey(
    accountList,
    byId,
    pointRead(accounts.getById, (id) => ({ id })),
  ),
  accountByDomain: byKey(
    accountList,
    byDomain,
    pointRead(accounts.getByDomain, (domain) => ({ domain })),
    domainKey,
  ),
  accountBySourceSpecificId: byKey(
    accountList,
    bySourceSpecificId,
    pointRead(accounts.getBySourceSpecificId, (sourceSpecificId) => ({ sourceSpecificId })),
  ),
  allContacts: contactList,
  contactById: byKey(
    contactList,
    byId,
    pointRead(contacts.getById, (id) => ({ id })),
  ),
  contactByEmail: byKey(
    contactList,
    byDomain,
    pointRead(contacts.getByEmail, (email) => ({ email })),
    domainKey,
  ),
  contactBySourceSpecificId: byKey(
    contactList,
    bySourceSpecificId,
    pointRead(contacts.getBySourceSpecificId, (sourceSpecificId) => ({ sourceSpecificId })),
  ),
  accountIdOfContact: contactOwners,
  contactsOfAccount,
  allLabels,
  labelById,
  listedLabelById,
  labelsOfType,
  allUsageLogs: usageLogList,
  usageLogById: byPoint(pointRead(usageLogs.getById, (usageLogId) => ({ usageLogId }))),
  usageLogsOfAccount,
  usageLogsOfContact,
};

/** All loaders of Assembly, for one operation. */
export type AssemblyLoaders = {
  readonly [Name in keyof typeof assemblyLoaders]: (typeof assemblyLoaders)[Name] extends Definition<
    infer Made
  >
    ? Made
    : never;
};

/** The account behind any reference; null when there is none. */
export function loadAccount(
  loaders: AssemblyLoaders,
  reference: AccountReference,
): Awaitable<AccountJson | null> {
  if ("id" in reference) return loaders.accountById.load(reference.id);
  if ("domain" in reference) return loaders.accountByDomain.load(reference.domain);
  return loaders.accountBySourceSpecificId.load(reference.sourceSpecificId);
}

/** The contact behind any reference; null when there is none. */
export function loadContact(
  loaders: AssemblyLoaders,
  reference: ContactReference,
): Awaitable<ContactJson | null> {
  if ("id" in reference) return loaders.contactById.load(reference.id);
  if ("email" in reference) return loaders.contactByEmail.load(reference.email);
  return loaders.contactBySourceSpecificId.load(reference.sourceSpecificId);
}

/** Reads an account by itself, for writes that need to know which one a key names now. */
export function readAccount(
  call: CallOnce,
  reference: Exclude<AccountReference, { readonly id: string }>,
): Promise<AccountJson> {
  return "domain" in reference
    ? call(accounts.getByDomain, reference)
    : call(accounts.getBySourceSpecificId, reference);
}

/** Reads a contact by itself, for writes that need to know which one a key names now. */
export function readContact(
  call: CallOnce,
  reference: Exclude<ContactReference, { readonly id: string }>,
): Promise<ContactJson> {
  return "email" in reference
    ? call(contacts.getByEmail, reference)
    : call(contacts.getBySourceSpecificId, reference);
}
