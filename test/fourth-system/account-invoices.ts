import { useOf } from "../../src/estimate/field-cost.ts";
import { anyNumber } from "../../src/estimate/range.ts";
import { field } from "../../src/fields/field.ts";
import { ref } from "../../src/fields/reference.ts";
import type { OperationContext } from "../../src/graphql/context.ts";
import type { Clearable, LoaderDefinition } from "../../src/lists/loader-definition.ts";
import { asking } from "../../src/loaders/strategies/asking.ts";
import type { Join } from "../../src/resolving/noun.ts";
import { accountById, accountKind } from "./accounts.ts";
import { allInvoices } from "./invoice.ts";
import type { InvoiceJson } from "./invoice-endpoints.ts";

interface InvoicesOfAccount extends Clearable {
  load(accountId: string): Promise<readonly InvoiceJson[]>;
}

const invoicesOfAccount: LoaderDefinition<InvoicesOfAccount> = {
  access: asking([{ access: allInvoices.access, keysPerKey: { least: 1, most: 1 } }]),
  create: ({ of }) => ({
    load: async (id) => (await of(allInvoices).all()).filter(({ account }) => account === id),
    clearAll() {},
  }),
};

/** Leads from accounts of Assembly to invoices of Ledger, and back. */
export const accountInvoices: Join = {
  loaders: { invoicesOfAccount },
  resolvers: {
    Account: {
      invoices: field(
        { uses: [useOf(invoicesOfAccount)], cardinality: anyNumber },
        ({ id }: { readonly id: string }, _args: unknown, { of }: OperationContext) =>
          of(invoicesOfAccount).load(id),
      ),
    },
    Invoice: { account: ref(accountKind, accountById, ({ account }: InvoiceJson) => account) },
  },
};
