import { badInput } from "../../errors.ts";
import { ref, refs } from "../../fields/reference.ts";
import type { ContactResolvers, MutationResolvers, QueryResolvers } from "../../generated/resolvers.ts";
import { orNull, whenAtHand } from "../../loaders/shapes.ts";
import { toGlobalId } from "../../resolving/ids.ts";
import { orNotFound } from "../../resolving/input.ts";
import { identity } from "../../resolving/node-fields.ts";
import type { Connection, PageArguments } from "../../resolving/pagination.ts";
import { readableReferenceIn } from "../../resolving/referenced.ts";
import type { Call } from "../../rest/call.ts";
import { propertiesOf } from "../additional-properties/reads.ts";
import { accountKind, contactKind } from "../kinds.ts";
import { labelKind, listedLabelById } from "../label/loaders.ts";
import { type AssemblyLoaders, loadAccount, loadContact, readContact } from "../loaders.ts";
import { pageOf, pageOfChildren, pageOfList } from "../page.ts";
import type { PageJson, PageQuery } from "../page-json.ts";
import { toPropertyMap, withSourceSpecificId } from "../shared-by-customers/fields.ts";
import {
  type AccountReference,
  type ContactReference,
  companyReference,
  contactReference,
  idOrEmail,
} from "../shared-by-customers/look-up.ts";
import { stableContact } from "../shared-by-customers/stable-reference.ts";
import { writtenId } from "../shared-by-customers/written-id.ts";
import { type ContactBody, type ContactJson, contacts } from "./endpoints.ts";
import { contactChanges, newContact } from "./input.ts";

/** A contact, with its company where that is known from how the contact was reached. */
export interface ContactOfAccount extends ContactJson {
  readonly account?: AccountReference;
}

/** `Query.contact`, `Query.contacts`. */
export const Query: Pick<QueryResolvers, "contact" | "contacts"> = {
  contact: (_, { by }, { loaders }) => loadContact(loaders, contactReference(by)),
  contacts: (_, { account, ...args }, { call, loaders }) => {
    if (account) return contactsOf(companyReference(account), args, call.assembly, loaders);
    return pageOfList(args, loaders.allContacts);
  },
};

/** Fields of `Contact`. */
export const Contact: Pick<
  ContactResolvers,
  "id" | "sourceId" | "email" | "account" | "tier" | "stage" | "tags" | "additionalProperties" | "usageLogs"
> = {
  ...identity(contactKind),
  email: ({ domain }) => domain,
  account: (contact, _, { loaders }) => {
    if (contact.account) return loadAccount(loaders, contact.account);
    return whenAtHand(loaders.accountIdOfContact.load(contact), (named) => {
      const id = readableReferenceIn(accountKind, named);
      return id === null ? null : loaders.accountById.load(id);
    });
  },
  tier: ref(labelKind, listedLabelById, ({ tier }: ContactJson) => tier),
  stage: ref(labelKind, listedLabelById, ({ stage }: ContactJson) => stage),
  tags: refs(labelKind, listedLabelById, ({ tags }: ContactJson) => tags),
  additionalProperties: ({ id, additional_properties: known }, _, { call }) =>
    known ? toPropertyMap(known) : propertiesOf(call.assembly, { contact: { id } }),
  usageLogs: ({ id }, args, { loaders }) => pageOfChildren(args, id, loaders.usageLogsOfContact),
};

/** Writes of contacts. */
export const Mutation: Pick<
  MutationResolvers,
  "createContact" | "updateContact" | "upsertContact" | "deleteContact"
> = {
  createContact: async (_, { input }, { call, loaders }) => {
    const { id } = await call.assembly(contacts.create, { body: newContact(input) });
    return contactPayload(id, loaders, companyReference(input.account));
  },
  updateContact: async (_, { by, input }, { call, freshCall, loaders }) => {
    const asked = contactReference(by);
    const body = contactChanges(input);
    const reference = await stableContact(freshCall.assembly, asked, body);
    const answered =
      "sourceSpecificId" in reference
        ? await call.assembly(contacts.updateBySourceSpecificId, { ...reference, body })
        : await call.assembly(contacts.update, { idOrEmail: idOrEmail(reference), body });
    const id = await writtenId(answered, async () =>
      "id" in reference ? reference : loadContact(loaders, afterwards(reference, body)),
    );
    return contactPayload(id, loaders, input.account ? companyReference(input.account) : undefined);
  },
  upsertContact: async (_, { by, input }, { call, freshCall, loaders }) => {
    const asked = by ? contactReference(by) : undefined;
    const account = input.account ? companyReference(input.account) : undefined;
    const body = contactChanges(input);
    if (!asked) {
      const { name, domain } = body;
      if (!name || !domain || !account) throw badInput("Without by, input needs name, email and account.");
      const { id } = await call.assembly(contacts.upsertWithoutIdentifier, {
        body: { ...body, name, domain },
      });
      return contactPayload(id, loaders, account);
    }
    const reference = await stableContact(freshCall.assembly, asked, body);
    const answered =
      "sourceSpecificId" in reference
        ? await call.assembly(contacts.upsertBySourceSpecificId, {
            ...reference,
            body: withSourceSpecificId(body, reference.sourceSpecificId),
          })
        : await call.assembly(contacts.upsert, { idOrEmail: idOrEmail(reference), body });
    // What an upsert creates need not get the id that it was given.
    const id = await writtenId(answered, () => loadContact(loaders, afterwards(reference, body)));
    return contactPayload(id, loaders, account);
  },
  deleteContact: async (_, { by }, { call, freshCall }) => {
    const reference = contactReference(by);
    // The upstream answers nothing, and afterwards nobody can tell the id any more.
    const id =
      "id" in reference
        ? reference.id
        : (await orNotFound(orNull(readContact(freshCall.assembly, reference)), "contact")).id;
    // By now the key may lead to another contact.
    await call.assembly(contacts.delete, { idOrEmail: id });
    return { id: toGlobalId(contactKind, id) };
  },
};

/** Makes contacts of a company know it. What leads back to them need not read them again. */
export const contactOf =
  (account: AccountReference, loaders: AssemblyLoaders) =>
  (contact: ContactJson): ContactOfAccount => {
    const known = { ...contact, account };
    loaders.contactById.prime(contact.id, known);
    return known;
  };

/** A page of the contacts of a company that need not exist; null when it does not. */
function contactsOf(
  account: AccountReference,
  args: PageArguments,
  call: Call,
  loaders: AssemblyLoaders,
): Promise<Connection<ContactOfAccount> | null> {
  const read = (query: PageQuery): Promise<PageJson<ContactJson>> => {
    if ("id" in account) return call(contacts.listByCompanyId, { companyId: account.id, query });
    if ("domain" in account)
      return call(contacts.listByCompanyDomain, { companyDomain: account.domain, query });
    const companySourceSpecificId = account.sourceSpecificId;
    return call(contacts.listByCompanySourceSpecificId, { companySourceSpecificId, query });
  };
  return pageOf<ContactOfAccount>(args, async (query) => {
    const page = await read(query);
    loaders.allContacts.show(page, query.offset);
    return { ...page, data: page.data.map(contactOf(account, loaders)) };
  });
}

/** The key that leads to a contact once this is written to it. */
const afterwards = (reference: ContactReference, { domain }: ContactBody): ContactReference =>
  domain === undefined ? reference : { email: domain };

/** Upstream writes answer an id only; the contact itself is read when it is selected. */
const contactPayload = (id: string, loaders: AssemblyLoaders, account: AccountReference | undefined) => ({
  id: toGlobalId(contactKind, id),
  get contact() {
    return whenAtHand(
      loaders.contactById.load(id),
      (contact) => contact && { ...contact, ...(account && { account }) },
    );
  },
});
