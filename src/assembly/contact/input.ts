import type {
  CreateContactInput,
  UpdateContactInput,
  UpsertContactInput,
} from "../../generated/resolvers.ts";
import { validated } from "../../resolving/ids.ts";
import { filledIfGiven, nonBlank, notNull, omitNulls, omitUndefined } from "../../resolving/input.ts";
import { companyReference } from "../account/look-up.ts";
import { email } from "../ids.ts";
import { changedCustomerFields, newCustomerFields } from "../shared-by-customers/input.ts";
import type { CustomerReference } from "../shared-by-customers/reference.ts";
import type { CompanyBody, ContactPatchBody, NewContactBody } from "./endpoints.ts";

/** The company of a contact in the form that writes want it. */
function companyFields({ by, key }: CustomerReference): CompanyBody {
  if (by === "id") return { company_id: key };
  return by === "domain" ? { company_domain: key } : { company_source_specific_id: key };
}

/**
 * The body that creates a contact.
 * @throws BAD_USER_INPUT for an account key or e-mail address that cannot be one.
 */
export function newContact(input: CreateContactInput): NewContactBody {
  const fields = omitNulls(input);
  return {
    name: nonBlank(fields.name, "name"),
    domain: validated(email, fields.email, "e-mail address"),
    ...companyFields(companyReference(fields.account)),
    ...newCustomerFields(fields),
    ...omitUndefined({ role: fields.role }),
  };
}

/**
 * The body that updates or upserts a contact.
 * @throws BAD_USER_INPUT for null where nothing can be cleared.
 */
export function contactChanges(input: UpdateContactInput | UpsertContactInput): ContactPatchBody {
  const newEmail = notNull(input.email, "email");
  const account = notNull(input.account, "account");
  return {
    ...omitUndefined({
      name: filledIfGiven(input.name, "name"),
      domain: newEmail === undefined ? undefined : validated(email, newEmail, "e-mail address"),
      role: input.role,
    }),
    ...(account && companyFields(companyReference(account))),
    ...changedCustomerFields(input),
  };
}
