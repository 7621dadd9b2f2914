import type { SandboxData } from "../../src/sandbox/data/sandbox-data.ts";
import { contactCases, showcase } from "../../src/sandbox/data/showcase.ts";
import { quoted } from "../support/examples.ts";

const { accountId, domain, sourceSpecificId } = showcase.account;

/** Each kind of key that an account is found by. */
export const byAccount = [
  `{ id: "${accountId}" }`,
  `{ domain: "${domain}" }`,
  `{ sourceSpecificId: "${sourceSpecificId}" }`,
];

/** Each kind of key that a contact is found by. */
export const byContact = ({ assembly }: SandboxData): string[] => [
  `{ id: "${contactCases.email.contactId}" }`,
  `{ email: ${quoted(assembly.contacts[0]?.domain)} }`,
  `{ sourceSpecificId: "crm-acme-contact-3" }`,
];

/** Each kind of key that the owner of properties or usage is found by. */
export const byOwner = (data: SandboxData): string[] => [
  ...byAccount.map((by) => `{ account: ${by} }`),
  ...byContact(data).map((by) => `{ contact: ${by} }`),
];

/** In the form of Assembly's ids, and of nothing that there is. */
export const unknownAssemblyId = "0198aaaa-0000-4000-8000-000000000000";
