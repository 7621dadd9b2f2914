import fc from "fast-check";
import { expect, test } from "vitest";
import { directory } from "../../../src/rest/cache-policy.ts";
import { writeElsewhere } from "../../support/elsewhere.ts";
import { gateway, type TestGateway } from "../../support/gateway.ts";

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
  `mutation { createAccount(input: { type: COMPANY, name: "${name}", domain: "${name}.example" }) { accountId } }`;

/** Calls for pages of the upstream, which are cut into those that clients ask for. */
const pagesAt = (...offsets: number[]) =>
  offsets.map((offset) => `assembly GET /accounts?limit=100&offset=${offset}`);

/** A gateway that reads every page anew. */
const forgetful = { reads: { keeps: false } };

test("a walk over all accounts gives each once, companies first and each kind by name, from one call", async () => {
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
  expect(made.callsWithQueries()).toEqual(pagesAt(0));
});

test("pages of all sizes are cut from one page, which look-ups share, and which is replaced when it is no longer fresh", async () => {
  const made = gateway();
  const ids = (await walk(made, 100)).flat();
  expect(made.callsWithQueries()).toEqual(pagesAt(0));
  expect((await walk(made, 7)).flat()).toEqual(ids);
  const { account } = await made.query("query ($id: ID!) { account(by: { id: $id }) { sourceId } }", {
    id: ids[33],
  });
  expect(account).toEqual({ sourceId: ids[33] });
  expect(made.callsWithQueries()).toEqual([]);
  await made.clock.advance(directory.freshMs);
  expect((await walk(made, 20)).flat()).toEqual(ids);
  expect(made.callsWithQueries()).toEqual(pagesAt(0));
});

test("a walk ends and gives each account once whatever the page size, also if the last page promises one more", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 5, max: 100 }),
      fc.boolean(),
      fc.boolean(),
      async (first, emptyLastPage, keeps) => {
        const made = gateway({
          sandbox: { choices: { assembly: { emptyLastPage } } },
          parts: { reads: { keeps } },
        });
        const { accounts } = made.sandbox.data.assembly;
        const pages = await walk(made, first);
        const walked = pages.flat();
        expect(walked).toHaveLength(accounts.length);
        expect(new Set(walked)).toEqual(new Set(accounts.map(({ id }) => id)));
        expect(pages).toHaveLength(Math.ceil(accounts.length / first) + (emptyLastPage ? 1 : 0));
        // What the page of the upstream promises, but does not hold, is looked for behind its last row.
        const promised = emptyLastPage && (keeps || accounts.length + first <= 100) ? 1 : 0;
        expect(made.calls()).toHaveLength((keeps ? 1 : pages.length) + promised);
      },
    ),
    { numRuns: 16 },
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
  // The page that was read anew after the write holds the rest, too.
  expect(made.callsWithQueries()).toEqual([...pagesAt(0), "assembly POST /accounts", ...pagesAt(0)]);
});

test.each([
  ["repeats no row where pages are read anew", { parts: forgetful }, [20, 19, 20], pagesAt(0, 0, 0)],
  ["moves no row of a page that is kept", {}, [20, 20, 19], pagesAt(0)],
])("an account that comes in from elsewhere %s", async (_, options, lengths, calls) => {
  const made = gateway(options);
  let inserted = false;
  const pages = await walk(made, 20, async () => {
    const account = { type: "Company", name: "aaa-first-of-all", domain: "aaa.example" };
    if (!inserted) await writeElsewhere(made.sandbox, "POST /accounts", account);
    inserted = true;
  });
  expect(new Set(pages.flat())).toEqual(new Set(made.sandbox.data.assembly.accounts.map(({ id }) => id)));
  expect(pages.map((rows) => rows.length)).toEqual(lengths);
  expect(made.callsWithQueries()).toEqual(calls);
  // Once what is kept is too old, it is there.
  await made.clock.advance(directory.staleWhileRevalidateMs);
  expect((await walk(made, 100)).flat()).toHaveLength(pages.flat().length + 1);
  expect(made.callsWithQueries()).toEqual(pagesAt(0));
});

test("several rows inserted between any two pages never repeat a row", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 10, max: 40 }),
      fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 6, maxLength: 6 }),
      fc.boolean(),
      async (first, insertions, keeps) => {
        const made = gateway({ parts: { reads: { keeps } } });
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
        const gaps = insertions.slice(0, walked.length - 1).filter((count) => count > 0).length;
        const reads = made.calls().filter((call) => call === "assembly GET /accounts");
        // A page that is kept is read anew after a write.
        expect(reads).toHaveLength(keeps ? 1 + gaps : walked.length);
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
  expect(callsWithQueries()).toEqual(pagesAt(0));
});

test("the page size is 20 unless it is said, and a page of none costs no call", async () => {
  const { query, callsWithQueries } = gateway();
  const data = await query("{ accounts { nodes { id } } none: accounts(first: 0) { nodes { id } } }");
  expect([data.accounts.nodes.length, data.none.nodes.length]).toEqual([20, 0]);
  expect(callsWithQueries()).toEqual(pagesAt(0));
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
