import type { AccountOrContactLookup } from "../../generated/resolvers.ts";
import { accountReference } from "../account/look-up.ts";
import { contactReference } from "../contact/look-up.ts";
import type { OwnerReference } from "./reference.ts";

/** @throws BAD_USER_INPUT when the key cannot be what it is given as. */
export const ownerReference = (of: AccountOrContactLookup): OwnerReference =>
  of.account !== undefined
    ? { type: "account", ...accountReference(of.account) }
    : { type: "contact", ...contactReference(of.contact) };
