import type { CallOnce } from "../../rest/call.ts";
import type { AnyEndpoint, Endpoint } from "../../rest/endpoint.ts";
import type { IdJson } from "../page-json.ts";
import {
  type AccountOrContactReference,
  forKeyOf,
  idOrDomain,
  idOrEmail,
} from "../shared-by-customers/look-up.ts";
import { additionalProperties } from "./endpoints.ts";

/** An account or contact whose properties were written. */
export interface WrittenProperties {
  /** As the write named it. */
  readonly of: AccountOrContactReference;
  /** Its id, where the write answered one. */
  readonly answeredId: string | undefined;
}

/** The rows of one write, by what they name the object with. */
export interface PropertyWrite {
  readonly account: WriteRow<"/add_props/accounts/{idOrDomain}">;
  readonly accountBySourceSpecificId: WriteRow<"/add_props/accounts?source_specific_id={sourceSpecificId}">;
  readonly contact: WriteRow<"/add_props/contacts/{idOrEmail}">;
  readonly contactBySourceSpecificId: WriteRow<"/add_props/contacts?source_specific_id={sourceSpecificId}">;
}

type WriteRow<Path extends string> = Endpoint<
  Path,
  undefined,
  WriteBody,
  IdJson | undefined,
  string | undefined
>;
type WriteBody = Readonly<Record<string, unknown>>;

/** Adds properties. */
export const creating: PropertyWrite = {
  account: additionalProperties.createForAccount,
  accountBySourceSpecificId: additionalProperties.createForAccountBySourceSpecificId,
  contact: additionalProperties.createForContact,
  contactBySourceSpecificId: additionalProperties.createForContactBySourceSpecificId,
};

/** Sets properties. */
export const updating: PropertyWrite = {
  account: additionalProperties.updateForAccount,
  accountBySourceSpecificId: additionalProperties.updateForAccountBySourceSpecificId,
  contact: additionalProperties.updateForContact,
  contactBySourceSpecificId: additionalProperties.updateForContactBySourceSpecificId,
};

/** Takes properties away. */
export const deleting: PropertyWrite = {
  account: additionalProperties.deleteForAccount,
  accountBySourceSpecificId: additionalProperties.deleteForAccountBySourceSpecificId,
  contact: additionalProperties.deleteForContact,
  contactBySourceSpecificId: additionalProperties.deleteForContactBySourceSpecificId,
};

/** The row that a write of an object's properties calls. */
export const writeRow = (write: PropertyWrite, of: AccountOrContactReference): AnyEndpoint =>
  forKeyOf<AnyEndpoint>(of, write);

/** Writes properties of an object. */
export async function writeProperties(
  call: CallOnce,
  write: PropertyWrite,
  of: AccountOrContactReference,
  body: WriteBody,
): Promise<WrittenProperties> {
  return { of, answeredId: await send(call, write, of, body) };
}

function send(call: CallOnce, write: PropertyWrite, of: AccountOrContactReference, body: WriteBody) {
  if ("account" in of) {
    const { account } = of;
    if ("sourceSpecificId" in account) return call(write.accountBySourceSpecificId, { ...account, body });
    return call(write.account, { idOrDomain: idOrDomain(account), body });
  }
  const { contact } = of;
  if ("sourceSpecificId" in contact) return call(write.contactBySourceSpecificId, { ...contact, body });
  return call(write.contact, { idOrEmail: idOrEmail(contact), body });
}
