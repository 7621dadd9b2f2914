import {
  type Ask,
  type AskedField,
  argsOf,
  asks,
  calls,
  callsAnew,
  type FieldCosts,
} from "../../estimate/field-cost.ts";
import { atMost } from "../../estimate/range.ts";
import { oneOf, pageOf, someOf } from "../../estimate/usual-costs.ts";
import type {
  MutationCreateContactArgs,
  MutationDeleteContactArgs,
  MutationUpdateContactArgs,
  MutationUpsertContactArgs,
  QueryContactArgs,
  QueryContactsArgs,
} from "../../generated/resolvers.ts";
import type { AnyEndpoint } from "../../rest/endpoint.ts";
import type { RemovalsBody } from "../account/endpoints.ts";
import { additionalProperties } from "../additional-properties/endpoints.ts";
import { type ContactBody, contacts } from "../contact/endpoints.ts";
import { contactChanges, newContact } from "../contact/input.ts";
import { assemblyLoaders } from "../loaders.ts";
import {
  type AccountReference,
  type ContactReference,
  companyReference,
  contactReference,
} from "../shared-by-customers/look-up.ts";
import { takesKeyAway } from "../shared-by-customers/stable-reference.ts";
import { accountLoader, contactLoader, lookUp, writeBy } from "./look-up.ts";

const { accountById, accountIdOfContact, contactById, listedLabelById, usageLogsOfContact } = assemblyLoaders;

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
  account ? companyReference(account) : undefined;

/** An update or upsert by any key, and the look-up after it. */
function keyed(
  write: AnyEndpoint,
  byId: AnyEndpoint,
  reference: ContactReference,
  changes: ContactBody & RemovalsBody,
): Ask[] {
  const { domain: email } = changes;
  const read = "sourceSpecificId" in reference ? contacts.getBySourceSpecificId : contacts.getByEmail;
  return [
    ...writeBy(write, byId, takesKeyAway(reference, changes) ? read : undefined),
    lookUp(contactLoader(email === undefined ? reference : { email })),
  ];
}

/** What the fields of contacts cost, and their writes. */
export const contactFieldCosts: FieldCosts = {
  "Query.contact": ({ by }: QueryContactArgs) => ({ asks: [asks(contactLoader(contactReference(by)))] }),
  "Query.contacts": ({ account, ...args }: QueryContactsArgs, above) =>
    pageOf(calls(account ? contactsOfAccount(companyReference(account)) : contacts.list))(args, above),
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
  "Contact.usageLogs": pageOf(asks(usageLogsOfContact)),
  "Mutation.createContact": ({ input }: MutationCreateContactArgs) => {
    newContact(input);
    return { asks: [calls(contacts.create)] };
  },
  "CreateContactPayload.contact": { asks: [asks(contactById)] },
  "Mutation.updateContact": ({ by, input }: MutationUpdateContactArgs) => {
    const reference = contactReference(by);
    const changes = contactChanges(input);
    if ("id" in reference) return { asks: [calls(contacts.update)] };
    const write = "email" in reference ? contacts.update : contacts.updateBySourceSpecificId;
    return { asks: keyed(write, contacts.update, reference, changes) };
  },
  "UpdateContactPayload.contact": { asks: [asks(contactById)] },
  "Mutation.upsertContact": ({ by, input }: MutationUpsertContactArgs) => {
    const changes = contactChanges(input);
    if (!by) return { asks: [calls(contacts.upsertWithoutIdentifier)] };
    const reference = contactReference(by);
    const write = "sourceSpecificId" in reference ? contacts.upsertBySourceSpecificId : contacts.upsert;
    return { asks: keyed(write, contacts.upsert, reference, changes) };
  },
  "UpsertContactPayload.contact": { asks: [asks(contactById)] },
  "Mutation.deleteContact": ({ by }: MutationDeleteContactArgs) => {
    const reference = contactReference(by);
    if ("id" in reference) return { asks: [calls(contacts.delete)] };
    const read = "email" in reference ? contacts.getByEmail : contacts.getBySourceSpecificId;
    return { asks: [callsAnew(read), calls(contacts.delete)] };
  },
};
