import { badInput } from "../errors.ts";
import type { CreateAccountInput, UpdateAccountInput } from "../generated/resolvers.ts";
import { checked } from "../ids.ts";
import { clearableSourceIdOf, given, notNull } from "../input.ts";
import { accountDomain, domain, email } from "./api/ids.ts";
import { changedCustomerFields, newCustomerFields } from "./customer-fields.ts";
import { labelKind } from "./kinds.ts";

type OwnFields = Pick<UpdateAccountInput, "companyTypeId" | "numberOfSeats" | "role">;

/** Fields that only one type of account has (assembly-accounts-contacts-v2.txt:17-22). */
function fieldsOfType(type: string | null | undefined, input: OwnFields) {
  if (type === "Customer" && (input.companyTypeId || input.numberOfSeats)) {
    throw badInput("companyTypeId and numberOfSeats are for accounts of type COMPANY.");
  }
  if (type === "Company" && input.role) throw badInput("role is for accounts of type CUSTOMER.");
  return given({
    company_type: clearableSourceIdOf(labelKind, input.companyTypeId),
    number_of_seats: input.numberOfSeats,
    role: input.role,
  });
}

/**
 * The body that creates an account.
 * @throws BAD_USER_INPUT for a domain of the wrong form and for fields of the other type.
 */
export function newAccount(input: CreateAccountInput) {
  const { type, name } = input;
  const pattern = type === "Customer" ? email : domain;
  return {
    type,
    name,
    domain: checked(pattern, input.domain, `domain of a ${type}`),
    ...newCustomerFields(input),
    ...fieldsOfType(type, input),
  };
}

/**
 * The body that changes an account.
 * @throws BAD_USER_INPUT for null where nothing can be cleared.
 */
export function accountChanges(input: UpdateAccountInput) {
  const newDomain = notNull(input.domain, "domain");
  return {
    ...given({
      type: notNull(input.type, "type"),
      name: notNull(input.name, "name"),
      domain: newDomain === undefined ? undefined : checked(accountDomain, newDomain, "domain"),
    }),
    ...changedCustomerFields(input),
    ...fieldsOfType(input.type, input),
  };
}
