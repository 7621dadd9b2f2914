import { directory } from "../../src/rest/cache-policy.ts";
import type { IdPattern } from "../../src/rest/id-pattern.ts";
import { requireRecord, requireRows } from "../../src/rest/message/shape.ts";
import { endpointsOf } from "../../src/rest/noun-endpoints.ts";
import { routesOf } from "../../src/rest/route.ts";

/** An invoice as Ledger answers it. */
export interface InvoiceJson {
  readonly id: string;
  readonly account: string;
  readonly total: number;
}

/** Ids of invoices. */
export const invoiceId: IdPattern = { description: "an invoice id", pattern: /^inv-\d+$/, longest: 20 };

/** Patterns of the names in path templates. */
export const pathParameters = { id: invoiceId };

const { GET, POST } = routesOf<"invoices">();

/** Invoices, unpaged. */
export const invoices = endpointsOf<"invoices">()(
  { cache: directory, invalidates: ["invoices"], reconcile: "{ invoices { id } }" },
  {
    list: GET("/invoices").returns(({ invoices }: { readonly invoices: readonly InvoiceJson[] }) =>
      requireRows(invoices),
    ),
    get: GET("/invoices/{id}").returns((invoice: InvoiceJson) => requireRecord(invoice)),
    create: POST("/invoices")
      .body<Omit<InvoiceJson, "id">>()
      .returns((invoice: InvoiceJson) => requireRecord(invoice)),
  },
);
