import { baseUrl, credential } from "../../src/config/parsers.ts";
import { settingList, type ValuesOf } from "../../src/config/setting.ts";
import type { SystemFacts } from "../../src/resolving/system.ts";
import type { Call } from "../../src/rest/call.ts";
import { slidingWindow } from "../../src/rest/limits/windows.ts";
import { fixedCredential } from "../../src/rest/upstream.ts";
import { ledgerEmulator } from "./emulator.ts";
import { invoice } from "./invoice.ts";
import { invoices, pathParameters } from "./invoice-endpoints.ts";

type Address = { readonly baseUrl: string; readonly apiKey: string };

const settings = settingList([
  { name: "LEDGER_URL", about: "Base URL.", byDefault: "https://ledger.example/v1", parse: baseUrl },
  { name: "LEDGER_KEY", about: "API key.", parse: credential },
]);

const facts = {
  name: "ledger",
  title: "Ledger",
  settings,
  configure: ({ LEDGER_URL, LEDGER_KEY }: ValuesOf<typeof settings>) =>
    LEDGER_KEY
      ? { address: { baseUrl: LEDGER_URL, apiKey: LEDGER_KEY } }
      : { missing: "LEDGER_KEY", hasCredentials: false },
  upstream: ({ baseUrl, apiKey }) => ({
    limitText: "10 requests a second",
    baseUrl,
    urlSetting: "LEDGER_URL",
    pathParameters,
    callsInferred: true,
    limits: [slidingWindow({ calls: 10, windowMs: 1_000 })],
    credential: fixedCredential({ authorization: apiKey }),
  }),
  emulator: async () => ledgerEmulator,
} satisfies SystemFacts<Address>;

const typeDefs = `
  "What an account owes."
  type Invoice implements Node {
    id: ID!
    sourceId: ID!
    "In cents."
    total: Int!
    "The account that owes it; null where there is none."
    account: Account
  }
  input CreateInvoiceInput {
    accountId: ID!
    total: Int!
  }
  type CreateInvoicePayload {
    invoiceId: ID!
    invoice: Invoice
  }
  extend type Query {
    invoice(id: ID!): Invoice
    invoices: [Invoice!]
  }
  extend type Mutation {
    createInvoice(input: CreateInvoiceInput!): CreateInvoicePayload
  }
  extend type Account {
    invoices: [Invoice!]
  }
`;

/** A made-up system that keeps invoices, as a fourth beside those that the gateway joins. */
export const ledger = {
  ...facts,
  enums: {},
  nouns: [invoice],
  typeDefs,
  probe: (call: Call) => call(invoices.list),
};
