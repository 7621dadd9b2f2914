import type {
  MutationCreateAccountArgs,
  MutationDeleteAccountArgs,
  MutationUpdateAccountArgs,
  MutationUpsertAccountArgs,
  QueryAccountArgs,
} from "../../generated/resolvers.ts";
import { asks, calls, callsAnew, type FieldCosts } from "../../plan/field-cost.ts";
import { atMost } from "../../plan/range.ts";
import { oneOf, pageOf, someOf } from "../../plan/usual-costs.ts";
import { accountChanges, newAccount } from "../account-input.ts";
import { accounts } from "../api/account.ts";
import { additionalProperties } from "../api/additional-properties.ts";
import { assemblyLoaders } from "../loaders.ts";
import { accountReference } from "../references.ts";
import { accountLoader, lookUp } from "./look-up.ts";

const { accountById, contactsOfAccount, listedLabelById, usageLogsOfAccount } = assemblyLoaders;

/** What the fields of accounts cost, and their writes. */
export const accountFieldCosts: FieldCosts = {
  "Query.account": ({ by }: QueryAccountArgs) => ({ asks: [asks(accountLoader(accountReference(by)))] }),
  "Query.accounts": pageOf(calls(accounts.list)),
  "Account.tier": oneOf(listedLabelById),
  "Account.stage": oneOf(listedLabelById),
  "Account.companyType": oneOf(listedLabelById),
  "Account.tags": someOf(listedLabelById),
  "Account.additionalProperties": { asks: [calls(additionalProperties.getForAccount, atMost(1))] },
  "Account.contacts": pageOf(asks(contactsOfAccount)),
  "Account.usageLogs": pageOf(asks(usageLogsOfAccount)),
  "Mutation.createAccount": ({ input }: MutationCreateAccountArgs) => {
    newAccount(input);
    return { asks: [calls(accounts.create)] };
  },
  "CreateAccountPayload.account": { asks: [asks(accountById)] },
  "Mutation.updateAccount": ({ by, input }: MutationUpdateAccountArgs) => {
    const reference = accountReference(by);
    const { domain } = accountChanges(input, reference);
    if ("id" in reference) return { asks: [calls(accounts.update)] };
    const write = "domain" in reference ? accounts.update : accounts.updateBySourceSpecificId;
    return { asks: [calls(write), lookUp(accountLoader(domain === undefined ? reference : { domain }))] };
  },
  "UpdateAccountPayload.account": { asks: [asks(accountById)] },
  "Mutation.upsertAccount": ({ by, input }: MutationUpsertAccountArgs) => {
    if (!by) {
      accountChanges(input);
      return { asks: [calls(accounts.upsertWithoutIdentifier)] };
    }
    const reference = accountReference(by);
    const { domain } = accountChanges(input, reference);
    const write = "sourceSpecificId" in reference ? accounts.upsertBySourceSpecificId : accounts.upsert;
    return { asks: [calls(write), lookUp(accountLoader(domain === undefined ? reference : { domain }))] };
  },
  "UpsertAccountPayload.account": { asks: [asks(accountById)] },
  "Mutation.deleteAccount": ({ by }: MutationDeleteAccountArgs) => {
    const reference = accountReference(by);
    if ("id" in reference) return { asks: [calls(accounts.delete)] };
    const read = "domain" in reference ? accounts.getByDomain : accounts.getBySourceSpecificId;
    return { asks: [callsAnew(read), calls(accounts.delete)] };
  },
};
