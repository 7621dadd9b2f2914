import { type KeyedRead, pointRead } from "../../loaders/keyed-read.ts";
import { orNull } from "../../loaders/shapes.ts";
import type { CallOnce } from "../../rest/call.ts";
import type { AnyEndpoint } from "../../rest/endpoint.ts";
import { toPropertyMap } from "../shared-by-customers/fields.ts";
import type { AccountOrContactReference } from "../shared-by-customers/look-up.ts";
import { additionalProperties, type OwnPropertiesJson } from "./endpoints.ts";

type PropertiesRead = KeyedRead<string, OwnPropertiesJson>;

const ofAccount = {
  byId: pointRead(additionalProperties.getForAccount, (id) => ({ id })),
  byDomain: pointRead(additionalProperties.getForAccountByDomain, (domain) => ({ domain })),
  bySourceSpecificId: pointRead(additionalProperties.getForAccountBySourceSpecificId, (id) => ({
    sourceSpecificId: id,
  })),
};

const ofContact = {
  byId: pointRead(additionalProperties.getForContact, (id) => ({ id })),
  byEmail: pointRead(additionalProperties.getForContactByEmail, (email) => ({ email })),
  bySourceSpecificId: pointRead(additionalProperties.getForContactBySourceSpecificId, (id) => ({
    sourceSpecificId: id,
  })),
};

/** The read for the key that names an object, and the key. */
function readBy(of: AccountOrContactReference): readonly [read: PropertiesRead, key: string] {
  if ("account" in of) {
    const { account } = of;
    if ("id" in account) return [ofAccount.byId, account.id];
    if ("domain" in account) return [ofAccount.byDomain, account.domain];
    return [ofAccount.bySourceSpecificId, account.sourceSpecificId];
  }
  const { contact } = of;
  if ("id" in contact) return [ofContact.byId, contact.id];
  if ("email" in contact) return [ofContact.byEmail, contact.email];
  return [ofContact.bySourceSpecificId, contact.sourceSpecificId];
}

/** The row that a read of an object's properties calls. */
export const readRow = (of: AccountOrContactReference): AnyEndpoint => readBy(of)[0].row;

/** The properties of an object, and its id; null when there is no such object. */
export function readProperties(
  call: CallOnce,
  of: AccountOrContactReference,
): Promise<OwnPropertiesJson | null> {
  const [read, key] = readBy(of);
  return orNull(read.read(call, key));
}

/** The properties of an object by name; null when there is no such object. */
export async function propertiesOf(
  call: CallOnce,
  of: AccountOrContactReference,
): Promise<Readonly<Record<string, unknown>> | null> {
  const found = await readProperties(call, of);
  return found && toPropertyMap(found.additional_properties ?? {});
}
