import type { KeptRead, RowFacts } from "../../rest/row-facts.ts";

/** Fields that decide which account a read answers, or where a list has it. */
const fieldsBy: Readonly<Record<string, readonly string[]>> = {
  // By type, companies first, then by name (assembly-accounts-contacts-v2.txt:26-30).
  "/accounts": ["type", "account_type", "name"],
  "/accounts/{domain}": ["domain"],
  "/accounts?source_specific_id={sourceSpecificId}": ["source_specific_ids", "removed_source_specific_ids"],
};

/** How kept answers hold accounts. */
export const accountRows: RowFacts = {
  under: "data",
  derived: [],
  placeIn({ path, url }: KeptRead) {
    if (path === "/accounts/{id}") return { fields: [], ids: [url.pathname.split("/").at(-1) ?? ""] };
    const fields = fieldsBy[path];
    return fields && { fields };
  },
};
