import { byId } from "../../lists/indexed-rows.ts";
import { pointRead, sliceRead } from "../../lists/keyed-read.ts";
import { listOf } from "../../lists/list.ts";
import { manyByField } from "../../loaders/many-by-field.ts";
import { oneByKey } from "../../loaders/one-by-key.ts";
import { idIn, idsIn, keysIn } from "../../rest/row-values.ts";
import { kind } from "../ids.ts";
import { pagesOf } from "../page-format.ts";
import { pageSize } from "../page-json.ts";
import { byDomain, bySourceSpecificId, domainKey } from "../shared-by-customers/keys.ts";
import { type AccountJson, accounts } from "./endpoints.ts";

/** Ids of accounts. */
export const accountKind = kind("Account");

/** All accounts. */
export const allAccounts = listOf<AccountJson>({
  name: "accounts",
  pageSize,
  slices: sliceRead(accounts.list, (query) => ({ query })),
  format: pagesOf(),
});

/** Reads of one account, by the key that is given. */
export const accountReads = {
  id: pointRead(accounts.getById, (id) => ({ id })),
  domain: pointRead(accounts.getByDomain, (domain) => ({ domain })),
  sourceSpecificId: pointRead(accounts.getBySourceSpecificId, (sourceSpecificId) => ({ sourceSpecificId })),
};

/** Accounts by id. */
export const accountById = oneByKey(allAccounts, byId, accountReads.id);

/** Accounts by domain. */
export const accountByDomain = oneByKey(allAccounts, byDomain, accountReads.domain, domainKey);

/** Accounts by one of their ids in other systems. */
export const accountBySourceSpecificId = oneByKey(
  allAccounts,
  bySourceSpecificId,
  accountReads.sourceSpecificId,
);

/** Accounts by the labels that they carry. */
export const accountsByLabel = manyByField(allAccounts, ({ company_type, stage, tags, tier }) => [
  ...[tier, stage, company_type].flatMap((label) => keysIn(idIn(label))),
  ...idsIn(tags),
]);
