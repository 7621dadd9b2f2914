import { type Ask, asks, calls, callsAnew, type FieldCosts } from "../../estimate/field-cost.ts";
import { atMost } from "../../estimate/range.ts";
import { oneOf, pageOf, someOf } from "../../estimate/usual-costs.ts";
import type {
  MutationCreateAccountArgs,
  MutationDeleteAccountArgs,
  MutationUpdateAccountArgs,
  MutationUpsertAccountArgs,
  QueryAccountArgs,
} from "../../generated/resolvers.ts";
import type { AnyEndpoint } from "../../rest/endpoint.ts";
import { type AccountBody, accounts, type RemovalsBody } from "../account/endpoints.ts";
import { accountChanges, newAccount } from "../account/input.ts";
import { additionalProperties } from "../additional-properties/endpoints.ts";
import { assemblyLoaders } from "../loaders.ts";
import { type AccountReference, accountReference } from "../shared-by-customers/look-up.ts";
import { takesKeyAway } from "../shared-by-customers/stable-reference.ts";
import { accountLoader, lookUp, writeBy } from "./look-up.ts";

const { accountById, contactsOfAccount, listedLabelById, usageLogsOfAccount } = assemblyLoaders;

/** An update or upsert by any key, and the look-up after it. */
function keyed(
  write: AnyEndpoint,
  byId: AnyEndpoint,
  reference: AccountReference,
  changes: AccountBody & RemovalsBody,
): Ask[] {
  const { domain } = changes;
  const read = "sourceSpecificId" in reference ? accounts.getBySourceSpecificId : accounts.getByDomain;
  return [
    ...writeBy(write, byId, takesKeyAway(reference, changes) ? read : undefined),
    lookUp(accountLoader(domain === undefined ? reference : { domain })),
  ];
}

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
    const changes = accountChanges(input, reference);
    if ("id" in reference) return { asks: [calls(accounts.update)] };
    const write = "domain" in reference ? accounts.update : accounts.updateBySourceSpecificId;
    return { asks: keyed(write, accounts.update, reference, changes) };
  },
  "UpdateAccountPayload.account": { asks: [asks(accountById)] },
  "Mutation.upsertAccount": ({ by, input }: MutationUpsertAccountArgs) => {
    if (!by) {
      accountChanges(input);
      return { asks: [calls(accounts.upsertWithoutIdentifier)] };
    }
    const reference = accountReference(by);
    const changes = accountChanges(input, reference);
    const write = "sourceSpecificId" in reference ? accounts.upsertBySourceSpecificId : accounts.upsert;
    return { asks: keyed(write, accounts.upsert, reference, changes) };
  },
  "UpsertAccountPayload.account": { asks: [asks(accountById)] },
  "Mutation.deleteAccount": ({ by }: MutationDeleteAccountArgs) => {
    const reference = accountReference(by);
    if ("id" in reference) return { asks: [calls(accounts.delete)] };
    const read = "domain" in reference ? accounts.getByDomain : accounts.getBySourceSpecificId;
    return { asks: [callsAnew(read), calls(accounts.delete)] };
  },
};
