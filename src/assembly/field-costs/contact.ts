import { type Facts, fact, noFacts } from "../../estimate/facts.ts";
import {
  type CostOf,
  callsOf,
  type FieldCosts,
  freshCallsOf,
  type LoaderUse,
  useOf,
} from "../../estimate/field-cost.ts";
import { atMost } from "../../estimate/range.ts";
import { pageOf } from "../../estimate/usual-costs.ts";
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
import { removesLookupKey } from "../shared-by-customers/stable-reference.ts";
import { accountLoader, contactLoader, lookUp, writeBy } from "./look-up.ts";

const { accountById, accountIdOfContact, contactById, listedLabelById, usageLogsOfContact } = assemblyLoaders;

const contactsOfAccount = (reference: AccountReference): AnyEndpoint =>
  "id" in reference
    ? contacts.listByCompanyId
    : "domain" in reference
      ? contacts.listByCompanyDomain
      : contacts.listByCompanySourceSpecificId;

/** How the company of a contact is known: the object itself, or its key. */
export const company = fact<"loaded" | AccountReference>("company of a contact");

const companyIn = (account: QueryContactsArgs["account"]): Facts =>
  account ? company.is(companyReference(account)) : noFacts;

/** An update or upsert by any key, and the look-up after it. */
function keyed(
  write: AnyEndpoint,
  byId: AnyEndpoint,
  reference: ContactReference,
  changes: ContactBody & RemovalsBody,
): LoaderUse[] {
  const { domain: email } = changes;
  const read = "sourceSpecificId" in reference ? contacts.getBySourceSpecificId : contacts.getByEmail;
  return [
    ...writeBy(write, byId, removesLookupKey(reference, changes) ? read : undefined),
    lookUp(contactLoader(email === undefined ? reference : { email })),
  ];
}

/** The object that a write names. */
const contactOfPayload: CostOf<unknown> = (_args, known) => ({ uses: [useOf(contactById)], tells: known });

/** What the fields of contacts cost, and their writes. */
export const contactFieldCosts: FieldCosts = {
  "Query.contact": ({ by }: QueryContactArgs) => ({ uses: [useOf(contactLoader(contactReference(by)))] }),
  "Query.contacts": ({ account, ...args }: QueryContactsArgs, known) => ({
    ...pageOf(callsOf(account ? contactsOfAccount(companyReference(account)) : contacts.list))(args, known),
    tells: companyIn(account),
  }),
  "Contact.account": (_args: unknown, known) => {
    const own = company.of(known);
    if (own === "loaded") return {};
    if (own) return { uses: [{ ...useOf(accountLoader(own)), maxDistinct: 1 }] };
    return { uses: [useOf(accountIdOfContact), useOf(accountById, atMost(1))] };
  },
  "Contact.additionalProperties": { uses: [callsOf(additionalProperties.getForContact, atMost(1))] },
  "Contact.usageLogs": pageOf(useOf(usageLogsOfContact)),
  "Mutation.createContact": ({ input }: MutationCreateContactArgs) => {
    newContact(input);
    return { uses: [callsOf(contacts.create)], tells: companyIn(input.account) };
  },
  "CreateContactPayload.contact": contactOfPayload,
  "Mutation.updateContact": ({ by, input }: MutationUpdateContactArgs) => {
    const reference = contactReference(by);
    const changes = contactChanges(input);
    if ("id" in reference) return { uses: [callsOf(contacts.update)], tells: companyIn(input.account) };
    const write = "email" in reference ? contacts.update : contacts.updateBySourceSpecificId;
    return { uses: keyed(write, contacts.update, reference, changes), tells: companyIn(input.account) };
  },
  "UpdateContactPayload.contact": contactOfPayload,
  "Mutation.upsertContact": ({ by, input }: MutationUpsertContactArgs) => {
    const changes = contactChanges(input);
    if (!by) return { uses: [callsOf(contacts.upsertWithoutIdentifier)], tells: companyIn(input.account) };
    const reference = contactReference(by);
    const write = "sourceSpecificId" in reference ? contacts.upsertBySourceSpecificId : contacts.upsert;
    return { uses: keyed(write, contacts.upsert, reference, changes), tells: companyIn(input.account) };
  },
  "UpsertContactPayload.contact": contactOfPayload,
  "Mutation.deleteContact": ({ by }: MutationDeleteContactArgs) => {
    const reference = contactReference(by);
    if ("id" in reference) return { uses: [callsOf(contacts.delete)] };
    const read = "email" in reference ? contacts.getByEmail : contacts.getBySourceSpecificId;
    return { uses: [freshCallsOf(read), callsOf(contacts.delete)] };
  },
};
