import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type PageArguments, pageRequest, selectedPageRequest } from "../../src/resolving/pagination.ts";
import { connectionOfAll } from "../../src/resolving/whole-page.ts";

interface Row {
  readonly id: string;
}

const idOf = ({ id }: Row) => id;
const numbered = (count: number, from = 0): Row[] =>
  Array.from({ length: count }, (_, at) => ({ id: `row-${from + at}` }));
const pageOf = (all: readonly Row[], args: PageArguments) =>
  connectionOfAll(pageRequest(args), { all, idOf });

/** Rows of a walk in the order of the list, whichever way it goes; the list is asked for anew before each page. */
function walk(
  sizes: readonly number[],
  isForward: boolean,
  listAt: (page: number) => readonly Row[],
): string[] {
  const given: string[][] = [];
  let cursor: string | null = null;
  for (;;) {
    const size = sizes[given.length % sizes.length] ?? 1;
    const args: PageArguments = isForward ? { first: size, after: cursor } : { last: size, before: cursor };
    const { nodes, pageInfo } = pageOf(listAt(given.length), args);
    given.push(nodes.map(idOf));
    cursor = isForward ? pageInfo.endCursor : pageInfo.startCursor;
    if (!(isForward ? pageInfo.hasNextPage : pageInfo.hasPreviousPage)) break;
    expect(cursor).not.toBeNull();
  }
  return (isForward ? given : given.reverse()).flat();
}

const sizes = fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 4 });

describe("a walk over a whole list, forwards or backwards,", () => {
  test("gives each row once and in order", () => {
    fc.assert(
      fc.property(fc.nat(300), sizes, fc.boolean(), (count, pageSizes, isForward) => {
        const list = numbered(count);
        expect(walk(pageSizes, isForward, () => list)).toEqual(list.map(idOf));
      }),
      { numRuns: 60 },
    );
  });

  test("gives each row that stays once and in order, however many come between two pages and wherever some go", () => {
    const change = fc.record({ place: fc.nat(1_000), come: fc.nat(150), go: fc.nat(15) });
    fc.assert(
      fc.property(
        fc.nat(200),
        fc.array(change),
        sizes,
        fc.boolean(),
        (count, changes, pageSizes, isForward) => {
          const steady = numbered(count);
          const stays = new Set(steady.map(idOf));
          let list = steady;
          let made = 1_000;
          const listAt = (page: number): readonly Row[] => {
            const { place, come, go } = changes[page - 1] ?? { place: 0, come: 0, go: 0 };
            const at = Math.min(place, list.length);
            const gone = new Set(list.filter(({ id }) => !stays.has(id)).slice(0, go));
            list = list.toSpliced(at, 0, ...numbered(come, made)).filter((row) => !gone.has(row));
            made += come;
            return list;
          };
          const walked = walk(pageSizes, isForward, listAt);
          expect(walked.filter((id) => stays.has(id))).toEqual(steady.map(idOf));
          expect(walked).toHaveLength(new Set(walked).size);
        },
      ),
      { numRuns: 40 },
    );
  });
});

test("a page goes on behind the row of its cursor, or behind the one given before it where that is gone", () => {
  const list = numbered(6);
  const { pageInfo } = pageOf(list, { first: 3 });
  const after = pageInfo.endCursor;
  const idsIn = (all: readonly Row[], args: PageArguments) => pageOf(all, args).nodes.map(idOf);
  expect(idsIn(numbered(6).toSpliced(2, 1), { first: 2, after })).toEqual(["row-3", "row-4"]);
  expect(idsIn(numbered(6).toSpliced(0, 3), { first: 2, after })).toEqual(["row-3", "row-4"]);
  expect(idsIn(numbered(6).toSpliced(0, 0, { id: "new" }), { first: 2, after })).toEqual(["row-3", "row-4"]);
  expect(idsIn(numbered(6).toSpliced(2, 1), { last: 5, before: after })).toEqual(["row-0", "row-1"]);
});

test("pages tell what comes before and behind them, and of how many rows they are", () => {
  const list = numbered(5);
  const facts = (args: PageArguments) => {
    const { nodes, pageInfo, totalCount } = pageOf(list, args);
    return [nodes.map(idOf).join(), pageInfo.hasPreviousPage, pageInfo.hasNextPage, totalCount];
  };
  const [, second, , fourth] = pageOf(list, { first: 5 }).edges.map(({ cursor }) => cursor);
  expect(facts({ first: 2 })).toEqual(["row-0,row-1", false, true, 5]);
  expect(facts({ last: 2 })).toEqual(["row-3,row-4", true, false, 5]);
  expect(facts({ last: 9 })).toEqual(["row-0,row-1,row-2,row-3,row-4", false, false, 5]);
  expect(facts({ after: second, before: fourth })).toEqual(["row-2", true, true, 5]);
  expect(facts({ last: 1, after: second })).toEqual(["row-4", true, false, 5]);
  expect(facts({ after: fourth, before: second })[0]).toBe("");
});

test("a cursor holds for the selection that it was made for, and no other", () => {
  const selected = (selection: object | undefined, args: PageArguments) =>
    connectionOfAll(selectedPageRequest(args, selection), { all: numbered(5), idOf });
  const selections = [undefined, { words: ["A"] }, { words: ["B"] }];
  for (const [at, selection] of selections.entries()) {
    const after = selected(selection, { first: 2 }).pageInfo.endCursor;
    for (const [other, asked] of selections.entries()) {
      for (const args of [{ after }, { last: 1, before: after }]) {
        if (other === at) expect(selected(asked, args).nodes).not.toEqual([]);
        else expect(() => selected(asked, args)).toThrow(expect.objectContaining({ code: "BAD_USER_INPUT" }));
      }
    }
  }
});
