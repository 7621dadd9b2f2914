import { callsOf, useOf } from "../../estimate/field-cost.ts";
import { field } from "../../fields/field.ts";
import { page, pageOfAll } from "../../fields/page.ts";
import { payload } from "../../fields/payload.ts";
import { ref } from "../../fields/reference.ts";
import type {
  AccountResolvers,
  LabelResolvers,
  QueryAccountArgs,
  QueryAccountsArgs,
  QueryResolvers,
} from "../../generated/resolvers.ts";
import type { OperationContext } from "../../graphql/context.ts";
import { identity } from "../../resolving/node-fields.ts";
import type { Noun } from "../../resolving/noun.ts";
import { propertiesField } from "../additional-properties/customer-field.ts";
import { contactsField } from "../contact/contacts-field.ts";
import { labelKind, listedLabelById } from "../label/loaders.ts";
import { pageOfList, takesWholeList } from "../selected-page.ts";
import { labelFields } from "../shared-by-customers/row.ts";
import { customerSelection } from "../shared-by-customers/selection.ts";
import { usageLogsField } from "../usage-log/customer-field.ts";
import { usageLogsOfAccount } from "../usage-log/loaders.ts";
import { type AccountJson, accounts } from "./endpoints.ts";
import {
  accountByDomain,
  accountById,
  accountBySourceSpecificId,
  accountKind,
  accountsByLabel,
  allAccounts,
} from "./loaders.ts";
import { accountBy, accountReference, loadAccount } from "./look-up.ts";
import { Mutation } from "./writes.ts";

const Query = {
  account: field(
    ({ by }: QueryAccountArgs) => ({ uses: [useOf(accountBy[accountReference(by).by])] }),
    (_: unknown, { by }: QueryAccountArgs, { of }: OperationContext) => loadAccount(of, accountReference(by)),
  ),
  accounts: page(
    (args: QueryAccountsArgs) =>
      takesWholeList(args, customerSelection(args)) ? useOf(allAccounts) : callsOf(accounts.list),
    (_: unknown, args: QueryAccountsArgs, { of }) =>
      pageOfList<AccountJson>(args, of(allAccounts), customerSelection(args)),
  ),
} satisfies QueryResolvers;

const Account = {
  ...identity(accountKind),
  ...labelFields,
  companyType: ref(labelKind, listedLabelById, ({ company_type }: AccountJson) => company_type),
  additionalProperties: propertiesField("account"),
  contacts: contactsField,
  usageLogs: usageLogsField("account", usageLogsOfAccount, accountById),
} satisfies AccountResolvers;

// Writes answer an id at most; the account itself is read when it is selected.
const writtenAccount = payload("account", accountKind, accountById);

/** Accounts: companies, and customers who stand by themselves. */
export const account: Noun = {
  endpoints: { accounts },
  loaders: { allAccounts, accountById, accountByDomain, accountBySourceSpecificId, accountsByLabel },
  nodes: [
    {
      kind: accountKind,
      loader: accountById,
      lookUpKeys: { keys: { domain: "String" }, lookUp: Query.account },
    },
  ],
  resolvers: {
    Query,
    Mutation,
    Account,
    Label: { accounts: pageOfAll(accountsByLabel) } satisfies LabelResolvers,
    CreateAccountPayload: writtenAccount,
    UpdateAccountPayload: writtenAccount,
    UpsertAccountPayload: writtenAccount,
  },
};
