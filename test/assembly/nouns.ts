import { accountCases, contactCases, showcase } from "../../src/sandbox/data/showcase.ts";
import type { TestGateway } from "../support/gateway.ts";

/** What tests of the rules that accounts and contacts share need to know of each. */
export interface Noun {
  readonly type: "Account" | "Contact";
  readonly field: "account" | "contact";
  /** The collection in the API: its path, and its noun in the table of endpoints and in the data. */
  readonly path: "/accounts" | "/contacts";
  readonly row: "accounts" | "contacts";
  readonly id: string;
  readonly sourceSpecificIds: readonly string[];
  /** Another of the kind, and a source specific id of a third. */
  readonly otherId: string;
  readonly takenSourceSpecificId: string;
  /** Input of a create. */
  readonly create: string;
}

/** Accounts and contacts. */
export const nouns: readonly Noun[] = [
  {
    type: "Account",
    field: "account",
    path: "/accounts",
    row: "accounts",
    id: showcase.account.accountId,
    sourceSpecificIds: [showcase.account.organizationId, "crm-acme"],
    otherId: accountCases.website.accountId,
    takenSourceSpecificId: "crm-nordlys",
    create: 'type: COMPANY, name: "New", domain: "new.example"',
  },
  {
    type: "Contact",
    field: "contact",
    path: "/contacts",
    row: "contacts",
    id: contactCases.none.contactId,
    sourceSpecificIds: ["crm-acme-contact-0"],
    otherId: contactCases.email.contactId,
    takenSourceSpecificId: "crm-acme-contact-3",
    create: `name: "New", email: "new@acme.example", account: { id: "${showcase.account.accountId}" }`,
  },
];

/** An id that no row has. */
export const unknownId = "0198aaaa-0000-7000-8000-000000000000";

/** An update of a noun with the variable `$input`, that selects something of what it has written. */
export const update = ({ type, field, id }: Noun, selected: string): string =>
  `mutation ($input: Update${type}Input!) {
    update${type}(by: { id: "${id}" }, input: $input) { ${field}Id ${field} { ${selected} } }
  }`;

/** The body of the last write, as the upstream got it. */
export const lastBody = ({ sandbox }: TestGateway): unknown =>
  JSON.parse(sandbox.assembly.journal.findLast(({ body }) => body !== "")?.body ?? "null");
