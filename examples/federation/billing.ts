import { buildSchema, type GraphQLSchema } from "graphql";

/** An invoice, as a billing system of a company has it: it knows customers by their domain, or by the ids that Tributary gives. */
export interface Invoice {
  readonly number: string;
  readonly amount: number;
  readonly account: { readonly id?: string; readonly domain?: string };
  /** The e-mail address of the member of the staff who approved it. */
  readonly approver: string;
}

/** The key by which the billing system names an account. */
export type AccountKey = "domain" | "id";

const keyFields: Readonly<Record<AccountKey, string>> = { domain: "domain: String", id: "id: ID!" };

/**
 * The SDL of the subgraph, as composition takes it: it adds `balance` and `invoices` to the `Account` of Tributary, and
 * `spendingLimit` to its `Person`.
 */
export const billingSdl = (accountKeys: readonly AccountKey[] = ["domain"]): string => `
extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"])

scalar EmailAddress @specifiedBy(url: "https://www.rfc-editor.org/rfc/rfc6531#section-3.3")

type Invoice @key(fields: "number") {
  number: ID!
  amount: Float!
  account: Account
  approvedBy: Person
}

type Account ${accountKeys.map((key) => `@key(fields: "${key}")`).join(" ")} {
  ${accountKeys.map((key) => keyFields[key]).join("\n  ")}
  "The sum of its invoices."
  balance: Float!
  invoices: [Invoice!]!
}

type Person @key(fields: "email") {
  email: EmailAddress
  spendingLimit: Float
}

type Query {
  invoices(first: Int = 20): [Invoice!]!
}
`;

const forRouters = `
scalar _Any
union _Entity = Account | Invoice | Person
type _Service { sdl: String! }
extend type Query {
  _service: _Service!
  _entities(representations: [_Any!]!): [_Entity]!
}
`;

/** A representation, as a router sends it in place of an object: its type and one of its keys. */
interface Representation {
  readonly __typename: string;
  readonly number?: string;
  readonly email?: string;
  readonly id?: string;
  readonly domain?: string;
}

/** The schema of the subgraph, with what resolves it. */
export function createBilling(
  invoices: readonly Invoice[],
  accountKeys?: readonly AccountKey[],
): { readonly schema: GraphQLSchema; readonly rootValue: object } {
  const sdl = billingSdl(accountKeys);
  const isOf = ({ domain, id }: Invoice["account"], { account }: Invoice) =>
    id === undefined ? account.domain === domain : account.id === id;
  const toInvoice = (invoice: Invoice) => ({
    __typename: "Invoice",
    ...invoice,
    account: () => toAccount(invoice.account),
    approvedBy: () => toPerson(invoice.approver),
  });
  const toAccount = (key: Invoice["account"]): object => {
    const own = invoices.filter((invoice) => isOf(key, invoice));
    return {
      __typename: "Account",
      ...own[0]?.account,
      ...key,
      balance: own.reduce((sum, { amount }) => sum + amount, 0),
      invoices: () => own.map(toInvoice),
    };
  };
  const toPerson = (email: string) => ({ __typename: "Person", email, spendingLimit: email.length * 100 });
  const toEntity = ({ __typename: type, ...key }: Representation): object | null => {
    if (type === "Account") return toAccount(key);
    if (type === "Person") return key.email === undefined ? null : toPerson(key.email);
    const found = invoices.find(({ number }) => number === key.number);
    return found ? toInvoice(found) : null;
  };
  return {
    schema: buildSchema(sdl + forRouters, { assumeValidSDL: true }),
    rootValue: {
      invoices: ({ first }: { readonly first: number }) => invoices.slice(0, first).map(toInvoice),
      _service: { sdl },
      _entities: ({ representations }: { readonly representations: readonly Representation[] }) =>
        representations.map(toEntity),
    },
  };
}
