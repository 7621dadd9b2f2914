import { createEmulator } from "../../src/sandbox/create-emulator.ts";
import { showcase } from "../../src/sandbox/data/showcase.ts";
import { type Emulator, type EmulatorSettings, serve } from "../../src/sandbox/emulator.ts";
import { slidingWindow } from "../../src/sandbox/rate-limit.ts";
import { realTime } from "../../src/sandbox/real-time.ts";
import { Refusal } from "../../src/sandbox/refusal.ts";
import { startable } from "../../src/sandbox/startable.ts";
import { createStore } from "../../src/sandbox/store.ts";
import { type InvoiceJson, invoices, pathParameters } from "./invoice-endpoints.ts";

const apiKey = "sandbox-ledger-key";

/** Invoices that the emulated Ledger starts with: two of the showcase account, one of none. */
const madeUp: readonly InvoiceJson[] = [
  { id: "inv-1", account: showcase.account.accountId, total: 1_200 },
  { id: "inv-2", account: "", total: 50 },
  { id: "inv-3", account: showcase.account.accountId, total: 300 },
];

/** The emulated Ledger, which holds its own made-up rows. */
export function createLedgerEmulator(settings: EmulatorSettings): Emulator {
  let last = madeUp.length;
  const store = createStore({
    rows: madeUp,
    idOf: ({ id }) => id,
    makeId: () => {
      last += 1;
      return `inv-${last}`;
    },
  });
  return createEmulator({
    routes: {
      invoices: serve(invoices, {
        list: () => ({ status: 200, body: { invoices: store.all() } }),
        get: ({ params }) => {
          const body = store.get(params.id);
          if (!body) throw new Refusal(404, "no such invoice");
          return { status: 200, body };
        },
        create: ({ body }) => ({
          status: 201,
          body: store.insert((id) => ({ ...(body as Omit<InvoiceJson, "id">), id })),
        }),
      }),
    },
    pathParameters,
    settings,
    limits: [slidingWindow({ calls: 10, windowMs: 1_000 })],
    authenticate: ({ headers }) => (headers.authorization === apiKey ? undefined : { status: 401 }),
    errorReply: (status, message) => ({ status, body: { message } }),
  });
}

/** The emulated Ledger, as the gateway starts it. */
export const ledgerEmulator = startable({
  create: () => createLedgerEmulator(realTime),
  settings: (origin) => ({ LEDGER_URL: origin, LEDGER_KEY: apiKey }),
});

/** Where the emulated Ledger is for a gateway without sockets. */
export const ledgerAddress = { baseUrl: "http://ledger.test", apiKey };
