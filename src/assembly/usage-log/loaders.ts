import { foreignKey } from "../../lists/foreign-key.ts";
import { pointRead, sliceRead } from "../../lists/keyed-read.ts";
import { listOf } from "../../lists/list.ts";
import { childrenOf } from "../../loaders/children-of.ts";
import { oneByPoint } from "../../loaders/one-by-key.ts";
import { idIn } from "../../rest/row-values.ts";
import { kind } from "../ids.ts";
import { ofOwner, pageIn, pagesOf } from "../page-format.ts";
import { pageSize } from "../page-json.ts";
import { byEitherKey } from "../shared-by-customers/reference.ts";
import { type UsageLogJson, usageLogs } from "./endpoints.ts";

/** Ids of usage logs. */
export const usageLogKind = kind("UsageLog");

/** Owner of one kind as a usage log tells it: it may have none, or one of the other kind. */
const ownerIn = (id: unknown, other: unknown): string | null | undefined =>
  idIn(id) ?? (id === null || idIn(other) !== undefined ? null : undefined);

/** Where a usage log may tell its account. */
const accountOfUsageLog = foreignKey<UsageLogJson>(
  "usage logs without an account",
  ({ account_id, contact_id }) => ownerIn(account_id, contact_id),
);

/** Where a usage log may tell its contact. */
const contactOfUsageLog = foreignKey<UsageLogJson>(
  "usage logs without a contact",
  ({ account_id, contact_id }) => ownerIn(contact_id, account_id),
);

/** All usage logs, newest first. */
export const allUsageLogs = listOf<UsageLogJson>({
  name: "usage logs",
  pageSize,
  slices: sliceRead(usageLogs.list, (query) => ({ query })),
  format: pagesOf(),
  foreignKeys: [accountOfUsageLog, contactOfUsageLog],
});

/** Usage logs by id, which no list shows. */
export const usageLogById = oneByPoint(pointRead(usageLogs.getById, (usageLogId) => ({ usageLogId })));

/** Reads of an owner's own list of usage logs, by the type of the owner and the key that is given. */
export const usageLogsBy = {
  account: byEitherKey(
    sliceRead(usageLogs.listForAccount, ofOwner("idOrDomain")),
    sliceRead(usageLogs.listForAccountBySourceSpecificId, ofOwner("sourceSpecificId")),
  ),
  contact: byEitherKey(
    sliceRead(usageLogs.listForContact, ofOwner("idOrEmail")),
    sliceRead(usageLogs.listForContactBySourceSpecificId, ofOwner("sourceSpecificId")),
  ),
};

/** An organization has very many logs, and any of its lists shows the newest first. */
const usageLogsOfOwner = { list: allUsageLogs, pageIn: pageIn<UsageLogJson>, isInOrder: true, probes: false };

/** Usage logs of accounts. */
export const usageLogsOfAccount = childrenOf({
  ...usageLogsOfOwner,
  foreignKey: accountOfUsageLog,
  own: usageLogsBy.account.id,
});

/** Usage logs of contacts. */
export const usageLogsOfContact = childrenOf({
  ...usageLogsOfOwner,
  foreignKey: contactOfUsageLog,
  own: usageLogsBy.contact.id,
});
