import type { KeysOf } from "../../lists/indexed-rows.ts";
import { asciiHost, comparableEmail } from "../../resolving/host.ts";
import { keysIn } from "../../rest/row-values.ts";
import type { AccountJson } from "../account/endpoints.ts";

type Keyed = Pick<AccountJson, "domain" | "source_specific_ids">;

/** Finds accounts and contacts by their ids in other systems. */
export const bySourceSpecificId: KeysOf<Keyed> = ({ source_specific_ids: ids }) =>
  Array.isArray(ids) ? ids.flatMap(keysIn) : [];

/** A host or an address as they are compared; the text itself where it is neither. */
export const domainKey = (text: string): string => comparableEmail(text) ?? asciiHost(text) ?? text;

/** Finds accounts by their domain and contacts by their e-mail address. */
export const byDomain: KeysOf<Keyed> = ({ domain }) => keysIn(domain).map(domainKey);
