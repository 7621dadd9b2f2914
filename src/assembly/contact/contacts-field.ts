import { useOf } from "../../estimate/field-cost.ts";
import { pageIfThere } from "../../fields/page.ts";
import type { PageArguments } from "../../resolving/pagination.ts";
import type { AccountJson } from "../account/endpoints.ts";
import { accountById } from "../account/loaders.ts";
import { pageOfChildren } from "../page.ts";
import { company, contactOf } from "./known-company.ts";
import { contactsOfAccount } from "./loaders.ts";

/** Uses of a page of the contacts of an account. */
export const contactsUse = useOf(contactsOfAccount);

/** Facts of the contacts of an account that has been read. */
export const contactsOfLoaded = company.is("loaded");

/** A field that gives a page of the contacts of an account; null for a customer, who has none. */
export const contactsField = pageIfThere(
  contactsUse,
  (account: AccountJson, args: PageArguments, { of }) => {
    if (account.type === "Customer") return null;
    const { id } = account;
    // Its contacts lead back to it by id, whichever key it was found by.
    of(accountById).prime(id, account);
    return pageOfChildren(args, id, of(contactsOfAccount), contactOf({ by: "id", key: id }, of));
  },
  () => contactsOfLoaded,
);
