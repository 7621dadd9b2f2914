import { type AccountKey, createBilling, type Invoice } from "../../examples/federation/billing.ts";
import type { SandboxData } from "../../src/sandbox/data/sandbox-data.ts";

export { billingSdl } from "../../examples/federation/billing.ts";

/** Twenty invoices of ten accounts, approved by five people, as the sandbox has them. */
export function invoicesOf({ assembled, assembly }: SandboxData, count = 20, accounts = 10): Invoice[] {
  const companies = assembly.accounts.filter(({ domain, type }) => type === "Company" && domain);
  const staff = assembled.people.filter(({ deleted, email }) => email && !deleted).slice(0, 5);
  return Array.from({ length: count }, (_, at) => {
    const account = companies[at % accounts];
    const id = `gid://assembly/Account/${account?.id}`;
    return {
      number: `2026-${at}`,
      amount: 100 + at,
      account: { id, domain: account?.domain ?? "" },
      approver: staff[at % staff.length]?.email ?? "",
    };
  });
}

/** The billing subgraph of the examples over invoices. */
export const billing = (invoices: readonly Invoice[], accountKeys: readonly AccountKey[]) =>
  createBilling(invoices, accountKeys);
