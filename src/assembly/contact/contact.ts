import { callsOf, useOf } from "../../estimate/field-cost.ts";
import { atMost } from "../../estimate/range.ts";
import { field } from "../../fields/field.ts";
import { pageIfThere } from "../../fields/page.ts";
import type {
  ContactResolvers,
  QueryContactArgs,
  QueryContactsArgs,
  QueryResolvers,
} from "../../generated/resolvers.ts";
import type { OperationContext } from "../../graphql/context.ts";
import { identity } from "../../resolving/node-fields.ts";
import type { Noun } from "../../resolving/noun.ts";
import { accountById } from "../account/loaders.ts";
import { accountBy, companyReference } from "../account/look-up.ts";
import { propertiesField } from "../additional-properties/customer-field.ts";
import { pageOfList, takesWholeList } from "../selected-page.ts";
import { labelFields } from "../shared-by-customers/row.ts";
import { customerSelection } from "../shared-by-customers/selection.ts";
import { usageLogsField } from "../usage-log/customer-field.ts";
import { usageLogsOfContact } from "../usage-log/loaders.ts";
import { loadCompany } from "./company.ts";
import { type ContactJson, contacts } from "./endpoints.ts";
import { type ContactOfAccount, company, companyIn } from "./known-company.ts";
import {
  allContacts,
  contactByEmail,
  contactById,
  contactBySourceSpecificId,
  contactKind,
  contactsOfAccount,
} from "./loaders.ts";
import { contactBy, contactReference, loadContact } from "./look-up.ts";
import { contactListOfCompany, contactsOfNamed, useOfCompany } from "./of-company.ts";
import { accountIdOfContact } from "./owners.ts";
import { Mutation, writtenContact } from "./writes.ts";

const Query = {
  contact: field(
    ({ by }: QueryContactArgs) => ({ uses: [useOf(contactBy[contactReference(by).by])] }),
    (_: unknown, { by }: QueryContactArgs, { of }: OperationContext) => loadContact(of, contactReference(by)),
  ),
  contacts: pageIfThere(
    ({ account, ...args }: QueryContactsArgs) => {
      const reference = account ? companyReference(account) : undefined;
      const isWhole = takesWholeList(args, customerSelection(args, reference));
      if (reference) return useOfCompany(reference, isWhole);
      return isWhole ? useOf(allContacts) : callsOf(contacts.list);
    },
    (_: unknown, { account, ...args }: QueryContactsArgs, context) => {
      const reference = account ? companyReference(account) : undefined;
      const selection = customerSelection(args, reference);
      return reference
        ? contactsOfNamed(reference, args, selection, context)
        : pageOfList<ContactJson>(args, context.of(allContacts), selection);
    },
    ({ account }) => companyIn(account),
  ),
} satisfies QueryResolvers;

const Contact = {
  ...identity(contactKind),
  ...labelFields,
  email: ({ domain }) => domain,
  account: field(
    (_args: unknown, known) => {
      const own = company.of(known);
      if (own === "loaded") return {};
      if (own) return { uses: [{ ...useOf(accountBy[own.by]), maxDistinct: 1 }] };
      return { uses: [useOf(accountIdOfContact), useOf(accountById, atMost(1))] };
    },
    (contact: ContactOfAccount, _: unknown, { of }: OperationContext) => loadCompany(of, contact),
  ),
  additionalProperties: propertiesField("contact"),
  usageLogs: usageLogsField("contact", usageLogsOfContact, contactById),
} satisfies ContactResolvers;

/** Contacts: people at companies. */
export const contact: Noun = {
  endpoints: { contacts },
  loaders: {
    allContacts,
    contactById,
    contactByEmail,
    contactBySourceSpecificId,
    accountIdOfContact,
    contactsOfAccount,
    contactListOfCompany,
  },
  nodes: [
    {
      kind: contactKind,
      loader: contactById,
      lookUpKeys: { keys: { email: "EmailAddress" }, lookUp: Query.contact },
    },
  ],
  resolvers: {
    Query,
    Mutation,
    Contact,
    CreateContactPayload: writtenContact,
    UpdateContactPayload: writtenContact,
    UpsertContactPayload: writtenContact,
  },
};
