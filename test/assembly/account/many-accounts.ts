import { expect } from "vitest";
import { gateway, type TestGateway } from "../../support/gateway.ts";
import { counted, planned } from "../../support/planned.ts";

/** Which rows of the upstream name those that they belong to. */
export interface Carrying {
  readonly contactsCarryCompany: boolean;
  readonly usageCarriesOwner: boolean;
}

/** A gateway over more accounts than a page, started so that only upstream calls make an operation wait. */
export async function manyAccounts(choices: Partial<Carrying> = {}, accounts = 120): Promise<TestGateway> {
  const made = gateway({ sandbox: { sizes: { accounts }, choices: { assembly: choices } } });
  await made.query("{ __typename }");
  return made;
}

/** Runs an operation to its end: what it answered, and its calls by path, with stars for ids. They are as many as planned. */
export async function run(
  made: TestGateway,
  query: string,
  variables: Readonly<Record<string, unknown>> = {},
) {
  made.calls();
  const { plan } = await planned(made, query, variables);
  const { data, errors, requests } = await counted(made, query, variables);
  const calls: Record<string, number> = {};
  for (const call of made.calls()) {
    const path = call.replace("assembly GET ", "").replace(/[0-9a-f-]{36}|[a-z-]+[.]example/, "*");
    calls[path] = (calls[path] ?? 0) + 1;
  }
  const count = requests.assembly ?? 0;
  const { least = 0, most = null } = plan?.assembly?.calls ?? {};
  expect([least <= count, count <= (most ?? Number.POSITIVE_INFINITY)]).toEqual([true, true]);
  return { data, errors, calls, count };
}

/** The first hundred accounts in the order of the list. */
export function firstAccounts({ sandbox }: TestGateway) {
  const { compare } = new Intl.Collator("en");
  const companies = sandbox.data.assembly.accounts.filter(({ type }) => type === "Company");
  return companies.toSorted((one, other) => compare(one.name, other.name)).slice(0, 100);
}

/** What the operation above answers of them. */
export function answered(made: TestGateway) {
  const { contacts, labels, usageLogs } = made.sandbox.data.assembly;
  const labelOf = (id: string | null | undefined) => {
    const label = labels.find((one) => one.id === id);
    return label ? { name: label.name } : null;
  };
  return firstAccounts(made).map(({ id, tier, tags }) => {
    const people = contacts.filter(({ company_id }) => company_id === id);
    const logs = usageLogs.filter(({ account_id }) => account_id === id);
    logs.sort((one, other) => Date.parse(other.timestamp) - Date.parse(one.timestamp));
    return {
      sourceId: id,
      tier: labelOf(tier),
      tags: (tags ?? []).map(labelOf).filter((label) => label !== null),
      contacts: {
        nodes: people.map((contact) => ({ sourceId: contact.id, account: { sourceId: id } })),
        pageInfo: { hasNextPage: false },
      },
      usageLogs: {
        nodes: logs.slice(0, 5).map((log) => ({ sourceId: log.id })),
        pageInfo: { hasNextPage: logs.length > 5 },
      },
    };
  });
}

/** Calls by path for all contacts, and for all usage logs, in pages. */
export const contactPages = { "/contacts": 7 };
export const usagePages = { "/usage": 14 };
