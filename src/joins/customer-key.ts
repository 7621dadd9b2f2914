import { accountKind } from "../assembly/account/loaders.ts";
import { companyReference } from "../assembly/account/look-up.ts";
import { contactKind } from "../assembly/contact/loaders.ts";
import { contactReference } from "../assembly/contact/look-up.ts";
import { badInput } from "../errors.ts";
import { fact } from "../estimate/facts.ts";
import type { CustomerLookup } from "../generated/resolvers.ts";
import { comparableHost, emailHost } from "../resolving/host.ts";
import { type IdKind, parseGlobalId, sourceIdOf } from "../resolving/ids.ts";
import { organizationKind } from "../web1on1/organization/loaders.ts";
import { userKind } from "../web1on1/user/loaders.ts";
import { isFreeMailHost } from "./free-mail.ts";

/** One key of a customer, checked. */
export type CustomerKey =
  | { readonly by: "domain"; readonly domain: string; readonly host: string | undefined }
  | {
      readonly by: "email";
      readonly email: string;
      /** The host of the company that the address is of; undefined where it gives addresses to the public. */
      readonly host: string | undefined;
    }
  | { readonly by: keyof typeof kinds; readonly id: string };

/** Types of the records that a customer is found by. */
const kinds = {
  Account: accountKind,
  Contact: contactKind,
  Organization: organizationKind,
  User: userKind,
} as const satisfies Readonly<Record<string, IdKind>>;

const isKind = (type: string): type is keyof typeof kinds => Object.hasOwn(kinds, type);

/** The key of the customer whose fields are selected. */
export const customerKey = fact<CustomerKey>("key of a customer");

/** @throws BAD_USER_INPUT when the key cannot be what it is given as. */
export function checkedCustomerKey(by: CustomerLookup): CustomerKey {
  if (by.domain !== undefined) {
    const { key } = companyReference({ domain: by.domain });
    return { by: "domain", domain: key, host: comparableHost(key) };
  }
  if (by.email !== undefined) {
    const { key } = contactReference({ email: by.email });
    const host = emailHost(key);
    return { by: "email", email: key, host: host && !isFreeMailHost(host) ? host : undefined };
  }
  const { type = "" } = parseGlobalId(by.id) ?? {};
  if (!isKind(type)) {
    throw badInput(`id must be the global id of one of: ${Object.keys(kinds).join(", ")}.`);
  }
  return { by: type, id: sourceIdOf(kinds[type], by.id) };
}
