import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { PagePart } from "../../src/lists/page.ts";
import { type Connection, connection, pageRequest } from "../../src/resolving/pagination.ts";

interface Row {
  readonly id: string;
}

const idOf = ({ id }: Row) => id;
const rowsOf = (...ids: (string | number)[]): Row[] => ids.map((id) => ({ id: `row-${id}` }));

const pagesOf = (list: readonly Row[], size: number): Row[][] =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, at) => list.slice(at * size, (at + 1) * size));

/** The parts of pages that some rows lie in. */
const partsOf = (pages: readonly (readonly Row[])[], offset: number, count: number): PagePart<Row>[] => {
  const size = pages[0]?.length ?? 0;
  return pages.flatMap((rows, at) => {
    const from = Math.max(0, offset - at * size);
    const to = Math.min(rows.length, offset + count - at * size);
    return from < to ? [{ rows, offset: at * size, from, to }] : [];
  });
};

describe("a page of rows that are kept", () => {
  const sizes = fc.integer({ min: 1, max: 30 });
  const kept = fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 80 });
  const shown = ({ nodes, edges, pageInfo, totalCount }: Connection<Row>) => ({
    ids: nodes.map(idOf),
    edges: edges.map(({ cursor }) => cursor),
    ends: [pageInfo.startCursor, pageInfo.endCursor, pageInfo.hasNextPage],
    totalCount,
  });

  test("is the same as one whose rows are compared one by one, whatever its list repeats", () => {
    fc.assert(
      fc.property(kept, fc.boolean(), sizes, sizes, (ids, isUnique, first, pageSize) => {
        const list = rowsOf(...(isUnique ? new Set(ids) : ids));
        const pages = pagesOf(list, pageSize);
        let after: string | null = null;
        for (;;) {
          const request = pageRequest({ first, after });
          const { offset } = request;
          const rows = list.slice(offset, offset + first);
          const part = { rows, hasNextPage: offset + rows.length < list.length, idOf };
          const page = connection(request, { ...part, cutFrom: partsOf(pages, offset, rows.length) });
          expect(shown(page)).toEqual(shown(connection(request, part)));
          if (!page.pageInfo.hasNextPage) return;
          after = page.pageInfo.endCursor;
        }
      }),
      { numRuns: 200 },
    );
  });

  test("leaves out what its cursor has seen, where that stood somewhere else then", () => {
    const before = rowsOf("a", "b", "c", "d");
    const firstPage = { rows: before.slice(0, 2), hasNextPage: true, idOf };
    const { endCursor } = connection(pageRequest({ first: 2 }), firstPage).pageInfo;
    const list = rowsOf("c", "d", "b", "a");
    const request = pageRequest({ first: 2, after: endCursor });
    const page = connection(request, {
      rows: list.slice(2),
      hasNextPage: false,
      idOf,
      cutFrom: partsOf([list], 2, 2),
    });
    expect(page.nodes).toEqual([]);
  });
});
