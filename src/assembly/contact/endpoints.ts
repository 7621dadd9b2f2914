import { directory } from "../../rest/cache-policy.ts";
import { requireRecord } from "../../rest/message/shape.ts";
import type { CustomerFieldsBody, CustomerFieldsJson, RemovalsBody } from "../account/endpoints.ts";
import { DELETE, endpoints, GET, POST, PUT } from "../endpoints.ts";
import {
  type EmptyJson,
  idIn,
  type PageJson,
  type PageQuery,
  pageIn,
  taken,
  updatedId,
  updatedIdIn,
} from "../page-json.ts";
import { contactRows } from "./row-facts.ts";

/** A person at a company as Assembly answers it. */
export interface ContactJson extends CustomerFieldsJson {
  readonly id: string;
  readonly name: string;
  /** The contact's e-mail address. */
  readonly domain: string;
  /** The company's account id; no document promises that rows carry it. */
  readonly company_id?: string | null;
  readonly role?: string | null;
}

/** The company of a contact, in the first of three forms that is given (assembly-accounts-contacts-v2.txt:62-66). */
export interface CompanyBody {
  readonly company_id?: string;
  readonly company_domain?: string;
  readonly company_source_specific_id?: string;
}

/** Writable fields of a contact. */
export interface ContactBody extends CustomerFieldsBody, CompanyBody {
  readonly name?: string;
  readonly domain?: string;
  readonly role?: string | null;
}

/** The body that creates a contact. */
export type NewContactBody = ContactBody & Required<Pick<ContactBody, "name" | "domain">>;

/** The body that updates or upserts a contact. */
export type ContactPatchBody = ContactBody & RemovalsBody;

const one = (wire: { readonly contact: ContactJson }) => requireRecord(wire.contact);
const page = (wire: { readonly contacts: PageJson<ContactJson> }) => pageIn(wire.contacts);

/** Shows whether a contact was written. */
const contactOfEmail = "query ($email: EmailAddress!) { contact(by: { email: $email }) { id } }";

/** Contacts: assembly-accounts-contacts-v2.txt:57-103. */
export const contacts = endpoints(
  {
    cache: directory,
    invalidates: ["contacts", "usageLogs", "additionalProperties"],
    conflictWhen: taken,
    reconcile: contactOfEmail,
    rows: contactRows,
  },
  {
    list: GET("/contacts").query<PageQuery>().returns(page),
    listByCompanyId: GET("/contacts/company/{companyId}").query<PageQuery>().returns(page),
    listByCompanyDomain: GET("/contacts/company/{companyDomain}").query<PageQuery>().returns(page),
    listByCompanySourceSpecificId: GET(
      "/contacts/company?company_source_specific_id={companySourceSpecificId}",
    )
      .query<PageQuery>()
      .returns(page),
    getById: GET("/contacts/{id}").returns(one),
    getByEmail: GET("/contacts/{email}").returns(one),
    getBySourceSpecificId: GET("/contacts?source_specific_id={sourceSpecificId}").returns(one),
    /** The body names a company. */
    create: POST("/contacts").adds("contacts").namesObject().body<NewContactBody>().returns(idIn),
    update: PUT("/contacts/{idOrEmail}")
      .sets("contacts", updatedId)
      .body<ContactPatchBody>()
      .returns(updatedIdIn),
    updateBySourceSpecificId: PUT("/contacts?source_specific_id={sourceSpecificId}")
      .inferred()
      .sets("contacts", updatedId)
      .body<ContactPatchBody>()
      .returns(updatedIdIn),
    upsert: PUT("/contacts/upsert/{idOrEmail}")
      .adds("contacts", updatedId)
      .verifiedBy(contactOfEmail)
      .body<ContactPatchBody>()
      .returns(updatedIdIn),
    upsertBySourceSpecificId: PUT("/contacts/upsert?source_specific_id={sourceSpecificId}")
      .adds("contacts", updatedId)
      .verifiedBy(contactOfEmail)
      .body<ContactPatchBody>()
      .returns(updatedIdIn),
    /** Always creates, so twice makes two. The body names a company. */
    upsertWithoutIdentifier: PUT("/contacts/upsert", "create")
      .adds("contacts")
      .namesObject()
      .inferred()
      .body<NewContactBody>()
      .returns(idIn),
    delete: DELETE("/contacts/{idOrEmail}").returns<EmptyJson>(),
  },
);
