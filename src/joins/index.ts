import type { Join } from "../resolving/noun.ts";
import { accountOrganization } from "./account-organization.ts";
import { accountPerson } from "./account-person.ts";
import { contactUser } from "./contact-user.ts";
import { customer } from "./customer.ts";
import { personUser } from "./person-user.ts";

/** Fields that lead from one system to another. */
export const joins: readonly Join[] = [accountOrganization, personUser, contactUser, accountPerson, customer];
