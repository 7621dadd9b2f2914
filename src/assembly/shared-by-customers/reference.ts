import { validated } from "../../resolving/ids.ts";
import { sourceSpecificId } from "../ids.ts";

/** Keys of accounts and contacts; the domain of a contact is its e-mail address, as it is upstream. */
export type KeyName = "id" | "domain" | "sourceSpecificId";

/** One thing for each kind of key. */
export type ByKeyName<Thing> = Readonly<Record<KeyName, Thing>>;

/** One account or one contact by one of its keys, checked. */
export interface CustomerReference {
  readonly by: KeyName;
  readonly key: string;
}

/** The two types of customers, as they stand in look-ups. */
export type CustomerType = "account" | "contact";

/** One account or contact that something belongs to, checked. */
export interface OwnerReference extends CustomerReference {
  readonly type: CustomerType;
}

/** One thing for each type of customer and each kind of key. */
export type ByOwnerKey<Thing> = Readonly<Record<CustomerType, ByKeyName<Thing>>>;

/** Things of routes that take id and domain in one place of the path, and a source specific id in another. */
export const byEitherKey = <Thing>(byIdOrDomain: Thing, bySourceSpecificId: Thing): ByKeyName<Thing> => ({
  id: byIdOrDomain,
  domain: byIdOrDomain,
  sourceSpecificId: bySourceSpecificId,
});

/** @throws BAD_USER_INPUT when it cannot be a source specific id. */
export const sourceSpecificReference = (id: string): CustomerReference => ({
  by: "sourceSpecificId",
  key: validated(sourceSpecificId, id, "source specific id"),
});
