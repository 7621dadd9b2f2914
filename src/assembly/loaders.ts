import DataLoader from "dataloader";
import { oneByIndex } from "../loaders/by-index.ts";
import { byKey, byPoint } from "../loaders/by-key.ts";
import type { Definition, MadeOf, Scope } from "../loaders/definition.ts";
import { byId, type KeysOf } from "../loaders/indexed-rows.ts";
import { type KeyedRead, pointRead } from "../loaders/keyed-read.ts";
import type { Awaitable, GroupLoader } from "../loaders/shapes.ts";
import { asciiHost, comparableEmail } from "../resolving/host.ts";
import { existing } from "../resolving/input.ts";
import type { CallOnce } from "../rest/call.ts";
import { keysIn } from "../rest/row-values.ts";
import { type AccountJson, accounts } from "./account/endpoints.ts";
import { type ContactJson, contacts } from "./contact/endpoints.ts";
import { contactOwners } from "./contact/owners.ts";
import { type LabelJson, labels } from "./label/endpoints.ts";
import { accountList, contactList, labelList, usageLogList } from "./lists.ts";
import { contactsOfAccount, usageLogsOfAccount, usageLogsOfContact } from "./shared-by-customers/children.ts";
import type { AccountReference, ContactReference } from "./shared-by-customers/look-up.ts";
import { usageLogs } from "./usage-log/endpoints.ts";

const bySourceSpecificId: KeysOf<AccountJson | ContactJson> = ({ source_specific_ids: ids }) =>
  Array.isArray(ids) ? ids.flatMap(keysIn) : [];

/** A host or an address as they are compared; the text itself where it is neither. */
const domainKey = (text: string): string => comparableEmail(text) ?? asciiHost(text) ?? text;

const byDomain: KeysOf<AccountJson | ContactJson> = ({ domain }) => keysIn(domain).map(domainKey);

const byType: KeysOf<LabelJson> = ({ type }) => keysIn(type);

const labelAnswer = pointRead(labels.getById, (labelId) => ({ labelId }));

/** A label is answered as a list of one. */
const labelRead: KeyedRead<string, LabelJson> = {
  ...labelAnswer,
  read: (call, id) =>
    existing(
      labelAnswer.read(call, id).then(([label]) => label ?? null),
      "label",
    ),
};

/** Labels by type: those of one type by themselves, unless all of them are read anyway. */
const labelsOfType: Definition<Scope, GroupLoader<string, LabelJson>> = {
  access: [{ kind: "point", row: labels.listByType }, ...labelList.access],
  make({ call, of }) {
    const list = of(labelList);
    const loader = new DataLoader<string, readonly LabelJson[]>(async (types) => {
      const [only, another] = types;
      await list.readAtHand();
      if (only !== undefined && another === undefined && !list.isComplete() && !list.walk())
        return [await call(labels.listByType, { type: only })];
      await list.all();
      return types.map((type) => list.listed(byType, type));
    });
    return { load: (type) => loader.load(type), clearAll: () => void loader.clearAll() };
  },
};

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
  allLabels: labelList,
  labelById: byKey(labelList, byId, labelRead),
  /** For labels that records point at: the list shows all of them, whenever they come to be asked for. */
  listedLabelById: oneByIndex(labelList, byId),
  labelsOfType,
  allUsageLogs: usageLogList,
  usageLogById: byPoint(pointRead(usageLogs.getById, (usageLogId) => ({ usageLogId }))),
  usageLogsOfAccount,
  usageLogsOfContact,
};

/** All loaders of Assembly, for one operation. */
export type AssemblyLoaders = MadeOf<typeof assemblyLoaders>;

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
