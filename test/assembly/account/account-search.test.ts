import { describe, expect, test } from "vitest";
import type { AccountJson } from "../../../src/assembly/account/endpoints.ts";
import { directory } from "../../../src/rest/cache-policy.ts";
import { writeElsewhere } from "../../support/elsewhere.ts";
import { codesOf } from "../../support/errors.ts";
import { explained } from "../../support/explained.ts";
import { gateway, type TestGateway } from "../../support/gateway.ts";
import { planned } from "../../support/planned.ts";

const list = `query ($search: String, $filter: AccountsFilter, $sort: AccountsSort, $first: Int, $after: String, $last: Int, $before: String) {
  accounts(search: $search, filter: $filter, sort: $sort, first: $first, after: $after, last: $last, before: $before) {
    totalCount nodes { name } edges { cursor }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}`;

const accountsFor = async ({ query }: TestGateway, variables: object) =>
  (await query(list, { ...variables })).accounts;
const namesFor = async (made: TestGateway, variables: object): Promise<string[]> =>
  (await accountsFor(made, { first: 100, ...variables })).nodes.map(({ name }: { name: string }) => name);
const pagesAt = (...offsets: number[]) =>
  offsets.map((offset) => `assembly GET /accounts?limit=100&offset=${offset}`);
const many = () => gateway({ sandbox: { sizes: { accounts: 330 } } });

describe("accounts are found", () => {
  test.each([
    ["zagle", ["Łódź Żagle"]],
    ["lodz", ["Łódź Żagle"]],
    ["MOBLER skåne", ["Skåne Möbler"]],
    ["skane-mobler.example", ["Skåne Möbler"]],
    ["istanbul", ["İstanbul Çini"]],
    ["no such name", []],
  ])("by %s, which is part of a name or domain", async (search, names) => {
    const made = gateway();
    expect(await namesFor(made, { search })).toEqual(names);
    expect(made.callsWithQueries()).toEqual(pagesAt(0));
  });

  test("letter by letter for the calls of the whole list, which the first search tells in what explains it", async () => {
    const made = many();
    const typed = async (search: string) => {
      const { data, upstream } = await explained(made, `{ accounts(search: "${search}") { totalCount } }`);
      const { network = 0, requests = 0 } = upstream.totals.assembly ?? {};
      return { found: data.accounts.totalCount, network, requests };
    };
    const { accounts } = made.sandbox.data.assembly;
    const pages = Math.ceil(accounts.length / 100);
    expect(pages).toBe(4);
    const withLetter = ({ name, domain }: AccountJson) => /m/i.test(`${name} ${domain}`);
    expect(await typed("m")).toEqual({
      found: accounts.filter(withLetter).length,
      network: pages,
      requests: pages,
    });
    expect(made.calls()).toHaveLength(pages);
    expect(await typed("mobl")).toEqual({ found: 1, network: 0, requests: 0 });
    expect(await typed("mobler")).toEqual({ found: 1, network: 0, requests: 0 });
    expect(made.calls()).toEqual([]);
  });

  test("in a long list of unknown length by few pages behind its end, and once that is known by none", async () => {
    const made = gateway({ sandbox: { sizes: { accounts: 1_250 } } });
    const pages = Math.ceil(made.sandbox.data.assembly.accounts.length / 100);
    const readsOf = async (search: string) => {
      await namesFor(made, { search });
      return made.calls().length;
    };
    const first = await readsOf("acme");
    expect(first).toBeGreaterThan(pages);
    expect(first).toBeLessThanOrEqual(pages * 1.25);
    await made.clock.advance(directory.staleIfErrorMs);
    expect(await readsOf("acme")).toBe(pages);
  });

  test("once they were written, and once what is kept is too old", async () => {
    const made = gateway();
    expect(await namesFor(made, { search: "newcomer" })).toEqual([]);
    await made.query(
      'mutation { createAccount(input: { type: COMPANY, name: "Newcomer One", domain: "one.example" }) { accountId } }',
    );
    expect(await namesFor(made, { search: "newcomer" })).toEqual(["Newcomer One"]);
    await writeElsewhere(made.sandbox, "POST /accounts", {
      type: "Company",
      name: "Newcomer Two",
      domain: "two.example",
    });
    await made.clock.advance(directory.staleWhileRevalidateMs);
    expect(await namesFor(made, { search: "newcomer" })).toEqual(["Newcomer One", "Newcomer Two"]);
  });
});

test("accounts are filtered by type and labels, all of which must hold", async () => {
  const made = gateway();
  const { accounts } = made.sandbox.data.assembly;
  const [acme] = accounts.filter(({ name }) => name === "Acme Robotics");
  const [tag] = acme?.tags ?? [];
  const cases: readonly [object, (account: AccountJson) => boolean][] = [
    [{ type: "CUSTOMER" }, ({ type }) => type === "Customer"],
    [{ tier: acme?.tier }, ({ tier }) => tier === acme?.tier],
    [{ tier: acme?.tier, type: "COMPANY" }, ({ tier, type }) => tier === acme?.tier && type === "Company"],
    [{ stage: `gid://assembly/Label/${acme?.stage}` }, ({ stage }) => stage === acme?.stage],
    [{ companyType: acme?.company_type }, ({ company_type: own }) => own === acme?.company_type],
    [{ tag }, ({ tags }) => tags?.includes(tag ?? "") ?? false],
  ];
  for (const [filter, matches] of cases) {
    const names = await namesFor(made, { filter });
    expect(names.length).toBeGreaterThan(0);
    expect(names.toSorted()).toEqual(
      accounts
        .filter(matches)
        .map(({ name }) => name)
        .toSorted(),
    );
  }
  expect(made.callsWithQueries()).toEqual(pagesAt(0));
});

test("accounts are sorted by their values, those without one last both ways", async () => {
  const made = gateway();
  const { accounts } = made.sandbox.data.assembly;
  const values = accounts.flatMap(({ contract_value }) => contract_value ?? []).toSorted((a, b) => a - b);
  const valuesOf = async (direction: string) => {
    const data = await made.query(
      `{ accounts(first: 100, sort: { field: CONTRACT_VALUE, direction: ${direction} }) { nodes { contractValue } } }`,
    );
    return data.accounts.nodes.map(({ contractValue }: { contractValue: number | null }) => contractValue);
  };
  const without = Array.from({ length: accounts.length - values.length }, () => null);
  expect(await valuesOf("ASCENDING")).toEqual([...values, ...without]);
  expect(await valuesOf("DESCENDING")).toEqual([...values.toReversed(), ...without]);
  const [first, ...others] = await namesFor(made, { sort: { field: "NAME" }, search: "a" });
  expect(first).toBe("Acme Robotics");
  expect(others.length).toBeGreaterThan(5);
  expect(made.callsWithQueries()).toEqual(pagesAt(0));
});

describe("pages of accounts", () => {
  test("of a search hold when accounts are added between them, and give each once", async () => {
    const made = gateway();
    const before = await namesFor(made, { search: "e", sort: { field: "NAME" } });
    const walked: string[] = [];
    let after: string | null = null;
    do {
      const variables = { search: "e", sort: { field: "NAME" }, first: 7, after };
      const { nodes, pageInfo, totalCount } = await accountsFor(made, variables);
      walked.push(...nodes.map(({ name }: { name: string }) => name));
      expect(totalCount).toBe(before.length + Math.ceil(walked.length / 7) - 1);
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
      const name = `AAA example ${walked.length}`;
      if (after) {
        await made.query(
          `mutation { createAccount(input: { type: COMPANY, name: "${name}", domain: "a${walked.length}.example" }) { accountId } }`,
        );
      }
    } while (after !== null);
    expect(walked).toEqual(before);
  });

  test.each([
    ["another search", { search: "b" }],
    ["another filter", { search: "a", filter: { type: "COMPANY" } }],
    ["another order", { search: "a", sort: { field: "NAME" } }],
    ["none of these", {}],
  ])("are refused a cursor under %s without a call", async (_, other) => {
    const made = gateway();
    const { pageInfo } = await accountsFor(made, { search: "a", first: 2 });
    made.calls();
    for (const place of [{ after: pageInfo.endCursor }, { last: 2, before: pageInfo.endCursor }]) {
      const { data, errors } = await made.execute(list, { ...other, ...place });
      expect([data, codesOf(errors)]).toEqual([{ accounts: null }, ["BAD_USER_INPUT"]]);
      const plan = await planned(made, list, { ...other, ...place });
      expect([plan.plan, codesOf(plan.errors)]).toEqual([undefined, ["BAD_USER_INPUT"]]);
    }
    expect(made.calls()).toEqual([]);
  });

  test("are walked from the end, by the whole list, to where it begins", async () => {
    const made = many();
    const all: string[] = [];
    const lengths: number[] = [];
    let before: string | null = null;
    do {
      const { nodes, pageInfo } = await accountsFor(made, { last: 90, before });
      all.unshift(...nodes.map(({ name }: { name: string }) => name));
      lengths.push(nodes.length);
      expect(pageInfo.hasNextPage).toBe(lengths.length > 1);
      before = pageInfo.hasPreviousPage ? pageInfo.startCursor : null;
    } while (before !== null);
    expect(all).toHaveLength(made.sandbox.data.assembly.accounts.length);
    expect(made.callsWithQueries()).toEqual(pagesAt(0, 100, 200, 300));
    expect(await namesFor(made, { first: 90 })).toEqual(all.slice(0, 90));
  });

  test("tell how many accounts there are once that is known, for which no call is made", async () => {
    const made = many();
    const { length } = made.sandbox.data.assembly.accounts;
    const countOf = async (variables: object) => (await accountsFor(made, variables)).totalCount;
    expect(await countOf({ first: 50 })).toBeNull();
    expect(made.callsWithQueries()).toEqual(pagesAt(0));
    expect(await countOf({ first: 0 })).toBeNull();
    expect(await countOf({ first: 5, search: "e" })).toBeGreaterThan(50);
    expect(made.calls()).toHaveLength(3);
    expect(await countOf({ first: 50 })).toBe(length);
    expect(made.calls()).toEqual([]);
  });
});

test.each([
  [{ search: "a b c d e f g h i j k" }, { accounts: null }],
  [{ search: "a".repeat(256) }, { accounts: null }],
  [{ filter: { tier: "gid://assembly/Account/1" } }, { accounts: null }],
  [{ first: 2, last: 2 }, undefined],
  [{ last: 101 }, undefined],
  [{ last: -1 }, undefined],
  [{ last: 1, before: "x" }, undefined],
])("accounts that are asked for by %j are refused without a call", async (variables, answered) => {
  const made = gateway();
  const { data, errors } = await made.execute(list, { ...variables });
  expect([data, codesOf(errors)]).toEqual([answered, ["BAD_USER_INPUT"]]);
  expect(made.calls()).toEqual([]);
});

test("a search is planned as the whole list, whose pages are known once it was read", async () => {
  const made = many();
  const document = '{ accounts(search: "e", first: 5) { nodes { id } } }';
  const before = await planned(made, document);
  expect(before.plan?.assembly).toMatchObject({ calls: { least: 1, most: null } });
  await made.query(document);
  await made.clock.advance(directory.staleIfErrorMs);
  const after = await planned(made, document);
  expect(after.plan?.assembly).toMatchObject({ calls: { least: 4, most: 4 } });
});
