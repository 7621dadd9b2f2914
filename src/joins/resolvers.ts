import * as accountOrganization from "./account-organization.ts";
import * as contactUser from "./contact-user.ts";
import * as personUser from "./person-user.ts";

/** Fields that lead from one system to another. */
export const joinResolvers = [
  { Account: accountOrganization.Account, Organization: accountOrganization.Organization },
  { Person: personUser.Person, User: personUser.User },
  { Contact: contactUser.Contact, User: contactUser.User },
];
