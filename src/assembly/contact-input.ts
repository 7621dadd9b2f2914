import type { CreateContactInput, UpdateContactInput, UpsertContactInput } from "../generated/resolvers.ts";
import { checked } from "../ids.ts";
import { given, notNull } from "../input.ts";
import type { CompanyBody } from "./api/contact.ts";
import { domain, email } from "./api/ids.ts";
import { changedCustomerFields, newCustomerFields } from "./customer-fields.ts";
import { type AccountReference, accountReference } from "./references.ts";

/** The company of a contact in the form that writes want it. */
function companyFields(reference: AccountReference): CompanyBody {
  if ("id" in reference) return { company_id: reference.id };
  if ("domain" in reference) return { company_domain: checked(domain, reference.domain, "company's domain") };
  return { company_source_specific_id: reference.sourceSpecificId };
}

/**
 * The body that creates a contact.
 * @throws BAD_USER_INPUT for an account key or e-mail address that cannot be one.
 */
export const newContact = (input: CreateContactInput) => ({
  name: input.name,
  domain: checked(email, input.email, "e-mail address"),
  ...companyFields(accountReference(input.account)),
  ...newCustomerFields(input),
  ...given({ role: input.role }),
});

/**
 * The body that updates or upserts a contact.
 * @throws BAD_USER_INPUT for null where nothing can be cleared.
 */
export function contactChanges(input: UpdateContactInput | UpsertContactInput) {
  const newEmail = notNull(input.email, "email");
  const account = notNull(input.account, "account");
  return {
    ...given({
      name: notNull(input.name, "name"),
      domain: newEmail === undefined ? undefined : checked(email, newEmail, "e-mail address"),
      role: input.role,
    }),
    ...(account && companyFields(accountReference(account))),
    ...changedCustomerFields(input),
  };
}
