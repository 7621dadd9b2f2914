import { recordRows } from "../record-rows.ts";

/** How kept answers hold accounts. */
export const accountRows = recordRows("/accounts/{id}", {
  // By type, companies first, then by name (assembly-accounts-contacts-v2.txt:26-30).
  "/accounts": ["type", "account_type", "name"],
  "/accounts/{domain}": ["domain"],
  "/accounts?source_specific_id={sourceSpecificId}": ["source_specific_ids", "removed_source_specific_ids"],
});
