import type { Join } from "../resolving/noun.ts";
import * as accountOrganization from "./account-organization.ts";
import * as contactUser from "./contact-user.ts";
import * as personUser from "./person-user.ts";

/** Fields that lead from one system to another. */
export const joins: readonly Join[] = [
  {
    loaders: accountOrganization.accountOrganizationLoaders,
    resolvers: { Account: accountOrganization.Account, Organization: accountOrganization.Organization },
  },
  {
    loaders: personUser.personUserLoaders,
    resolvers: { Person: personUser.Person, User: personUser.User },
  },
  {
    loaders: contactUser.contactUserLoaders,
    resolvers: { Contact: contactUser.Contact, User: contactUser.User },
  },
];
