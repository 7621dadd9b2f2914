import { sliceRead } from "../loaders/keyed-read.ts";
import { listOf, wholeCollection } from "../loaders/list.ts";
import { pageFormat } from "../loaders/list-page.ts";
import { type AccountJson, accounts } from "./api/account.ts";
import { type ContactJson, contacts } from "./api/contact.ts";
import { type LabelJson, labels } from "./api/label.ts";
import { type PageJson, pageSize } from "./api/page.ts";

/** Pages of a list in Assembly's envelope. */
const pagesOf = <Row extends { readonly id: string }>() =>
  pageFormat<PageJson<Row>, Row>(({ data, has_next_page }) => ({ rows: data, hasNextPage: has_next_page }));

/** All accounts. */
export const accountList = listOf<AccountJson>({
  name: "accounts",
  pageSize,
  slices: sliceRead(accounts.list, (query) => ({ query })),
  format: pagesOf(),
});

/** Pages of contacts, whichever list they are of. */
export const contactPages = pagesOf<ContactJson>();

/** All contacts. */
export const contactList = listOf<ContactJson>({
  name: "contacts",
  pageSize,
  slices: sliceRead(contacts.list, (query) => ({ query })),
  format: contactPages,
});

/** All labels. */
export const labelList = wholeCollection<LabelJson>(
  "labels",
  sliceRead(labels.list, () => ({})),
);
