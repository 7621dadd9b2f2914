import { type Declared, type FieldCost, type FieldCosts, useOf } from "../estimate/field-cost.ts";
import { anyNumber } from "../estimate/range.ts";
import { accountOrganizationLoaders } from "./account-organization.ts";
import { contactUserLoaders } from "./contact-user.ts";
import { personUserLoaders } from "./person-user.ts";

const { accountLinks, organizationLinks } = accountOrganizationLoaders;
const { contactLinks, userLinksOfContact } = contactUserLoaders;
const { personLinks, userLinksOfPerson } = personUserLoaders;

const one = (loader: Declared): FieldCost => ({ uses: [useOf(loader)] });

const all = (loader: Declared): FieldCost => ({ uses: [useOf(loader)], cardinality: anyNumber });

/** What the fields cost that lead from one system to another. */
export const joinFieldCosts: FieldCosts = {
  "Account.organization": one(organizationLinks),
  "Account.organizationLinks": all(organizationLinks),
  "Organization.account": one(accountLinks),
  "Organization.accountLinks": all(accountLinks),
  "Contact.user": one(userLinksOfContact),
  "Contact.userLinks": all(userLinksOfContact),
  "User.contact": one(contactLinks),
  "User.contactLinks": all(contactLinks),
  "Person.user": one(userLinksOfPerson),
  "Person.userLinks": all(userLinksOfPerson),
  "User.person": one(personLinks),
  "User.personLinks": all(personLinks),
};
