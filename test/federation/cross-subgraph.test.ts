import { graphql } from "graphql";
import { describe, expect, test } from "vitest";
import type { AccountKey } from "../../examples/federation/billing.ts";
import { reference } from "../../src/rest/cache-policy.ts";
import { examplePackages } from "../support/example-packages.ts";
import { gateway, type TestGateway } from "../support/gateway.ts";
import { billing, billingSdl, invoicesOf } from "./billing.ts";
import { createRouter, type Router } from "./router.ts";
import { sdlOf, subgraphGateway } from "./subgraph.ts";

type Skip = (reason: string) => void;

interface Graph {
  readonly router: Router;
  readonly made: TestGateway;
  readonly invoices: ReturnType<typeof invoicesOf>;
  /** Documents that the router has sent to the gateway. */
  readonly sent: readonly string[];
}

/** A router over a gateway and a billing system. */
function graphOf(
  skip: Skip,
  {
    keys = ["domain"],
    made = subgraphGateway(),
    count = 20,
    accounts = 10,
  }: {
    readonly keys?: readonly AccountKey[];
    readonly made?: TestGateway;
    readonly count?: number;
    readonly accounts?: number;
  } = {},
): Graph {
  const invoices = invoicesOf(made.sandbox.data, count, accounts);
  const { rootValue, schema } = billing(invoices, keys);
  const sent: string[] = [];
  const router = createRouter(examplePackages(skip), {
    tributary: {
      sdl: sdlOf("plain"),
      at(document, variables) {
        sent.push(document);
        return made.execute(document, variables);
      },
    },
    billing: {
      sdl: billingSdl(keys),
      at: (source, variableValues) => graphql({ schema, rootValue, source, variableValues }),
    },
  });
  return { router, made, invoices, sent };
}

const ofAccount = "name type tier { name } organization { name } contacts(first: 2) { nodes { email } }";
const ofPerson = "displayName site { name } teams { name }";

describe.for<{ keys: readonly AccountKey[] }>([
  { keys: ["domain"] },
  { keys: ["id"] },
  { keys: ["id", "domain"] },
])("a billing system that names accounts by $keys", ({ keys }) => {
  test("leads to objects of the gateway, which are what it answers itself", { timeout: 60_000 }, async ({
    skip,
  }) => {
    const { invoices, router } = graphOf(skip, { keys });
    const { data, errors } = await router.execute(
      `{ invoices { number amount account { balance ${ofAccount} } approvedBy { spendingLimit ${ofPerson} } } }`,
    );
    expect(errors).toEqual([]);
    const alone = gateway();
    for (const [at, { account, amount, approver, number }] of invoices.entries()) {
      const own = await alone.query(
        `query ($domain: String!, $email: EmailAddress!) {
          account(by: { domain: $domain }) { ${ofAccount} }
          person(by: { email: $email }) { ${ofPerson} }
        }`,
        { domain: account.domain, email: approver },
      );
      const balance = invoices
        .filter((other) => other.account.id === account.id)
        .reduce((sum, other) => sum + other.amount, 0);
      expect(data.invoices[at]).toEqual({
        number,
        amount,
        account: { balance, ...own.account },
        approvedBy: { spendingLimit: approver.length * 100, ...own.person },
      });
    }
  });

  test("is led to from objects of the gateway", { timeout: 60_000 }, async ({ skip }) => {
    const { invoices, made, router } = graphOf(skip, { keys });
    const [first] = invoices;
    const { data, errors } = await router.execute(
      `query ($domain: String!) {
        account(by: { domain: $domain }) {
          name balance
          invoices { number approvedBy { displayName spendingLimit } }
          organization { users(first: 3) { nodes { person { email spendingLimit } } } }
        }
      }`,
      { domain: first?.account.domain },
    );
    expect(errors).toEqual([]);
    const own = invoices.filter(({ account }) => account.id === first?.account.id);
    expect(data.account).toMatchObject({
      balance: own.reduce((sum, { amount }) => sum + amount, 0),
      invoices: own.map(({ approver, number }) => ({
        number,
        approvedBy: { displayName: expect.any(String), spendingLimit: approver.length * 100 },
      })),
    });
    const alone = gateway({ sandbox: { sizes: {} } });
    const expected = await alone.query(
      `query ($domain: String!) { account(by: { domain: $domain }) {
        name organization { users(first: 3) { nodes { person { email } } } } } }`,
      { domain: first?.account.domain },
    );
    expect(data.account.name).toBe(expected.account.name);
    const peopleIn = ({ account }: typeof expected): unknown[] =>
      account.organization?.users.nodes.map(
        ({ person }: { person: { email: string } | null }) => person?.email,
      );
    expect(peopleIn(data)).toEqual(peopleIn(expected));
    expect(made.calls().length).toBeLessThan(15);
  });
});

describe("objects that another subgraph names cost the calls that the same objects cost by their ids", () => {
  const nodes =
    "query ($ids: [ID!]!) { nodes(ids: $ids) { id ... on Account { name } ... on Person { displayName } } }";

  test.for<{ keys: readonly AccountKey[] }>([{ keys: ["id"] }, { keys: ["domain"] }])(
    "20 invoices of 10 accounts, named by $keys, and 5 people",
    { timeout: 60_000 },
    async ({ keys }, { skip }) => {
      const { invoices, made, router, sent } = graphOf(skip, { keys });
      const { data, errors } = await router.execute(
        "{ invoices { account { name } approvedBy { displayName id } } }",
      );
      expect(errors).toEqual([]);
      const ids = new Set<string>(
        invoices.flatMap(({ account }, at) => [account.id ?? "", data.invoices[at].approvedBy.id]),
      );
      expect(ids.size).toBe(15);
      const alone = gateway();
      await alone.query(nodes, { ids: [...ids] });
      expect(made.calls().length).toBeLessThanOrEqual(alone.calls().length);
      expect(sent).toHaveLength(1);
      await router.execute("{ invoices { account { name } approvedBy { displayName id } } }");
      expect(made.calls()).toEqual([]);
    },
  );

  test("300 accounts of a list whose length is known, no more than its pages", { timeout: 60_000 }, async ({
    skip,
  }) => {
    const made = subgraphGateway({ sandbox: { sizes: { accounts: 320 } } });
    const { router } = graphOf(skip, { keys: ["id"], made, count: 300, accounts: 300 });
    await made.query("{ accounts(last: 1) { totalCount } }");
    const pages = made.calls().length;
    await made.clock.advance(reference.staleWhileRevalidateMs);
    const { data, errors } = await router.execute("{ invoices(first: 300) { account { name } } }");
    expect(errors).toEqual([]);
    expect(
      new Set(data.invoices.map((invoice: { account: { name: string } }) => invoice.account.name)).size,
    ).toBeGreaterThan(290);
    expect(pages).toBeGreaterThan(2);
    expect(made.calls().length).toBeLessThanOrEqual(pages);
  });
});
