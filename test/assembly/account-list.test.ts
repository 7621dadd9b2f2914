import fc from "fast-check";
import { expect, test } from "vitest";
import { gateway, type TestGateway } from "../support/gateway.ts";

const page = `query ($first: Int, $after: String) {
  accounts(first: $first, after: $after) { nodes { sourceId } pageInfo { hasNextPage endCursor } }
}`;

/** Follows the cursors to the end, doing something between the pages, and answers the ids page by page. */
async function walk(
  { query }: TestGateway,
  first: number,
  between: () => Promise<unknown> = async () => undefined,
): Promise<string[][]> {
  const pages: string[][] = [];
  let after: string | null = null;
  for (;;) {
    const { accounts } = await query(page, { first, after });
    pages.push(accounts.nodes.map(({ sourceId }: { sourceId: string }) => sourceId));
    if (!accounts.pageInfo.hasNextPage) return pages;
    expect(accounts.pageInfo.endCursor).not.toBe(after);
    after = accounts.pageInfo.endCursor;
    await between();
  }
}

const create = (name: string) =>
  `mutation { createAccount(input: { type: COMPANY, name: "${name}", domain: "${name}.example" }) { id } }`;

const offsets = (first: number, ...starts: number[]) =>
  starts.map((offset) => `assembly GET /accounts?limit=${first}&offset=${offset}`);

test("a walk over all accounts gives each once, companies first and each kind by name, a call a page", async () => {
  const made = gateway();
  const pages = await walk(made, 20);
  const { accounts } = made.sandbox.data.assembly;
  const byId = new Map(accounts.map((account) => [account.id, account]));
  const walked = pages.flat().map((id) => byId.get(id));
  const collator = new Intl.Collator("en");
  const ordered = accounts.toSorted(
    (one, other) => collator.compare(one.type, other.type) || collator.compare(one.name, other.name),
  );
  expect(walked).toEqual(ordered);
  const [company, customer] = [walked.at(0)?.type, walked.at(-1)?.type];
  expect([company, customer]).toEqual(["Company", "Customer"]);
  expect(made.callsWithQueries()).toEqual(offsets(20, 0, 20, 40));
});

test("a walk ends and gives each account once whatever the page size, also if the last page promises one more", async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 5, max: 100 }), fc.boolean(), async (first, emptyLastPage) => {
      const made = gateway({ sandbox: { choices: { assembly: { emptyLastPage } } } });
      const { accounts } = made.sandbox.data.assembly;
      const walked = (await walk(made, first)).flat();
      expect(walked).toHaveLength(accounts.length);
      expect(new Set(walked)).toEqual(new Set(accounts.map(({ id }) => id)));
      const pages = Math.ceil(accounts.length / first) + (emptyLastPage ? 1 : 0);
      expect(made.calls()).toHaveLength(pages);
    }),
    { numRuns: 12 },
  );
});

test("an account that comes in before the next page repeats no row of the page before", async () => {
  const made = gateway();
  let inserted = false;
  const pages = await walk(made, 20, async () => {
    if (!inserted) await made.query(create("aaa-first-of-all"));
    inserted = true;
  });
  const walked = pages.flat();
  expect(new Set(walked)).toEqual(new Set(made.sandbox.data.assembly.accounts.map(({ id }) => id)));
  expect(walked).toHaveLength(new Set(walked).size);
  expect(pages.map((rows) => rows.length)).toEqual([20, 19, 20]);
  expect(made.callsWithQueries()).toEqual([
    ...offsets(20, 0),
    "assembly POST /accounts",
    ...offsets(20, 20, 40),
  ]);
});

test("several rows inserted between any two pages never repeat a row", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 10, max: 40 }),
      fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 6, maxLength: 6 }),
      async (first, insertions) => {
        const made = gateway();
        const left = [...insertions];
        let created = 0;
        const walked = await walk(made, first, async () => {
          for (let row = left.shift() ?? 0; row > 0; row -= 1) {
            created += 1;
            await made.query(create(`aaa-${created}`));
          }
        });
        const rows = walked.flat();
        expect(rows).toHaveLength(new Set(rows).size);
        expect(rows).toEqual(expect.arrayContaining(made.sandbox.data.assembly.accounts.map(({ id }) => id)));
        expect(made.calls().filter((call) => call === "assembly GET /accounts")).toHaveLength(walked.length);
      },
    ),
    { numRuns: 8 },
  );
});

test("a page that promises more and holds nothing ends the walk", async () => {
  const made = gateway();
  made.sandbox.assembly.inject({
    row: "accounts.list",
    reply: { status: 200, body: { accounts: { data: [], has_next_page: true, next_cursor: 20 } } },
  });
  expect(await walk(made, 20)).toEqual([[]]);
  expect(made.calls()).toEqual(["assembly GET /accounts"]);
});

test("edges hold the cursors after which a page goes on, and the page tells that rows come before it", async () => {
  const { query, callsWithQueries } = gateway();
  const fields = "edges { cursor node { sourceId } } pageInfo { hasPreviousPage startCursor endCursor }";
  const { accounts: whole } = await query(`{ accounts(first: 3) { ${fields} } }`);
  const { accounts: rest } = await query(
    `query ($after: String) { accounts(first: 1, after: $after) { ${fields} } }`,
    { after: whole.edges[1].cursor },
  );
  expect(rest.edges[0].node).toEqual(whole.edges[2].node);
  expect(whole.pageInfo).toEqual({
    hasPreviousPage: false,
    startCursor: whole.edges[0].cursor,
    endCursor: whole.edges[2].cursor,
  });
  expect(rest.pageInfo.hasPreviousPage).toBe(true);
  expect(callsWithQueries()).toEqual([
    "assembly GET /accounts?limit=3&offset=0",
    "assembly GET /accounts?limit=1&offset=2",
  ]);
});

test("the page size is 20 unless it is said, and a page of none costs no call", async () => {
  const { query, callsWithQueries } = gateway();
  const data = await query("{ accounts { nodes { id } } none: accounts(first: 0) { nodes { id } } }");
  expect([data.accounts.nodes.length, data.none.nodes.length]).toEqual([20, 0]);
  expect(callsWithQueries()).toEqual(offsets(20, 0));
});

test.each([
  [{ first: 101 }, "first"],
  [{ first: -1 }, "first"],
  [{ first: 20, after: "bm90IGEgY3Vyc29y" }, "after"],
  [{ first: 20, after: Buffer.from("[-1]").toString("base64url") }, "after"],
])("a page that cannot be, %j, is refused without a call", async (variables, named) => {
  const { execute, calls } = gateway();
  const { errors } = await execute(page, variables);
  expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT" } }]);
  expect(errors[0]?.message).toContain(named);
  expect(calls()).toEqual([]);
});
