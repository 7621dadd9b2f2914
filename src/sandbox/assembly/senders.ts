import { email as emailPattern } from "../../assembly/ids.ts";
import type { SenderJson } from "../../assembly/interaction/endpoints.ts";
import { matchesId } from "../../rest/id-pattern.ts";
import type { Store } from "../store.ts";
import { blank } from "./customer-fields.ts";
import { type AssemblyState, byDomain, byId, bySourceSpecificId, type Identified } from "./state.ts";

/**
 * Looks for the sender of a ticket among accounts and contacts, by every key given, and makes a Customer account of one
 * who is not known yet and has an e-mail address (assembly-interactions.txt:4).
 */
export function rememberSender(sender: SenderJson, { accounts, contacts }: AssemblyState): void {
  const { email, name, source_specific_id, username } = sender;
  if (knows(accounts, sender) || knows(contacts, sender)) return;
  if (email === undefined || !matchesId(emailPattern, email)) return;
  accounts.insert((id) => ({
    ...blank,
    id,
    type: "Customer",
    name: name ?? username ?? email,
    domain: email,
    source_specific_ids: source_specific_id === undefined ? [] : [source_specific_id],
  }));
}

function knows<Row extends Identified>(
  store: Store<Row>,
  { id, email, source_specific_id }: SenderJson,
): boolean {
  const found =
    (id !== undefined && byId(store, id)) ||
    (source_specific_id !== undefined && bySourceSpecificId(store, source_specific_id)) ||
    (email !== undefined && byDomain(store, email));
  return Boolean(found);
}
