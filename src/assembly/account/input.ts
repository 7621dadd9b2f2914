import { badInput } from "../../errors.ts";
import type {
  CreateAccountInput,
  UpdateAccountInput,
  UpsertAccountInput,
} from "../../generated/resolvers.ts";
import { validated } from "../../resolving/ids.ts";
import {
  clearableSourceIdOf,
  filledIfGiven,
  nonBlank,
  notNull,
  omitNulls,
  omitUndefined,
} from "../../resolving/input.ts";
import { accountDomain, domain, email } from "../ids.ts";
import { labelKind } from "../label/loaders.ts";
import { changedCustomerFields, newCustomerFields } from "../shared-by-customers/input.ts";
import type { CustomerReference } from "../shared-by-customers/reference.ts";
import type { AccountPatchBody, NewAccountBody } from "./endpoints.ts";

type OwnFields = Pick<UpdateAccountInput, "companyTypeId" | "numberOfSeats" | "role">;

type AccountType = "Company" | "Customer";

/**
 * Fields that only one type of account has (assembly-accounts-contacts-v2.txt:17-22).
 * @param type undefined where nothing tells it; even then no account has the fields of both.
 */
function fieldsOfType(type: AccountType | undefined, input: OwnFields) {
  const { companyTypeId, numberOfSeats, role } = input;
  const isCompany = isSet(companyTypeId) || isSet(numberOfSeats);
  if (isCompany && (type === "Customer" || (!type && isSet(role)))) {
    throw badInput("companyTypeId and numberOfSeats are for accounts of type COMPANY.");
  }
  if (type === "Company" && isSet(role)) throw badInput("role is for accounts of type CUSTOMER.");
  return omitUndefined({
    company_type: clearableSourceIdOf(labelKind, companyTypeId),
    number_of_seats: numberOfSeats,
    role,
  });
}

const isSet = (value: unknown): boolean => value !== null && value !== undefined;

/** Each type has its own form of domain (assembly-accounts-contacts-v2.txt:12-15). */
const typeOfDomain = (value: string): AccountType => (value.includes("@") ? "Customer" : "Company");

function checkedDomain(type: AccountType | undefined, value: string): string {
  if (!type) return validated(accountDomain, value, "domain");
  return validated(type === "Customer" ? email : domain, value, `domain of a ${type} account`);
}

/**
 * The body that creates an account.
 * @throws BAD_USER_INPUT for a domain of the wrong form and for fields of the other type.
 */
export function newAccount(input: CreateAccountInput): NewAccountBody {
  const fields = omitNulls(input);
  const { type, name } = fields;
  return {
    type,
    name: nonBlank(name, "name"),
    domain: checkedDomain(type, fields.domain),
    ...newCustomerFields(fields),
    ...fieldsOfType(type, fields),
  };
}

/**
 * The body that updates or upserts an account.
 * @param by the account as it is named, whose domain tells its type where the input does not.
 * @throws BAD_USER_INPUT for null where nothing can be cleared, and for fields of the other type.
 */
export function accountChanges(
  input: UpdateAccountInput | UpsertAccountInput,
  by?: CustomerReference,
): AccountPatchBody {
  const type = notNull(input.type, "type");
  const newDomain = notNull(input.domain, "domain");
  const knownDomain = newDomain ?? (by?.by === "domain" ? by.key : undefined);
  return {
    ...omitUndefined({
      type,
      name: filledIfGiven(input.name, "name"),
      domain: newDomain === undefined ? undefined : checkedDomain(type, newDomain),
    }),
    ...changedCustomerFields(input),
    ...fieldsOfType(type ?? (knownDomain === undefined ? undefined : typeOfDomain(knownDomain)), input),
  };
}
