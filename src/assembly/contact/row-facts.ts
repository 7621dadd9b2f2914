import type { KeptRead, RowFacts } from "../../rest/row-facts.ts";

/** The forms in which a contact names its company, as it is written and as it is read. */
const company = ["company_id", "company_domain", "company_source_specific_id"];

/** Fields that decide which contacts a read answers. No document states the order of lists. */
const fieldsBy: Readonly<Record<string, readonly string[]>> = {
  "/contacts": [],
  "/contacts/company/{companyId}": company,
  "/contacts/company/{companyDomain}": company,
  "/contacts/company?company_source_specific_id={companySourceSpecificId}": company,
  "/contacts/{email}": ["domain"],
  "/contacts?source_specific_id={sourceSpecificId}": ["source_specific_ids", "removed_source_specific_ids"],
};

/** How kept answers hold contacts. */
export const contactRows: RowFacts = {
  under: "data",
  derived: [],
  placeIn({ path, url }: KeptRead) {
    if (path === "/contacts/{id}") return { fields: [], ids: [url.pathname.split("/").at(-1) ?? ""] };
    const fields = fieldsBy[path];
    return fields && { fields };
  },
};
