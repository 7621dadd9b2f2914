import { foreignKey } from "../../lists/foreign-key.ts";
import { byId } from "../../lists/indexed-rows.ts";
import { pointRead, sliceRead } from "../../lists/keyed-read.ts";
import { listOf } from "../../lists/list.ts";
import { childrenOf } from "../../loaders/children-of.ts";
import { oneByKey } from "../../loaders/one-by-key.ts";
import { idIn } from "../../rest/row-values.ts";
import { kind } from "../ids.ts";
import { ofOwner, pageIn, pagesOf } from "../page-format.ts";
import { pageSize } from "../page-json.ts";
import { byDomain, bySourceSpecificId, domainKey } from "../shared-by-customers/keys.ts";
import { type ContactJson, contacts } from "./endpoints.ts";

/** Ids of contacts. */
export const contactKind = kind("Contact");

/** Pages of contacts, whichever list they are of. */
export const contactPages = pagesOf<ContactJson>();

/** Where a contact may tell its company, which each has. */
const companyOfContact = foreignKey<ContactJson>("contacts without a company", ({ company_id }) =>
  idIn(company_id),
);

/** All contacts. */
export const allContacts = listOf<ContactJson>({
  name: "contacts",
  pageSize,
  slices: sliceRead(contacts.list, (query) => ({ query })),
  shownBy: [contacts.listByCompanyId, contacts.listByCompanyDomain, contacts.listByCompanySourceSpecificId],
  format: contactPages,
  foreignKeys: [companyOfContact],
});

/** Reads of one contact, by the key that is given. */
export const contactReads = {
  id: pointRead(contacts.getById, (id) => ({ id })),
  domain: pointRead(contacts.getByEmail, (email) => ({ email })),
  sourceSpecificId: pointRead(contacts.getBySourceSpecificId, (sourceSpecificId) => ({ sourceSpecificId })),
};

/** Contacts by id. */
export const contactById = oneByKey(allContacts, byId, contactReads.id);

/** Contacts by e-mail address. */
export const contactByEmail = oneByKey(allContacts, byDomain, contactReads.domain, domainKey);

/** Contacts by one of their ids in other systems. */
export const contactBySourceSpecificId = oneByKey(
  allContacts,
  bySourceSpecificId,
  contactReads.sourceSpecificId,
);

/** Reads of a company's own list of contacts, by the key of the company that is given. */
export const contactsOfCompany = {
  id: sliceRead(contacts.listByCompanyId, ofOwner("companyId")),
  domain: sliceRead(contacts.listByCompanyDomain, ofOwner("companyDomain")),
  sourceSpecificId: sliceRead(contacts.listByCompanySourceSpecificId, ofOwner("companySourceSpecificId")),
};

/** Contacts of companies. Nothing is documented of their order, so only the whole list stands in for companies' own. */
export const contactsOfAccount = childrenOf({
  list: allContacts,
  foreignKey: companyOfContact,
  own: contactsOfCompany.id,
  pageIn: pageIn<ContactJson>,
});
