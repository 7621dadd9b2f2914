import { describe, expect, test } from "vitest";
import { directory } from "../../../src/rest/cache-policy.ts";
import {
  answered,
  type Carrying,
  contactPages,
  firstAccounts,
  manyAccounts,
  run,
  usagePages,
} from "./many-accounts.ts";

const desks = `{ accounts(first: 100) { nodes {
  sourceId tier { name } tags { name }
  contacts { nodes { sourceId account { sourceId } } pageInfo { hasNextPage } }
  usageLogs(first: 5) { nodes { sourceId } pageInfo { hasNextPage } }
} } }`;

const shared = { "/accounts": 1, "/accounts/labels": 1 };
const contactsOfEach = { "/contacts/company/*": 100 };
const usageOfEach = { "/usage/accounts/*": 100 };

describe("a hundred accounts with tier, tags, contacts and their last five usage logs", () => {
  test("take a fifth of the calls that they would one by one", async () => {
    const made = await manyAccounts();
    const rows = firstAccounts(made);
    const labels = rows.flatMap(({ tier, tags }) => [...(tier ? [tier] : []), ...(tags ?? [])]);
    const { data, count } = await run(made, desks);
    expect(data.accounts.nodes).toEqual(answered(made));
    // Each account, its contacts, its usage, and each label that it names.
    expect([3 * rows.length + labels.length, count]).toEqual([579, 109]);
  });

  test.each<[Carrying, number, object, number, object]>([
    [
      { contactsCarryCompany: true, usageCarriesOwner: true },
      109,
      { ...shared, ...contactPages, ...usageOfEach },
      23,
      { ...shared, ...contactPages, ...usagePages },
    ],
    [
      { contactsCarryCompany: true, usageCarriesOwner: false },
      109,
      { ...shared, ...contactPages, ...usageOfEach },
      109,
      { ...shared, ...contactPages, ...usageOfEach },
    ],
    [
      { contactsCarryCompany: false, usageCarriesOwner: true },
      203,
      { ...shared, "/contacts": 1, ...contactsOfEach, ...usageOfEach },
      116,
      { ...shared, ...contactsOfEach, ...usagePages },
    ],
    [
      { contactsCarryCompany: false, usageCarriesOwner: false },
      203,
      { ...shared, "/contacts": 1, ...contactsOfEach, ...usageOfEach },
      202,
      { ...shared, ...contactsOfEach, ...usageOfEach },
    ],
  ])(
    "where rows tell owners as in %j take %i calls at first",
    async (choices, count, calls, later, again) => {
      const made = await manyAccounts(choices);
      const cold = await run(made, desks);
      expect(cold.data.accounts.nodes).toEqual(answered(made));
      expect([cold.errors, cold.count, cold.calls]).toEqual([[], count, calls]);
      // By then nothing is kept, and what rows tell is known.
      await made.clock.advance(directory.staleIfErrorMs * 3);
      const warm = await run(made, desks);
      expect(warm.data).toEqual(cold.data);
      expect([warm.count, warm.calls]).toEqual([later, again]);
      const fresh = await run(made, "{ accounts(first: 100) { nodes { contacts { nodes { sourceId } } } } }");
      expect([fresh.count, fresh.calls]).toEqual([0, {}]);
    },
  );
});

describe("many accounts by one kind of key", () => {
  const kinds = [
    ["id", ({ id }) => ({ id })],
    ["domain", ({ domain }) => ({ domain })],
    ["source specific id", ({ source_specific_ids }) => ({ sourceSpecificId: source_specific_ids?.at(-1) })],
  ] satisfies [string, (account: ReturnType<typeof firstAccounts>[number]) => object][];

  const lookUps = (count: number) => {
    const numbers = Array.from({ length: count }, (_, number) => number);
    const variables = numbers.map((number) => `$by${number}: AccountLookup!`).join(" ");
    const fields = numbers.map((number) => `a${number}: account(by: $by${number}) { sourceId }`).join(" ");
    return `query (${variables}) { ${fields} }`;
  };

  test.each(kinds)("are one call for each %s, or one for each page where that is fewer", async (_, keyOf) => {
    const made = await manyAccounts({}, 620);
    // On all pages of the list.
    const rows = made.sandbox.data.assembly.accounts.filter((_row, at) => at % 31 === 0);
    const ask = async (count: number) => {
      const picked = rows.slice(0, count);
      const variables = Object.fromEntries(picked.map((row, at) => [`by${at}`, keyOf(row)]));
      const answer = await run(made, lookUps(count), variables);
      expect(Object.values(answer.data)).toEqual(picked.map(({ id }) => ({ sourceId: id })));
      await made.clock.advance(directory.staleIfErrorMs * 3);
      return answer.count;
    };
    // To whom an organization belongs takes all seven pages, so that their number is known from then on.
    await run(made, "{ organizations(first: 1) { nodes { account { name } } } }");
    await made.clock.advance(directory.staleIfErrorMs * 3);
    expect([await ask(20), await ask(3), await ask(7), await ask(8)]).toEqual([7, 3, 7, 7]);
  });

  test("are two pages for a hundred global ids", async () => {
    const made = await manyAccounts();
    const wanted = firstAccounts(made).map(({ id }) => `gid://assembly/Account/${id}`);
    const { data, calls } = await run(made, "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }", {
      ids: wanted.toReversed(),
    });
    expect(data.nodes).toEqual(wanted.toReversed().map((id) => ({ id })));
    expect(Object.values(calls)).toEqual([1]);
  });
});
