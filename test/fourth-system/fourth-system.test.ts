import { describe, expect, test } from "vitest";
import { accessPathsText } from "../../scripts/access-paths-text.ts";
import { readConfig } from "../../src/config/config.ts";
import { envExample, helpText } from "../../src/config/help-text.ts";
import { fullModel, type Model } from "../../src/graphql/model.ts";
import { createSchema } from "../../src/graphql/schema.ts";
import { Cancellation } from "../../src/rest/cancellation.ts";
import { showcase } from "../../src/sandbox/data/showcase.ts";
import type { Emulator } from "../../src/sandbox/emulator.ts";
import { startSandbox } from "../../src/start/sandbox.ts";
import { settled, testNowMs } from "../support/clock.ts";
import { gateway, type TestGateway } from "../support/gateway.ts";
import { planned } from "../support/planned.ts";
import { startServer } from "../support/server.ts";
import { accountInvoices } from "./account-invoices.ts";
import { createLedgerEmulator, ledgerAddress } from "./emulator.ts";
import { ledger } from "./ledger.ts";

const model: Model = {
  systems: [...fullModel.systems, ledger],
  joins: [...fullModel.joins, accountInvoices],
};
const schema = createSchema(model);
const { accountId, domain, name } = showcase.account;
const account = `gid://assembly/Account/${accountId}`;

/** A gateway of four systems, with the emulator of the fourth. */
function four(): TestGateway & { readonly emulator: Emulator } {
  let emulator: Emulator | undefined;
  const made = gateway({
    parts: { model, schema },
    addresses: { ledger: ledgerAddress },
    emulators: (settings) => {
      emulator = createLedgerEmulator(settings);
      return { ledger: emulator };
    },
  });
  if (!emulator) throw new Error("It was not made.");
  return { ...made, emulator };
}

describe("a fourth system, which is a value, SDL, a join and an emulator,", () => {
  test("is read and written", async () => {
    const { query, calls } = four();
    expect(await query("{ invoices { sourceId total } }")).toEqual({
      invoices: [
        { sourceId: "inv-1", total: 1_200 },
        { sourceId: "inv-2", total: 50 },
        { sourceId: "inv-3", total: 300 },
      ],
    });
    const created = await query(`mutation {
      createInvoice(input: { accountId: "${account}", total: 7 }) { invoiceId invoice { total } }
    }`);
    expect(created).toEqual({
      createInvoice: { invoiceId: "gid://ledger/Invoice/inv-4", invoice: { total: 7 } },
    });
    expect(calls()).toEqual([
      "ledger GET /invoices",
      "ledger POST /invoices",
      expect.stringMatching(/^ledger GET \/invoices/),
    ]);
  });

  test("is joined to another, in both directions", async () => {
    const { query } = four();
    expect(await query(`{ account(by: { domain: "${domain}" }) { invoices { sourceId } } }`)).toEqual({
      account: { invoices: [{ sourceId: "inv-1" }, { sourceId: "inv-3" }] },
    });
    expect(await query('{ invoice(id: "inv-1") { account { id name } } }')).toEqual({
      invoice: { account: { id: account, name } },
    });
  });

  test("gives its objects by global id", async () => {
    const id = "gid://ledger/Invoice/inv-3";
    const { query } = four();
    expect(await query(`{ node(id: "${id}") { id ... on Invoice { total } } }`)).toEqual({
      node: { id, total: 300 },
    });
  });

  test("has its calls in plans, and has made none by then", async () => {
    const made = four();
    const alone = await planned(made, "{ invoices { total } }");
    expect(alone.plan).toMatchObject({ ledger: { calls: { least: 1, most: 1 } } });
    const joined = await planned(made, `{ account(by: { domain: "${domain}" }) { invoices { total } } }`);
    // There may be no such account.
    expect(joined.plan).toMatchObject({
      ledger: { calls: { least: 0, most: 1 } },
      assembly: { calls: { least: 1 } },
    });
    expect(made.calls()).toEqual([]);
  });

  test("has errors of its fields attributed to it, be they its own or those of GraphQL", async () => {
    const made = four();
    made.emulator.inject({ row: "invoices.list", reply: { status: 403 }, times: 1 });
    const refused = await made.execute("{ invoices { total } }");
    expect(refused.errors).toMatchObject([{ extensions: { code: "FORBIDDEN", system: "ledger" } }]);
    made.emulator.inject({
      row: "invoices.get",
      reply: { status: 200, body: { id: "inv-2", total: "much" } },
    });
    const unreadable = await made.execute('{ invoice(id: "inv-2") { total } }');
    expect(unreadable.errors).toMatchObject([
      { path: ["invoice", "total"], extensions: { system: "ledger" } },
    ]);
  });

  test("has its limits kept", async () => {
    const made = four();
    const answers = Array.from({ length: 15 }, (_, total) =>
      made.query(`mutation {
        createInvoice(input: { accountId: "${account}", total: ${total} }) { invoiceId }
      }`),
    );
    await settled();
    expect(made.emulator.journal).toHaveLength(10);
    await made.clock.advance(1_100);
    expect(await Promise.all(answers)).toHaveLength(15);
    expect(made.emulator.journal.filter(({ status }) => status !== 201)).toEqual([]);
  });

  test("has its settings in help and .env.example, and is configured by them", () => {
    const help = helpText(model.systems);
    expect(help).toContain("the four are emulated, unless NODE_ENV is production.");
    expect(help).toContain("\nLedger:\n  LEDGER_URL\n      Base URL. Default: https://ledger.example/v1.\n");
    expect(envExample(model.systems)).toContain(
      "\n# Ledger\n# Base URL.\n#LEDGER_URL=https://ledger.example/v1\n",
    );
    const config = readConfig({ LEDGER_KEY: "key", SANDBOX: "assembly,assembled,web1on1" }, model.systems);
    expect(config.systems.ledger).toEqual({
      mode: "real",
      address: { baseUrl: "https://ledger.example/v1", apiKey: "key" },
    });
    expect(() => readConfig({ ASSEMBLY_API_KEY: "key" }, model.systems)).toThrow(
      "LEDGER_KEY is missing; set it, or name ledger in SANDBOX to emulate it.",
    );
  });

  test("is emulated where it is configured so, and its state shows in readiness", async () => {
    const sandbox = { mode: "sandbox" } as const;
    const opened: (() => Promise<void>)[] = [];
    const { addresses, emulated } = await startSandbox(
      { ledger: sandbox },
      { systems: [ledger], nowMs: testNowMs },
      (close) => void opened.push(close),
    );
    try {
      expect(emulated).toEqual(["ledger"]);
      await using server = await startServer({
        parts: { model, schema },
        addresses: (others) => ({ ...others, ...addresses }),
      });
      const stateOf = async () => (await server.request("/health/ready")).json.systems.ledger;
      expect(await stateOf()).toBe("untried");
      const { json } = await server.post({ query: '{ invoice(id: "inv-1") { total } }' });
      expect(json).toEqual({ data: { invoice: { total: 1_200 } } });
      expect(await stateOf()).toBe("answering");
    } finally {
      for (const close of opened) await close();
    }
  });

  test("has its loaders among the access paths", () => {
    const text = accessPathsText(model);
    expect(text).toContain("\n## Ledger\n");
    expect(text).toContain("| `invoiceById` | `GET /invoices/{id}` for each key");
    expect(text).toContain("| `invoicesOfAccount` |");
  });
});

test("a write that waits too long for another of the same object names its own system", async () => {
  const { gateway: made, clock } = four();
  const context = made.contextFor(made.waiterFor(new Cancellation()));
  const system = "ledger";
  const [kind] = ledger.nouns.flatMap(({ nodes = [] }) => nodes.map((node) => node.kind));
  if (!kind) throw new Error("It has no type.");
  for (const each of [kind, { ...kind, system: "assembly", type: "Account" }]) {
    void context.exclusively(each, "inv-1", () => new Promise(() => {}));
  }
  const late = made.contextFor(made.waiterFor(new Cancellation()));
  const failed = Promise.allSettled(
    [kind, { ...kind, system: "assembly", type: "Account" }].map((each) =>
      late.exclusively(each, "INV-1", async () => {}),
    ),
  );
  await clock.advance(11_000);
  expect(await failed).toMatchObject(
    [system, "assembly"].map((name) => ({
      status: "rejected",
      reason: { code: "UPSTREAM_TIMEOUT", facts: { system: name } },
    })),
  );
});
