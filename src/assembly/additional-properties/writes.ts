import { type KeyedWrite, keyedWrite } from "../shared-by-customers/body-write.ts";
import { type ByOwnerKey, byEitherKey } from "../shared-by-customers/reference.ts";
import { additionalProperties, type PropertiesBody, type PropertyNamesBody } from "./endpoints.ts";

/** A write of properties, by the type of their owner and the key that is given; it may answer the id of the owner. */
export type PropertyWrite<Body> = ByOwnerKey<KeyedWrite<Body, string | undefined>>;

const idOrDomain = (key: string) => ({ idOrDomain: key });
const idOrEmail = (key: string) => ({ idOrEmail: key });
const sourceSpecificId = (key: string) => ({ sourceSpecificId: key });

/** Adds properties. */
export const creating: PropertyWrite<PropertiesBody> = {
  account: byEitherKey(
    keyedWrite(additionalProperties.createForAccount, idOrDomain),
    keyedWrite(additionalProperties.createForAccountBySourceSpecificId, sourceSpecificId),
  ),
  contact: byEitherKey(
    keyedWrite(additionalProperties.createForContact, idOrEmail),
    keyedWrite(additionalProperties.createForContactBySourceSpecificId, sourceSpecificId),
  ),
};

/** Sets properties. */
export const updating: PropertyWrite<PropertiesBody> = {
  account: byEitherKey(
    keyedWrite(additionalProperties.updateForAccount, idOrDomain),
    keyedWrite(additionalProperties.updateForAccountBySourceSpecificId, sourceSpecificId),
  ),
  contact: byEitherKey(
    keyedWrite(additionalProperties.updateForContact, idOrEmail),
    keyedWrite(additionalProperties.updateForContactBySourceSpecificId, sourceSpecificId),
  ),
};

/** Takes properties away. */
export const deleting: PropertyWrite<PropertyNamesBody> = {
  account: byEitherKey(
    keyedWrite(additionalProperties.deleteForAccount, idOrDomain),
    keyedWrite(additionalProperties.deleteForAccountBySourceSpecificId, sourceSpecificId),
  ),
  contact: byEitherKey(
    keyedWrite(additionalProperties.deleteForContact, idOrEmail),
    keyedWrite(additionalProperties.deleteForContactBySourceSpecificId, sourceSpecificId),
  ),
};
