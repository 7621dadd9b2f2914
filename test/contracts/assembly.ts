import { type Contract, type DocumentedEndpoint, documentedIn } from "./contract.ts";

const v1 = documentedIn("assembly-accounts-v1.txt");
const v2 = documentedIn("assembly-accounts-contacts-v2.txt");
const interactions = documentedIn("assembly-interactions.txt");

/** What an account may carry besides its kind, name and domain. */
const ACCOUNT = `source_specific_ids image_url phone contract_value contract_type renewal_date trial_expiration_date
  tier stage tags notes id_in_tool additional_properties company_type number_of_seats role company_id`;
/** What a contact may carry besides its name and e-mail address. */
const CONTACT = `company_id company_domain company_source_specific_id source_specific_ids image_url phone
  contract_value contract_type renewal_date trial_expiration_date tier stage tags notes id_in_tool
  additional_properties role`;
/** What an update may take away. */
const REMOVED = "removed_tags removed_source_specific_ids";
/** A new usage log. */
const USAGE = "timestamp! type! content! attribute! value metadata";

/** Every endpoint of Assembly as documented: accounts, contacts, additional properties, labels, usage, interactions. */
const documented: readonly DocumentedEndpoint[] = [
  v1("accounts.create", "POST", "/accounts", 15, "create", { body: `type! name! domain! ${ACCOUNT}` }),
  v1("accounts.list", "GET", "/accounts", 58, "read", { query: "limit offset" }),
  v1("accounts.getById", "GET", "/accounts/{id}", 66, "read"),
  v1("accounts.getByDomain", "GET", "/accounts/{domain}", 66, "read"),
  v2("accounts.getBySourceSpecificId", "GET", "/accounts", 9, "read", {
    query: "source_specific_id!",
    source: "public",
  }),
  v1("accounts.update", "PUT", "/accounts/{idOrDomain}", 78, "idempotent", {
    body: `type name domain ${ACCOUNT} ${REMOVED}`,
  }),
  v2("accounts.updateBySourceSpecificId", "PUT", "/accounts", 9, "idempotent", {
    query: "source_specific_id!",
    body: `type name domain ${ACCOUNT} ${REMOVED}`,
    source: "inferred",
  }),
  v2("accounts.upsert", "PUT", "/accounts/upsert/{idOrDomain}", 46, "idempotent", {
    body: `type name domain ${ACCOUNT} ${REMOVED}`,
    source: "public",
  }),
  v2("accounts.upsertBySourceSpecificId", "PUT", "/accounts/upsert", 46, "idempotent", {
    query: "source_specific_id!",
    body: `type name domain ${ACCOUNT} ${REMOVED}`,
    source: "public",
  }),
  v2("accounts.upsertWithoutIdentifier", "PUT", "/accounts/upsert", 47, "create", {
    body: `type name domain ${ACCOUNT} ${REMOVED}`,
    source: "inferred",
  }),
  v1("accounts.delete", "DELETE", "/accounts/{idOrDomain}", 98, "idempotent"),
  v2("accounts.deleteBySourceSpecificId", "DELETE", "/accounts", 9, "idempotent", {
    query: "source_specific_id!",
    source: "inferred",
  }),

  v2("contacts.create", "POST", "/contacts", 57, "create", {
    body: `name! domain! ${CONTACT}`,
    source: "public",
  }),
  v2("contacts.list", "GET", "/contacts", 69, "read", { query: "limit offset", source: "public" }),
  v2("contacts.listByCompanyId", "GET", "/contacts/company/{companyId}", 76, "read", {
    query: "limit offset",
    source: "public",
  }),
  v2("contacts.listByCompanyDomain", "GET", "/contacts/company/{domain}", 76, "read", {
    query: "limit offset",
    source: "public",
  }),
  v2("contacts.listByCompanySourceSpecificId", "GET", "/contacts/company", 76, "read", {
    query: "company_source_specific_id! limit offset",
    source: "public",
  }),
  v2("contacts.getById", "GET", "/contacts/{id}", 79, "read", { source: "public" }),
  v2("contacts.getByEmail", "GET", "/contacts/{email}", 79, "read", { source: "public" }),
  v2("contacts.getBySourceSpecificId", "GET", "/contacts", 58, "read", {
    query: "source_specific_id!",
    source: "public",
  }),
  v2("contacts.update", "PUT", "/contacts/{idOrEmail}", 81, "idempotent", {
    body: `name domain ${CONTACT} ${REMOVED}`,
    source: "public",
  }),
  v2("contacts.updateBySourceSpecificId", "PUT", "/contacts", 58, "idempotent", {
    query: "source_specific_id!",
    body: `name domain ${CONTACT} ${REMOVED}`,
    source: "inferred",
  }),
  v2("contacts.upsert", "PUT", "/contacts/upsert/{idOrEmail}", 91, "idempotent", {
    body: `name domain ${CONTACT} ${REMOVED}`,
    source: "public",
  }),
  v2("contacts.upsertBySourceSpecificId", "PUT", "/contacts/upsert", 91, "idempotent", {
    query: "source_specific_id!",
    body: `name domain ${CONTACT} ${REMOVED}`,
    source: "public",
  }),
  v2("contacts.upsertWithoutIdentifier", "PUT", "/contacts/upsert", 92, "create", {
    body: `name domain ${CONTACT} ${REMOVED}`,
    source: "inferred",
  }),
  v2("contacts.delete", "DELETE", "/contacts/{idOrEmail}", 101, "idempotent", { source: "public" }),
  v2("contacts.deleteBySourceSpecificId", "DELETE", "/contacts", 58, "idempotent", {
    query: "source_specific_id!",
    source: "inferred",
  }),

  v2("addProps.accounts.create", "POST", "/add_props/accounts/{idOrDomain}", 105, "create"),
  v2("addProps.accounts.createBySourceSpecificId", "POST", "/add_props/accounts", 9, "create", {
    query: "source_specific_id!",
    source: "inferred",
  }),
  v2("addProps.accounts.getById", "GET", "/add_props/accounts/{id}", 105, "read"),
  v2("addProps.accounts.getByDomain", "GET", "/add_props/accounts/{domain}", 105, "read"),
  v2("addProps.accounts.getBySourceSpecificId", "GET", "/add_props/accounts", 9, "read", {
    query: "source_specific_id!",
    source: "public",
  }),
  v2("addProps.accounts.update", "PUT", "/add_props/accounts/{idOrDomain}", 105, "idempotent"),
  v2("addProps.accounts.updateBySourceSpecificId", "PUT", "/add_props/accounts", 105, "idempotent", {
    query: "source_specific_id!",
    source: "inferred",
  }),
  v2("addProps.accounts.delete", "DELETE", "/add_props/accounts/{idOrDomain}", 105, "idempotent", {
    body: "properties!",
  }),
  v2("addProps.accounts.deleteBySourceSpecificId", "DELETE", "/add_props/accounts", 105, "idempotent", {
    query: "source_specific_id!",
    body: "properties!",
    source: "inferred",
  }),
  v2("addProps.contacts.create", "POST", "/add_props/contacts/{idOrEmail}", 105, "create"),
  v2("addProps.contacts.createBySourceSpecificId", "POST", "/add_props/contacts", 9, "create", {
    query: "source_specific_id!",
    source: "inferred",
  }),
  v2("addProps.contacts.getById", "GET", "/add_props/contacts/{id}", 105, "read"),
  v2("addProps.contacts.getByEmail", "GET", "/add_props/contacts/{email}", 105, "read"),
  v2("addProps.contacts.getBySourceSpecificId", "GET", "/add_props/contacts", 58, "read", {
    query: "source_specific_id!",
    source: "inferred",
  }),
  v2("addProps.contacts.update", "PUT", "/add_props/contacts/{idOrEmail}", 105, "idempotent"),
  v2("addProps.contacts.updateBySourceSpecificId", "PUT", "/add_props/contacts", 105, "idempotent", {
    query: "source_specific_id!",
    source: "inferred",
  }),
  v2("addProps.contacts.delete", "DELETE", "/add_props/contacts/{idOrEmail}", 105, "idempotent", {
    body: "properties!",
  }),
  v2("addProps.contacts.deleteBySourceSpecificId", "DELETE", "/add_props/contacts", 105, "idempotent", {
    query: "source_specific_id!",
    body: "properties!",
    source: "inferred",
  }),

  v1("labels.create", "POST", "/accounts/labels", 163, "create", { body: "type! name! color! description" }),
  v1("labels.list", "GET", "/accounts/labels", 182, "read"),
  v1("labels.listByType", "GET", "/accounts/labels/{type}", 182, "read"),
  v1("labels.getById", "GET", "/accounts/labels/{labelId}", 182, "read"),
  v1("labels.update", "PUT", "/accounts/labels/{labelId}", 196, "idempotent", {
    body: "type name color description",
  }),
  v1("labels.delete", "DELETE", "/accounts/labels/{labelId}", 208, "idempotent"),

  v1("usage.create", "POST", "/usage", 216, "create", { body: USAGE }),
  v2("usage.createForAccount", "POST", "/usage/accounts/{idOrDomain}", 170, "create", {
    body: USAGE,
    source: "public",
  }),
  v2("usage.createForAccountBySourceSpecificId", "POST", "/usage/accounts", 9, "create", {
    query: "source_specific_id!",
    body: USAGE,
    source: "inferred",
  }),
  v2("usage.createForContact", "POST", "/usage/contacts/{idOrEmail}", 170, "create", {
    body: USAGE,
    source: "inferred",
  }),
  v2("usage.createForContactBySourceSpecificId", "POST", "/usage/contacts", 170, "create", {
    query: "source_specific_id!",
    body: USAGE,
    source: "public",
  }),
  v1("usage.list", "GET", "/usage", 250, "read", { query: "limit offset" }),
  v2("usage.listForAccount", "GET", "/usage/accounts/{idOrDomain}", 173, "read", {
    query: "limit offset",
    source: "public",
  }),
  v2("usage.listForAccountBySourceSpecificId", "GET", "/usage/accounts", 9, "read", {
    query: "source_specific_id! limit offset",
    source: "inferred",
  }),
  v2("usage.listForContact", "GET", "/usage/contacts/{idOrEmail}", 173, "read", {
    query: "limit offset",
    source: "public",
  }),
  v2("usage.listForContactBySourceSpecificId", "GET", "/usage/contacts", 173, "read", {
    query: "source_specific_id! limit offset",
    source: "public",
  }),
  v2("usage.getById", "GET", "/usage/{usageLogId}", 180, "read", { source: "public" }),
  v1("usage.update", "PUT", "/usage/{usageLogId}", 263, "idempotent", {
    body: "timestamp type content attribute value metadata",
  }),
  v1("usage.delete", "DELETE", "/usage/{usageLogId}", 275, "idempotent"),

  interactions("interactions.create", "POST", "/interactions", 3, "conditional", {
    body: `query! title source_specific_id user company_id company_source_specific_id additional_properties
      original_timestamp files_base64 files_image_url files`,
    source: "public",
  }),
  interactions("interactions.reply", "POST", "/interactions/reply", 18, "create", {
    query: "id source_specific_id",
    body: "content! user! source_specific_id original_timestamp files files_image_url",
  }),
];

/** Assembly as it documents itself. */
export const contract: Contract = {
  documented,
  missing: [],
  secondWays: [],
  namedAlternatives: {
    "accounts.deleteBySourceSpecificId": "accounts.delete by id after a look-up",
    "contacts.deleteBySourceSpecificId": "contacts.delete by id after a look-up",
  },
};
