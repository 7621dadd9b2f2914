import { all, byId } from "../../src/fields/look-up.ts";
import { payload } from "../../src/fields/payload.ts";
import { write } from "../../src/fields/write.ts";
import { byId as rowId } from "../../src/lists/indexed-rows.ts";
import { pointRead, sliceRead } from "../../src/lists/keyed-read.ts";
import { wholeCollection } from "../../src/lists/list.ts";
import { oneByKey } from "../../src/loaders/one-by-key.ts";
import { type IdKind, sourceIdOf, toGlobalId } from "../../src/resolving/ids.ts";
import { identity } from "../../src/resolving/node-fields.ts";
import type { Noun } from "../../src/resolving/noun.ts";
import { accountKind } from "./accounts.ts";
import { type InvoiceJson, invoiceId, invoices } from "./invoice-endpoints.ts";

const invoiceKind: IdKind = { system: "ledger", type: "Invoice", pattern: invoiceId };

/** All invoices. */
export const allInvoices = wholeCollection<InvoiceJson>(
  "invoices",
  sliceRead(invoices.list, () => ({})),
);

const invoiceById = oneByKey(
  allInvoices,
  rowId,
  pointRead(invoices.get, (id) => ({ id })),
);

interface CreateInvoiceArgs {
  readonly input: { readonly accountId: string; readonly total: number };
}

/** The one noun of Ledger. */
export const invoice: Noun = {
  endpoints: { invoices },
  loaders: { allInvoices, invoiceById },
  nodes: [{ kind: invoiceKind, loader: invoiceById }],
  resolvers: {
    Query: { invoice: byId(invoiceKind, invoiceById), invoices: all(allInvoices) },
    Mutation: {
      createInvoice: write(
        ({ input: { accountId, total } }: CreateInvoiceArgs) => ({
          endpoint: invoices.create,
          body: { account: sourceIdOf(accountKind, accountId), total },
        }),
        async ({ endpoint, body }, { call }) => {
          const { id } = await call(endpoint, { body });
          return { invoiceId: toGlobalId(invoiceKind, id) };
        },
      ),
    },
    Invoice: identity(invoiceKind),
    CreateInvoicePayload: payload("invoice", invoiceKind, invoiceById),
  },
};
