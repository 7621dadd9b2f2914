import { callsOf, type FieldCosts, freshCallsOf, type LoaderUse, useOf } from "../../estimate/field-cost.ts";
import { atMost } from "../../estimate/range.ts";
import { pageOf } from "../../estimate/usual-costs.ts";
import type {
  MutationCreateAccountArgs,
  MutationDeleteAccountArgs,
  MutationUpdateAccountArgs,
  MutationUpsertAccountArgs,
  QueryAccountArgs,
} from "../../generated/resolvers.ts";
import type { PageArguments } from "../../resolving/pagination.ts";
import type { AnyEndpoint } from "../../rest/endpoint.ts";
import { type AccountBody, accounts, type RemovalsBody } from "../account/endpoints.ts";
import { accountChanges, newAccount } from "../account/input.ts";
import { additionalProperties } from "../additional-properties/endpoints.ts";
import { assemblyLoaders } from "../loaders.ts";
import { type AccountReference, accountReference } from "../shared-by-customers/look-up.ts";
import { removesLookupKey } from "../shared-by-customers/stable-reference.ts";
import { company } from "./contact.ts";
import { accountLoader, lookUp, writeBy } from "./look-up.ts";

const { accountById, contactsOfAccount, listedLabelById, usageLogsOfAccount } = assemblyLoaders;

/** An update or upsert by any key, and the look-up after it. */
function keyed(
  write: AnyEndpoint,
  byId: AnyEndpoint,
  reference: AccountReference,
  changes: AccountBody & RemovalsBody,
): LoaderUse[] {
  const { domain } = changes;
  const read = "sourceSpecificId" in reference ? accounts.getBySourceSpecificId : accounts.getByDomain;
  return [
    ...writeBy(write, byId, removesLookupKey(reference, changes) ? read : undefined),
    lookUp(accountLoader(domain === undefined ? reference : { domain })),
  ];
}

/** What the fields of accounts cost, and their writes. */
export const accountFieldCosts: FieldCosts = {
  "Query.account": ({ by }: QueryAccountArgs) => ({ uses: [useOf(accountLoader(accountReference(by)))] }),
  "Query.accounts": pageOf(callsOf(accounts.list)),
  "Account.additionalProperties": { uses: [callsOf(additionalProperties.getForAccount, atMost(1))] },
  "Account.contacts": (args: PageArguments, known) => ({
    ...pageOf(useOf(contactsOfAccount))(args, known),
    tells: company.is("loaded"),
  }),
  "Account.usageLogs": pageOf(useOf(usageLogsOfAccount)),
  "Mutation.createAccount": ({ input }: MutationCreateAccountArgs) => {
    newAccount(input);
    return { uses: [callsOf(accounts.create)] };
  },
  "CreateAccountPayload.account": { uses: [useOf(accountById)] },
  "Mutation.updateAccount": ({ by, input }: MutationUpdateAccountArgs) => {
    const reference = accountReference(by);
    const changes = accountChanges(input, reference);
    if ("id" in reference) return { uses: [callsOf(accounts.update)] };
    const write = "domain" in reference ? accounts.update : accounts.updateBySourceSpecificId;
    return { uses: keyed(write, accounts.update, reference, changes) };
  },
  "UpdateAccountPayload.account": { uses: [useOf(accountById)] },
  "Mutation.upsertAccount": ({ by, input }: MutationUpsertAccountArgs) => {
    if (!by) {
      accountChanges(input);
      return { uses: [callsOf(accounts.upsertWithoutIdentifier)] };
    }
    const reference = accountReference(by);
    const changes = accountChanges(input, reference);
    const write = "sourceSpecificId" in reference ? accounts.upsertBySourceSpecificId : accounts.upsert;
    return { uses: keyed(write, accounts.upsert, reference, changes) };
  },
  "UpsertAccountPayload.account": { uses: [useOf(accountById)] },
  "Mutation.deleteAccount": ({ by }: MutationDeleteAccountArgs) => {
    const reference = accountReference(by);
    if ("id" in reference) return { uses: [callsOf(accounts.delete)] };
    const read = "domain" in reference ? accounts.getByDomain : accounts.getBySourceSpecificId;
    return { uses: [freshCallsOf(read), callsOf(accounts.delete)] };
  },
};
