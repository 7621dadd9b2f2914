import { byOwner } from "../../loaders/by-owner.ts";
import { type OwnedSlice, sliceRead } from "../../loaders/keyed-read.ts";
import { type ContactJson, contacts } from "../contact/endpoints.ts";
import {
  accountOfUsageLog,
  companyOfContact,
  contactList,
  contactOfUsageLog,
  pageIn,
  usageLogList,
} from "../lists.ts";
import { type UsageLogJson, usageLogs } from "../usage-log/endpoints.ts";

/** Contacts of companies. Nothing is documented of their order, so only the whole list stands in for companies' own. */
export const contactsOfAccount = byOwner({
  list: contactList,
  owner: companyOfContact,
  own: sliceRead(contacts.listByCompanyId, ({ owner, limit, offset }: OwnedSlice) => ({
    companyId: owner,
    query: { limit, offset },
  })),
  pageIn: pageIn<ContactJson>,
});

/** An organization has very many logs, and any of its lists shows the newest first. */
const usageLogsOfOwner = { list: usageLogList, pageIn: pageIn<UsageLogJson>, isInOrder: true, probes: false };

/** Usage logs of accounts. */
export const usageLogsOfAccount = byOwner({
  ...usageLogsOfOwner,
  owner: accountOfUsageLog,
  own: sliceRead(usageLogs.listForAccount, ({ owner, limit, offset }: OwnedSlice) => ({
    idOrDomain: owner,
    query: { limit, offset },
  })),
});

/** Usage logs of contacts. */
export const usageLogsOfContact = byOwner({
  ...usageLogsOfOwner,
  owner: contactOfUsageLog,
  own: sliceRead(usageLogs.listForContact, ({ owner, limit, offset }: OwnedSlice) => ({
    idOrEmail: owner,
    query: { limit, offset },
  })),
});
