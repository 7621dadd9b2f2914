import type {
  MutationCreateAccountArgs,
  MutationCreateContactArgs,
  MutationDeleteAccountArgs,
  MutationDeleteContactArgs,
  MutationUpdateAccountArgs,
  MutationUpdateContactArgs,
  MutationUpsertAccountArgs,
  MutationUpsertContactArgs,
  QueryAccountArgs,
  QueryContactArgs,
  QueryContactsArgs,
  QueryLabelsArgs,
} from "../generated/resolvers.ts";
import {
  type Ask,
  type AskedField,
  argsOf,
  asks,
  calls,
  callsAnew,
  type Declared,
  type FieldCosts,
  type NodeCost,
} from "../plan/field-cost.ts";
import { anyNumber, atMost } from "../plan/range.ts";
import { oneById, oneOf, pageOf, someOf } from "../plan/usual-costs.ts";
import type { AnyEndpoint } from "../rest/endpoint.ts";
import { accountChanges, newAccount } from "./account-input.ts";
import { accounts } from "./api/account.ts";
import { additionalProperties } from "./api/additional-properties.ts";
import { contacts } from "./api/contact.ts";
import { usageLogs } from "./api/usage-log.ts";
import { contactChanges, newContact } from "./contact-input.ts";
import { accountKind, contactKind, labelKind, usageLogKind } from "./kinds.ts";
import { assemblyLoaders } from "./loaders.ts";
import {
  type AccountReference,
  accountReference,
  type ContactReference,
  contactReference,
} from "./references.ts";

const { accountById, accountIdOfContact, allLabels, contactById, labelById, labelsOfType, listedLabelById } =
  assemblyLoaders;
const { usageLogById } = assemblyLoaders;

/** Types of Assembly that can be fetched by global id. */
export const assemblyNodeCosts: readonly NodeCost[] = [
  { kind: accountKind, loader: accountById },
  { kind: contactKind, loader: contactById },
  { kind: labelKind, loader: labelById },
  { kind: usageLogKind, loader: usageLogById },
];

function accountLoader(reference: AccountReference): Declared {
  if ("id" in reference) return accountById;
  return "domain" in reference ? assemblyLoaders.accountByDomain : assemblyLoaders.accountBySourceSpecificId;
}

function contactLoader(reference: ContactReference): Declared {
  if ("id" in reference) return contactById;
  return "email" in reference ? assemblyLoaders.contactByEmail : assemblyLoaders.contactBySourceSpecificId;
}

const contactsOfAccount = (reference: AccountReference): AnyEndpoint =>
  "id" in reference
    ? contacts.listByCompanyId
    : "domain" in reference
      ? contacts.listByCompanyDomain
      : contacts.listByCompanySourceSpecificId;

/** How the company of a contact is known from the way to it: the object itself, its key, or not at all. */
function companyOf(above: AskedField | undefined): "atHand" | AccountReference | undefined {
  switch (above?.coordinate) {
    case "Account.contacts":
      return "atHand";
    case "Query.contacts":
      return referenceIn(argsOf<QueryContactsArgs>(above).account);
    case "CreateContactPayload.contact":
    case "UpdateContactPayload.contact":
    case "UpsertContactPayload.contact":
      return referenceIn(argsOf<MutationUpsertContactArgs>(above.above).input.account);
    default:
      return undefined;
  }
}

const referenceIn = (account: QueryContactsArgs["account"]): AccountReference | undefined =>
  account ? accountReference(account) : undefined;

/** The look-up that follows a write whose answer does not tell an id. */
const lookUp = (loader: Declared): Ask => asks(loader, atMost(1));

/** What the fields of Assembly's types cost. */
export const assemblyFieldCosts: FieldCosts = {
  "Query.account": ({ by }: QueryAccountArgs) => ({ asks: [asks(accountLoader(accountReference(by)))] }),
  "Query.accounts": pageOf(calls(accounts.list)),
  "Query.contact": ({ by }: QueryContactArgs) => ({ asks: [asks(contactLoader(contactReference(by)))] }),
  "Query.contacts": ({ account, ...args }: QueryContactsArgs, above) =>
    pageOf(calls(account ? contactsOfAccount(accountReference(account)) : contacts.list))(args, above),
  "Query.label": oneById(labelKind, labelById),
  "Query.labels": ({ type }: QueryLabelsArgs) => ({
    asks: [asks(type ? labelsOfType : allLabels)],
    gives: anyNumber,
  }),
  "Query.usageLog": oneById(usageLogKind, usageLogById),

  "Account.tier": oneOf(listedLabelById),
  "Account.stage": oneOf(listedLabelById),
  "Account.companyType": oneOf(listedLabelById),
  "Account.tags": someOf(listedLabelById),
  "Account.additionalProperties": { asks: [calls(additionalProperties.getForAccount, atMost(1))] },
  "Account.contacts": pageOf(calls(contacts.listByCompanyId)),
  "Account.usageLogs": pageOf(calls(usageLogs.listForAccount)),
  "Contact.account": (_args: unknown, above) => {
    const company = companyOf(above);
    if (company === "atHand") return {};
    if (company) return { asks: [{ ...asks(accountLoader(company)), mostInAll: 1 }] };
    return { asks: [asks(accountIdOfContact), asks(accountById, atMost(1))] };
  },
  "Contact.tier": oneOf(listedLabelById),
  "Contact.stage": oneOf(listedLabelById),
  "Contact.tags": someOf(listedLabelById),
  "Contact.additionalProperties": { asks: [calls(additionalProperties.getForContact, atMost(1))] },
  "Contact.usageLogs": pageOf(calls(usageLogs.listForContact)),

  "Mutation.createAccount": ({ input }: MutationCreateAccountArgs) => {
    newAccount(input);
    return { asks: [calls(accounts.create)] };
  },
  "CreateAccountPayload.account": { asks: [asks(accountById)] },
  "Mutation.updateAccount": ({ by, input }: MutationUpdateAccountArgs) => {
    const reference = accountReference(by);
    const { domain } = accountChanges(input);
    if ("id" in reference) return { asks: [calls(accounts.update)] };
    const write = "domain" in reference ? accounts.update : accounts.updateBySourceSpecificId;
    return { asks: [calls(write), lookUp(accountLoader(domain === undefined ? reference : { domain }))] };
  },
  "UpdateAccountPayload.account": { asks: [asks(accountById)] },
  "Mutation.upsertAccount": ({ by, input }: MutationUpsertAccountArgs) => {
    const { domain } = accountChanges(input);
    if (!by) return { asks: [calls(accounts.upsertWithoutIdentifier)] };
    const reference = accountReference(by);
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

  "Mutation.createContact": ({ input }: MutationCreateContactArgs) => {
    newContact(input);
    return { asks: [calls(contacts.create)] };
  },
  "CreateContactPayload.contact": { asks: [asks(contactById)] },
  "Mutation.updateContact": ({ by, input }: MutationUpdateContactArgs) => {
    const reference = contactReference(by);
    const { domain: email } = contactChanges(input);
    if ("id" in reference) return { asks: [calls(contacts.update)] };
    const write = "email" in reference ? contacts.update : contacts.updateBySourceSpecificId;
    return { asks: [calls(write), lookUp(contactLoader(email === undefined ? reference : { email }))] };
  },
  "UpdateContactPayload.contact": { asks: [asks(contactById)] },
  "Mutation.upsertContact": ({ by, input }: MutationUpsertContactArgs) => {
    const { domain: email } = contactChanges(input);
    if (!by) return { asks: [calls(contacts.upsertWithoutIdentifier)] };
    const reference = contactReference(by);
    const write = "sourceSpecificId" in reference ? contacts.upsertBySourceSpecificId : contacts.upsert;
    return { asks: [calls(write), lookUp(contactLoader(email === undefined ? reference : { email }))] };
  },
  "UpsertContactPayload.contact": { asks: [asks(contactById)] },
  "Mutation.deleteContact": ({ by }: MutationDeleteContactArgs) => {
    const reference = contactReference(by);
    if ("id" in reference) return { asks: [calls(contacts.delete)] };
    const read = "email" in reference ? contacts.getByEmail : contacts.getBySourceSpecificId;
    return { asks: [callsAnew(read), calls(contacts.delete)] };
  },
};
