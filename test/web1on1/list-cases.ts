import { describe, expect, test } from "vitest";
import type { Web1on1Data } from "../../src/sandbox/data/web1on1/stored.ts";
import { codesOf } from "../support/errors.ts";
import { gateway, type TestGateway, web1on1Address } from "../support/gateway.ts";
import { listsLacking } from "./lists-lacking.ts";
import { isListed, pagesOf } from "./upstream.ts";

interface Listed {
  readonly id: string;
  readonly status?: string | null;
}

/** A filter as clients give it and as it is sent, such as `status=active`, with the rows that it leaves. */
type FilterCase<Row> = readonly [title: string, filter: object, sent: string, matches: (row: Row) => boolean];

/** The cases of one list of Web1on1. */
interface ListCases<Row extends Listed> {
  /** The list as the schema calls it. */
  readonly noun: string;
  /** The list as the upstream calls it. @default noun */
  readonly path?: string;
  readonly rows: (data: Web1on1Data) => readonly Row[];
  /** The first one is used where lists take no filters, too. */
  readonly filters: readonly [FilterCase<Row>, ...FilterCase<Row>[]];
  /** Fields to sort by, each with the name of the upstream. */
  readonly sorts: readonly (readonly [field: string, name: string & keyof Row])[];
  /** Filters that cannot be. */
  readonly refused: readonly object[];
}

/** The fields that most lists are sorted by. */
export const nameAndTimes = [
  ["NAME", "name"],
  ["CREATED_AT", "createdAt"],
  ["UPDATED_AT", "updatedAt"],
] as const;

/** A gateway over lists that take no parameters but those of pages, as its setting says. */
const overBareLists = (): TestGateway =>
  gateway({
    emulators: listsLacking("everything else"),
    addresses: { web1on1: { ...web1on1Address, listFeatures: "none" } },
  });

const idsOf = (rows: readonly Listed[]) => rows.map(({ id }) => ({ sourceId: id }));

/** Tests a list: its filters and sorts, a walk over its pages, what is refused, and what the gateway does by itself. */
export function describeList<Row extends Listed>(cases: ListCases<Row>): void {
  const { noun, path = noun, filters, sorts, refused } = cases;
  const type = noun.charAt(0).toUpperCase() + noun.slice(1);
  const document = `query ($filter: ${type}Filter, $sort: ${type}Sort, $first: Int, $after: String) {
    list: ${noun}(filter: $filter, sort: $sort, first: $first, after: $after) {
      nodes { sourceId } edges { node { sourceId } } pageInfo { hasNextPage endCursor }
    }
  }`;
  const rowsOf = ({ sandbox }: TestGateway) => cases.rows(sandbox.data.web1on1);
  const listedOf = (made: TestGateway) => rowsOf(made).filter(isListed);
  const wholeOf = (made: TestGateway) =>
    pagesOf(path, ...Array.from({ length: Math.ceil(listedOf(made).length / 100) }, (_, page) => page * 100));
  const nodesOf = async (made: TestGateway, variables: object) =>
    (await made.query(document, { ...variables })).list.nodes;

  const filtered = (made: TestGateway, [, , sent, matches]: FilterCase<Row>) =>
    rowsOf(made).filter((row) => (isListed(row) || sent.includes("status=")) && matches(row));
  const sorted = (made: TestGateway, name: string & keyof Row, direction: 1 | -1) =>
    listedOf(made).sort((one, other) => {
      const [a, b] = [one[name] ?? "", other[name] ?? ""];
      return a < b ? -direction : a > b ? direction : 0;
    });

  describe(`the list ${noun}`, () => {
    test("is all that are not archived, in the upstream's order", async () => {
      const made = gateway();
      const { list } = await made.query(document);
      expect(list.nodes).toEqual(idsOf(listedOf(made).slice(0, 20)));
      expect(list.edges.map(({ node }: { node: object }) => node)).toEqual(list.nodes);
      expect(made.callsWithQueries()).toEqual(pagesOf(path, 0));
    });

    test.each(filters)("is filtered by %s", async (...filterCase) => {
      const made = gateway();
      const [, filter, sent] = filterCase;
      const expected = filtered(made, filterCase);
      expect(expected).not.toEqual([]);
      expect(await nodesOf(made, { filter, first: 100 })).toEqual(idsOf(expected.slice(0, 100)));
      expect(made.callsWithQueries()).toEqual([`web1on1 GET /${path}?${sent}&limit=100&offset=0`]);
    });

    test.each(sorts)("is sorted by %s, up and down", async (field, name) => {
      const made = gateway();
      const up = await nodesOf(made, { sort: { field } });
      const down = await nodesOf(made, { sort: { field, direction: "DESCENDING" } });
      expect([up, down]).toEqual([
        idsOf(sorted(made, name, 1).slice(0, 20)),
        idsOf(sorted(made, name, -1).slice(0, 20)),
      ]);
      expect(made.callsWithQueries()).toEqual(
        [name, `-${name}`].map((sent) => `web1on1 GET /${path}?sort=${sent}&limit=20&offset=0`),
      );
    });

    test("gives each once in a walk over all pages, for one call for each page of the upstream", async () => {
      const made = gateway({ sandbox: { sizes: { listedOrganizations: 150 } } });
      const listed = listedOf(made);
      const first = Math.ceil(listed.length / 4);
      const walked: object[] = [];
      let after: string | null = null;
      do {
        const { list } = await made.query(document, { first, after });
        walked.push(...list.nodes);
        after = list.pageInfo.hasNextPage ? list.pageInfo.endCursor : null;
      } while (after !== null);
      expect(walked).toEqual(idsOf(listed));
      expect(made.callsWithQueries()).toEqual(wholeOf(made));
    });

    test.each<[object, unknown]>([
      ...refused.map((filter): [object, unknown] => [{ filter }, { list: null }]),
      // Pages are refused with the operation, before any field.
      [{ first: 101 }, undefined],
      [{ after: "x" }, undefined],
    ])("is not asked for by %j", async (variables, answered) => {
      const made = gateway();
      const { data, errors } = await made.execute(document, { ...variables });
      expect([data, codesOf(errors)]).toEqual([answered, ["BAD_USER_INPUT"]]);
      expect(made.calls()).toEqual([]);
    });

    test("is filtered here where the setting says that the upstream does not", async () => {
      const made = overBareLists();
      const [filterCase] = filters;
      const [, filter] = filterCase;
      expect(await nodesOf(made, { filter })).toEqual(idsOf(filtered(made, filterCase).slice(0, 20)));
      expect(made.callsWithQueries()).toEqual(wholeOf(made));
    });

    test.each(sorts)("is sorted by %s here where the setting says so", async (field, name) => {
      const made = overBareLists();
      const sort = { field, direction: "DESCENDING" };
      expect(await nodesOf(made, { sort })).toEqual(idsOf(sorted(made, name, -1).slice(0, 20)));
      expect(made.callsWithQueries()).toEqual(wholeOf(made));
    });
  });
}
