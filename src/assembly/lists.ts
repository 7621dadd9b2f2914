import { type Slice, sliceRead } from "../loaders/keyed-read.ts";
import { listOf } from "../loaders/list.ts";
import { type ListPage, pageFormat } from "../loaders/list-page.ts";
import { rowOwner } from "../loaders/row-owner.ts";
import { idIn } from "../rest/row-values.ts";
import { type AccountJson, accounts } from "./account/endpoints.ts";
import { type ContactJson, contacts } from "./contact/endpoints.ts";
import { type PageJson, pageEnd, pageSize } from "./page-json.ts";
import { type UsageLogJson, usageLogs } from "./usage-log/endpoints.ts";

/** A page in Assembly's envelope. */
export const pageIn = <Row>(page: PageJson<Row>, { limit, offset }: Slice): ListPage<Row> => ({
  rows: page.data,
  hasNextPage: page.has_next_page,
  end: pageEnd(page, { limit, offset }),
});

/** Pages of a list in Assembly's envelope. */
const pagesOf = <Row extends { readonly id: string }>() =>
  pageFormat<PageJson<Row>, Row>((page, offset) => pageIn(page, { limit: pageSize, offset }));

/** All accounts. */
export const accountList = listOf<AccountJson>({
  name: "accounts",
  pageSize,
  slices: sliceRead(accounts.list, (query) => ({ query })),
  format: pagesOf(),
});

/** Pages of contacts, whichever list they are of. */
export const contactPages = pagesOf<ContactJson>();

/** Where a contact may tell its company, which each has. */
export const companyOfContact = rowOwner<ContactJson>("contacts without a company", ({ company_id }) =>
  idIn(company_id),
);

/** All contacts. */
export const contactList = listOf<ContactJson>({
  name: "contacts",
  pageSize,
  slices: sliceRead(contacts.list, (query) => ({ query })),
  shownBy: [contacts.listByCompanyId, contacts.listByCompanyDomain, contacts.listByCompanySourceSpecificId],
  format: contactPages,
  owners: [companyOfContact],
});

/** What a usage log tells of one kind of owner: it may have none, or one of the other kind. */
const ownerIn = (id: unknown, other: unknown): string | null | undefined =>
  idIn(id) ?? (id === null || idIn(other) !== undefined ? null : undefined);

/** Where a usage log may tell its account. */
export const accountOfUsageLog = rowOwner<UsageLogJson>(
  "usage logs without an account",
  ({ account_id, contact_id }) => ownerIn(account_id, contact_id),
);

/** Where a usage log may tell its contact. */
export const contactOfUsageLog = rowOwner<UsageLogJson>(
  "usage logs without a contact",
  ({ account_id, contact_id }) => ownerIn(contact_id, account_id),
);

/** All usage logs, newest first. */
export const usageLogList = listOf<UsageLogJson>({
  name: "usage logs",
  pageSize,
  slices: sliceRead(usageLogs.list, (query) => ({ query })),
  format: pagesOf(),
  owners: [accountOfUsageLog, contactOfUsageLog],
});
