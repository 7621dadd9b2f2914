import type { AccountJson, RemovalsBody } from "../../assembly/account/endpoints.ts";
import type {
  CompanyBody,
  ContactBody,
  ContactJson,
  contacts as endpoints,
} from "../../assembly/contact/endpoints.ts";
import { email as emailPattern } from "../../assembly/ids.ts";
import { matchesId } from "../../rest/id-pattern.ts";
import type { StoredContact } from "../data/assembly/stored.ts";
import type { Reply, VerbHandlers } from "../emulator.ts";
import { Refusal } from "../refusal.ts";
import { withId } from "./accounts.ts";
import { blank, customerChecks, propertiesJson, removalChecks, written } from "./customer-fields.ts";
import { type Check, checked, filledText, nullable, requireFields, text } from "./fields.ts";
import type { AssemblyOptions } from "./options.ts";
import { pageOf } from "./page.ts";
import {
  type AssemblyState,
  byDomain,
  byId,
  byIdOrDomain,
  bySourceSpecificId,
  found,
  refuseTaken,
} from "./state.ts";

type Patch = ContactBody & RemovalsBody;

const address: Check = (value, field) => {
  if (typeof value !== "string" || !matchesId(emailPattern, value)) {
    throw new Refusal(400, `${field} must be ${emailPattern.description}`);
  }
};

/** Handlers of the contact rows. */
export function contactHandlers(
  state: AssemblyState,
  options: AssemblyOptions,
): VerbHandlers<typeof endpoints> {
  const { accounts, contacts, labels } = state;
  const checks = {
    ...customerChecks(labels),
    ...removalChecks,
    name: filledText,
    domain: address,
    role: nullable(text),
    company_id: filledText,
    company_domain: filledText,
    company_source_specific_id: filledText,
  };
  const json = ({ company_id, ...contact }: StoredContact): ContactJson => ({
    ...contact,
    ...(options.contactsCarryCompany ? { company_id } : {}),
    additional_properties: propertiesJson(contact.additional_properties, options),
  });
  const one = (contact: StoredContact | undefined): Reply => ({
    status: 200,
    body: { contact: json(found(contact, "contact")) },
  });
  const page = (rows: readonly StoredContact[], query: URLSearchParams): Reply => ({
    status: 200,
    body: { contacts: pageOf(rows.map(json), query, options) },
  });
  const company = (account: AccountJson | undefined): AccountJson =>
    found(account?.type === "Company" ? account : undefined, "company");
  const listOf = (account: AccountJson | undefined, query: URLSearchParams): Reply => {
    const { id } = company(account);
    return page(
      contacts.all().filter((contact) => contact.company_id === id),
      query,
    );
  };

  /** The id of the company in the first of the three forms that is given. */
  const companyIdOf = (body: CompanyBody): string | undefined => {
    if (body.company_id !== undefined) return company(byId(accounts, body.company_id)).id;
    if (body.company_domain !== undefined) return company(byDomain(accounts, body.company_domain)).id;
    if (body.company_source_specific_id === undefined) return undefined;
    return company(bySourceSpecificId(accounts, body.company_source_specific_id)).id;
  };
  const split = (
    body: unknown,
  ): { fields: Omit<Patch, keyof CompanyBody>; companyId: string | undefined } => {
    const { company_id, company_domain, company_source_specific_id, ...fields } = checked<Patch>(
      body,
      checks,
    );
    const given = { company_id, company_domain, company_source_specific_id };
    return { fields, companyId: companyIdOf(given as CompanyBody) };
  };

  const create = (body: unknown, sourceSpecificId?: string): Reply => {
    const { fields: sent, companyId } = split(body);
    const fields: Omit<Patch, keyof CompanyBody> = withId(sent, sourceSpecificId);
    requireFields(fields, "name", "domain");
    if (companyId === undefined) {
      throw new Refusal(400, "company_id, company_domain or company_source_specific_id is required");
    }
    refuseTaken(contacts, fields, undefined);
    const { name, domain } = fields;
    const contact = contacts.insert((id) =>
      written({ ...blank, id, company_id: companyId, name, domain }, fields),
    );
    return { status: 200, body: { id: contact.id } };
  };
  const update = (contact: StoredContact, body: unknown): Reply => {
    const { fields, companyId = contact.company_id } = split(body);
    refuseTaken(contacts, fields, contact);
    contacts.update(contact.id, { ...written(contact, fields), company_id: companyId });
    return { status: 200, body: { id: contact.id } };
  };
  const upsert = (contact: StoredContact | undefined, body: unknown, sourceSpecificId?: string): Reply =>
    contact === undefined
      ? create(body, options.upsertLinksSourceSpecificId ? sourceSpecificId : undefined)
      : update(contact, body);
  const remove = (contact: StoredContact): Reply => {
    contacts.remove(contact.id);
    return { status: 200, body: {} };
  };

  return {
    list: ({ query }) => page(contacts.all(), query),
    listByCompanyId: ({ params, query }) => listOf(byId(accounts, params.companyId), query),
    listByCompanyDomain: ({ params, query }) => listOf(byDomain(accounts, params.companyDomain), query),
    listByCompanySourceSpecificId: ({ params, query }) =>
      listOf(bySourceSpecificId(accounts, params.companySourceSpecificId), query),
    getById: ({ params }) => one(byId(contacts, params.id)),
    getByEmail: ({ params }) => one(byDomain(contacts, params.email)),
    getBySourceSpecificId: ({ params }) => one(bySourceSpecificId(contacts, params.sourceSpecificId)),
    create: ({ body }) => create(body),
    update: ({ params, body }) => update(found(byIdOrDomain(contacts, params.idOrEmail), "contact"), body),
    updateBySourceSpecificId: ({ params, body }) =>
      update(found(bySourceSpecificId(contacts, params.sourceSpecificId), "contact"), body),
    upsert: ({ params, body }) => upsert(byIdOrDomain(contacts, params.idOrEmail), body),
    upsertBySourceSpecificId: ({ params: { sourceSpecificId }, body }) =>
      upsert(bySourceSpecificId(contacts, sourceSpecificId), body, sourceSpecificId),
    upsertWithoutIdentifier: ({ body }) => create(body),
    delete: ({ params }) => remove(found(byIdOrDomain(contacts, params.idOrEmail), "contact")),
  };
}
