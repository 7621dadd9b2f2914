import { recordRows } from "../record-rows.ts";

/** The forms in which a contact names its company, as it is written and as it is read. */
const company = ["company_id", "company_domain", "company_source_specific_id"];

/** How kept answers hold contacts. No document states the order of lists. */
export const contactRows = recordRows("/contacts/{id}", {
  "/contacts": [],
  "/contacts/company/{companyId}": company,
  "/contacts/company/{companyDomain}": company,
  "/contacts/company?company_source_specific_id={companySourceSpecificId}": company,
  "/contacts/{email}": ["domain"],
  "/contacts?source_specific_id={sourceSpecificId}": ["source_specific_ids", "removed_source_specific_ids"],
});
