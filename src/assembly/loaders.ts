import DataLoader from "dataloader";
import { existing } from "../input.ts";
import { groupBy } from "../loaders/group-by.ts";
import { type ListPage, type ListSizes, type PagedList, pagedList } from "../loaders/paged-list.ts";
import { byKey, type Forgetful, type KeyLoader, oneByIndex, orNull } from "../loaders/shapes.ts";
import type { Call, CallOnce } from "../rest/call.ts";
import { type AccountJson, accounts } from "./api/account.ts";
import { type ContactJson, contacts } from "./api/contact.ts";
import { type LabelJson, labels } from "./api/label.ts";
import { type PageJson, type PageQuery, pageSize } from "./api/page.ts";
import { usageLogs } from "./api/usage-log.ts";
import { contactOwners } from "./contact-owners.ts";
import type { AccountReference, ContactReference } from "./references.ts";

/** All loaders of Assembly, for one operation. */
export type AssemblyLoaders = ReturnType<typeof createAssemblyLoaders>;

/** Makes the loaders of one operation. */
export function createAssemblyLoaders(call: Call, sizes: ListSizes) {
  const listOf = <Row extends { readonly id: string }>(
    name: string,
    read: (query: PageQuery) => Promise<PageJson<Row>>,
  ) =>
    pagedList<Row>(
      {
        name,
        pageSize,
        idOf: (row) => row.id,
        fetchPage: async (offset) => toListPage(await read({ limit: pageSize, offset })),
      },
      sizes,
    );

  const allAccounts = listOf<AccountJson>("accounts", (query) => call(accounts.list, { query }));
  const allContacts = listOf<ContactJson>("contacts", (query) => call(contacts.list, { query }));
  const allLabels = pagedList<LabelJson>(
    {
      name: "labels",
      pageSize: Number.POSITIVE_INFINITY,
      idOf: (label) => label.id,
      fetchPage: async () => ({ rows: await call(labels.list), hasNextPage: false }),
    },
    sizes,
  );

  return {
    allAccounts,
    accountById: byKey({
      list: allAccounts,
      key: "id",
      keysOf: (account) => [account.id],
      point: (id) => call(accounts.getById, { id }),
    }),
    accountByDomain: byKey({
      list: allAccounts,
      key: "domain",
      keysOf: (account) => [account.domain],
      point: (domain) => call(accounts.getByDomain, { domain }),
    }),
    accountBySourceSpecificId: byKey({
      list: allAccounts,
      key: "sourceSpecificId",
      keysOf: (account) => account.source_specific_ids ?? [],
      point: (sourceSpecificId) => call(accounts.getBySourceSpecificId, { sourceSpecificId }),
    }),
    allContacts,
    contactById: byKey({
      list: allContacts,
      key: "id",
      keysOf: (contact) => [contact.id],
      point: (id) => call(contacts.getById, { id }),
    }),
    contactByEmail: byKey({
      list: allContacts,
      key: "email",
      keysOf: (contact) => [contact.domain],
      point: (email) => call(contacts.getByEmail, { email }),
    }),
    contactBySourceSpecificId: byKey({
      list: allContacts,
      key: "sourceSpecificId",
      keysOf: (contact) => contact.source_specific_ids ?? [],
      point: (sourceSpecificId) => call(contacts.getBySourceSpecificId, { sourceSpecificId }),
    }),
    accountIdOfContact: contactOwners(call, allAccounts),
    allLabels,
    labelById: byKey({
      list: allLabels,
      key: "id",
      keysOf: (label) => [label.id],
      point: (labelId) =>
        existing(
          call(labels.getById, { labelId }).then(([label]) => label ?? null),
          "label",
        ),
    }),
    /** For labels that records point at: the list shows all of them, whenever they come to be asked for. */
    listedLabelById: oneByIndex(allLabels, "id", (label) => [label.id]),
    labelsOfType: labelsOfType(allLabels, (type) => call(labels.listByType, { type })),
    usageLogById: pointReads((usageLogId) => call(usageLogs.getById, { usageLogId })),
  };
}

/** The account behind any reference; null when there is none. */
export function loadAccount(
  loaders: AssemblyLoaders,
  reference: AccountReference,
): Promise<AccountJson | null> {
  if ("id" in reference) return loaders.accountById.load(reference.id);
  if ("domain" in reference) return loaders.accountByDomain.load(reference.domain);
  return loaders.accountBySourceSpecificId.load(reference.sourceSpecificId);
}

/** The contact behind any reference; null when there is none. */
export function loadContact(
  loaders: AssemblyLoaders,
  reference: ContactReference,
): Promise<ContactJson | null> {
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

/** The common form of a page in Assembly's envelope. */
export function toListPage<Row>({ data, has_next_page }: PageJson<Row>): ListPage<Row> {
  return { rows: data, hasNextPage: has_next_page };
}

/** Labels by type: those of one type by themselves, unless all of them are read anyway. */
function labelsOfType(
  list: PagedList<LabelJson>,
  read: (type: string) => Promise<readonly LabelJson[]>,
): Forgetful & { load(type: string): Promise<readonly LabelJson[]> } {
  const loader = new DataLoader<string, readonly LabelJson[]>(async (types) => {
    const [only, another] = types;
    if (only !== undefined && another === undefined && !list.complete && !list.walking)
      return [await read(only)];
    const all = groupBy(await list.all(), ({ type }) => type);
    return types.map((type) => all.get(type) ?? []);
  });
  return { load: (type) => loader.load(type), clearAll: () => void loader.clearAll() };
}

/** Loads by id where the upstream has no list that would show the row. */
function pointReads<Row>(point: (id: string) => Promise<Row>): KeyLoader<Row> {
  const read = new Map<string, Promise<Row | null>>();
  return {
    load(id) {
      const known = read.get(id) ?? orNull(point(id));
      read.set(id, known);
      return known;
    },
    prime: (id, row) => void read.set(id, Promise.resolve(row)),
    clearAll: () => read.clear(),
  };
}
