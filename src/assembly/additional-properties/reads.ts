import { type KeyedRead, pointRead } from "../../lists/keyed-read.ts";
import { orNull } from "../../loaders/promise-or-value.ts";
import type { CallOnce } from "../../rest/call.ts";
import type { AnyEndpoint } from "../../rest/endpoint.ts";
import type { ByOwnerKey, OwnerReference } from "../shared-by-customers/reference.ts";
import { additionalProperties, type OwnPropertiesJson } from "./endpoints.ts";
import { toPropertyMap } from "./property-map.ts";

const reads: ByOwnerKey<KeyedRead<string, OwnPropertiesJson>> = {
  account: {
    id: pointRead(additionalProperties.getForAccount, (id) => ({ id })),
    domain: pointRead(additionalProperties.getForAccountByDomain, (domain) => ({ domain })),
    sourceSpecificId: pointRead(additionalProperties.getForAccountBySourceSpecificId, (id) => ({
      sourceSpecificId: id,
    })),
  },
  contact: {
    id: pointRead(additionalProperties.getForContact, (id) => ({ id })),
    domain: pointRead(additionalProperties.getForContactByEmail, (email) => ({ email })),
    sourceSpecificId: pointRead(additionalProperties.getForContactBySourceSpecificId, (id) => ({
      sourceSpecificId: id,
    })),
  },
};

/** The endpoint that reads the properties of an object. */
export const endpointOf = ({ type, by }: Pick<OwnerReference, "type" | "by">): AnyEndpoint =>
  reads[type][by].endpoint;

/** The properties of an object, and its id; null when there is no such object. */
export const readProperties = (
  call: CallOnce,
  { type, by, key }: OwnerReference,
): Promise<OwnPropertiesJson | null> => orNull(reads[type][by].read(call, key));

/** The properties of an object by name; null when there is no such object. */
export async function propertiesOf(
  call: CallOnce,
  owner: OwnerReference,
): Promise<Readonly<Record<string, unknown>> | null> {
  const found = await readProperties(call, owner);
  return found && toPropertyMap(found.additional_properties ?? {});
}
