import { directory } from "../../rest/freshness.ts";
import { recordIn } from "../../rest/record.ts";
import { DELETE, GET, POST, PUT } from "../../rest/route.ts";
import {
  type CustomerFieldsBody,
  type CustomerFieldsJson,
  type RemovalsBody,
  taken,
} from "../account/endpoints.ts";
import { type EmptyJson, idIn, type PageJson, type PageQuery, pageIn, updatedIdIn } from "../page-json.ts";

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

type NewContactBody = ContactBody & Required<Pick<ContactBody, "name" | "domain">>;
type ContactPatchBody = ContactBody & RemovalsBody;

const one = (wire: { readonly contact: ContactJson }) => recordIn(wire.contact);
const page = (wire: { readonly contacts: PageJson<ContactJson> }) => pageIn(wire.contacts);

/** What shows something of a contact. */
const contactReads = ["contacts", "usageLogs", "additionalProperties"];

/** Shows whether a contact was written. */
const contactOfEmail = "query ($email: EmailAddress!) { contact(by: { email: $email }) { id } }";

/** Contacts: assembly-accounts-contacts-v2.txt:57-103. */
export const contacts = {
  list: GET("/contacts").cache(directory).query<PageQuery>().returns(page),
  listByCompanyId: GET("/contacts/company/{companyId}").cache(directory).query<PageQuery>().returns(page),
  listByCompanyDomain: GET("/contacts/company/{companyDomain}")
    .cache(directory)
    .query<PageQuery>()
    .returns(page),
  listByCompanySourceSpecificId: GET("/contacts/company?company_source_specific_id={companySourceSpecificId}")
    .cache(directory)
    .query<PageQuery>()
    .returns(page),
  getById: GET("/contacts/{id}").cache(directory).returns(one),
  getByEmail: GET("/contacts/{email}").cache(directory).returns(one),
  getBySourceSpecificId: GET("/contacts?source_specific_id={sourceSpecificId}").cache(directory).returns(one),
  /** The body names a company. */
  create: POST("/contacts")
    .invalidates(...contactReads)
    .namesObject()
    .conflictWhen(taken)
    .verifiedBy(contactOfEmail)
    .body<NewContactBody>()
    .returns(idIn),
  update: PUT("/contacts/{idOrEmail}")
    .invalidates(...contactReads)
    .conflictWhen(taken)
    .body<ContactPatchBody>()
    .returns(updatedIdIn),
  updateBySourceSpecificId: PUT("/contacts?source_specific_id={sourceSpecificId}")
    .invalidates(...contactReads)
    .conflictWhen(taken)
    .inferred()
    .body<ContactPatchBody>()
    .returns(updatedIdIn),
  upsert: PUT("/contacts/upsert/{idOrEmail}")
    .invalidates(...contactReads)
    .conflictWhen(taken)
    .verifiedBy(contactOfEmail)
    .body<ContactPatchBody>()
    .returns(updatedIdIn),
  upsertBySourceSpecificId: PUT("/contacts/upsert?source_specific_id={sourceSpecificId}")
    .invalidates(...contactReads)
    .conflictWhen(taken)
    .verifiedBy(contactOfEmail)
    .body<ContactPatchBody>()
    .returns(updatedIdIn),
  /** Always creates, so twice makes two. The body names a company. */
  upsertWithoutIdentifier: PUT("/contacts/upsert", "create")
    .invalidates(...contactReads)
    .namesObject()
    .conflictWhen(taken)
    .verifiedBy(contactOfEmail)
    .inferred()
    .body<NewContactBody>()
    .returns(idIn),
  delete: DELETE("/contacts/{idOrEmail}")
    .invalidates(...contactReads)
    .returns<EmptyJson>(),
};
