import type { SandboxData } from "../../../src/sandbox/data/sandbox-data.ts";
import { accountCases, contactCases, showcase } from "../../../src/sandbox/data/showcase.ts";

/** Whose usage it may be, by each kind of key. */
export interface Owner {
  readonly name: string;
  /** `of` of the schema; undefined for the organization. */
  readonly of: object | undefined;
  /** Path and decoded query of the rows for this key. */
  readonly target: string;
  /** The row that logs usage by this key. */
  readonly row: string;
  /** The id of an account or a contact; undefined for the organization. */
  readonly id: string | undefined;
}

const { accountId, domain } = showcase.account;
const { contactId } = contactCases.none;
const awkward = accountCases.awkwardSourceSpecificId;

/** The organization, and an account and a contact by each kind of key. */
export function ownersIn({ assembly }: SandboxData): readonly Owner[] {
  const email = assembly.contacts.find(({ id }) => id === contactId)?.domain ?? "";
  return [
    { name: "the organization", of: undefined, target: "/usage", row: "usageLogs.create", id: undefined },
    {
      name: "an account by id",
      of: { account: { id: accountId } },
      target: `/usage/accounts/${accountId}`,
      row: "usageLogs.createForAccount",
      id: accountId,
    },
    {
      name: "an account by global id",
      of: { account: { id: `gid://assembly/Account/${accountId}` } },
      target: `/usage/accounts/${accountId}`,
      row: "usageLogs.createForAccount",
      id: accountId,
    },
    {
      name: "an account by domain",
      of: { account: { domain } },
      target: `/usage/accounts/${domain}`,
      row: "usageLogs.createForAccount",
      id: accountId,
    },
    {
      name: "an account by source specific id",
      of: { account: { sourceSpecificId: awkward.sourceSpecificId } },
      target: `/usage/accounts?source_specific_id=${awkward.sourceSpecificId}`,
      row: "usageLogs.createForAccountBySourceSpecificId",
      id: awkward.accountId,
    },
    {
      name: "a contact by id",
      of: { contact: { id: contactId } },
      target: `/usage/contacts/${contactId}`,
      row: "usageLogs.createForContact",
      id: contactId,
    },
    {
      name: "a contact by e-mail address",
      of: { contact: { email } },
      target: `/usage/contacts/${encodeURIComponent(email)}`,
      row: "usageLogs.createForContact",
      id: contactId,
    },
    {
      name: "a contact by source specific id",
      of: { contact: { sourceSpecificId: "crm-acme-contact-0" } },
      target: "/usage/contacts?source_specific_id=crm-acme-contact-0",
      row: "usageLogs.createForContactBySourceSpecificId",
      id: contactId,
    },
  ];
}

/** Keys that lead to no account and no contact. */
export const nobody: readonly (readonly [name: string, of: object])[] = [
  ["account by id", { account: { id: "0198aaaa-0000-7000-8000-000000000000" } }],
  ["account by domain", { account: { domain: "nobody.example" } }],
  ["account by source specific id", { account: { sourceSpecificId: "crm-nobody" } }],
  ["contact by id", { contact: { id: "0198aaaa-0000-7000-8000-000000000000" } }],
  ["contact by e-mail address", { contact: { email: "nobody@acme.example" } }],
  ["contact by source specific id", { contact: { sourceSpecificId: "crm-nobody" } }],
];
