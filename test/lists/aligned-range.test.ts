import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { byId } from "../../src/lists/indexed-rows.ts";
import { connection, pageRequest } from "../../src/resolving/pagination.ts";
import { directory } from "../../src/rest/cache-policy.ts";
import { type ListBehaviour, listUpstream, type Row, rowsUpTo } from "../loaders/list-upstream.ts";
import { settled } from "../support/clock.ts";

/** Pages through a list as clients do, each page in an operation of its own; `first` is asked for in turn. */
async function walk(behaviour: ListBehaviour, sizes: readonly number[]) {
  const upstream = listUpstream(behaviour);
  const walked: Row[] = [];
  let after: string | null = null;
  for (let step = 0; step === 0 || after !== null; step += 1) {
    if (step > 500) throw new Error("The walk does not end.");
    const request = pageRequest({ first: sizes[step % sizes.length] ?? 1, after });
    const part = await upstream.operation().list.range(request.offset, request.first);
    const { nodes, pageInfo } = connection<Row>(request, { ...part, idOf: ({ id }) => id });
    walked.push(...nodes);
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  }
  return { walked, asked: upstream.calls() };
}

describe("paging through a list", () => {
  test("gives each row once for one call a page of the list, whatever sizes are asked for", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: 60 }),
        fc.integer({ min: 4, max: 12 }),
        fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 }),
        async (count, pageSize, sizes) => {
          const listed = rowsUpTo(count);
          const { walked, asked } = await walk({ listed, pageSize }, sizes);
          expect(walked).toEqual(listed);
          const pages = Math.max(1, Math.ceil(count / pageSize));
          expect(asked).toEqual(Array.from({ length: pages }, (_, page) => `page ${page * pageSize}`));
        },
      ),
      { numRuns: 40 },
    );
  });

  test("gives each row once although the upstream gives smaller pages than it is asked for", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: 40 }),
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 1, max: 12 }),
        fc.boolean(),
        async (count, clamp, first, statesTotal) => {
          const listed = rowsUpTo(count);
          const { walked, asked } = await walk({ listed, pageSize: 12, clamp, statesTotal }, [first]);
          expect(walked).toEqual(listed);
          expect(new Set(asked).size).toBe(asked.length);
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe("a part of a list", () => {
  const upstream = () => listUpstream({ listed: rowsUpTo(35), pageSize: 10 });
  const ids = (from: number, to: number) => rowsUpTo(35).slice(from, to);

  test("that two pages hold is cut from them where one is at hand", async () => {
    const { operation, calls } = upstream();
    const { list } = operation();
    await list.range(0, 4);
    expect(await list.range(6, 8)).toMatchObject({ rows: ids(6, 14), hasNextPage: true });
    expect(calls()).toEqual(["page 0", "page 10"]);
    expect(await operation().list.range(15, 5)).toMatchObject({ rows: ids(15, 20), hasNextPage: true });
    expect(calls()).toEqual([]);
  });

  test("that two pages hold is cut from them while they are kept, fresh or not", async () => {
    const { operation, calls, clock } = upstream();
    await operation().list.all();
    calls();
    await clock.advance(directory.freshMs);
    expect(await operation().list.range(6, 8)).toMatchObject({ rows: ids(6, 14), hasNextPage: true });
    await settled();
    // They are replaced in the background.
    expect(calls()).toEqual(["page 0", "page 10"]);
  });

  test("that two pages hold is read as it is where neither is at hand", async () => {
    const { operation, calls } = upstream();
    expect(await operation().list.range(6, 8)).toMatchObject({ rows: ids(6, 14), hasNextPage: true });
    expect(calls()).toEqual(["page 6"]);
  });

  test("ends where the list does, and there is nothing behind it", async () => {
    const { operation, calls } = upstream();
    const { list } = operation();
    expect(await list.range(33, 2)).toMatchObject({ rows: ids(33, 35), hasNextPage: false });
    expect(await list.range(32, 2)).toMatchObject({ rows: ids(32, 34), hasNextPage: true });
    expect(await list.range(38, 2)).toMatchObject({ rows: [], hasNextPage: false });
    expect(calls()).toEqual(["page 30"]);
  });

  test("shows its page to the loaders, and a page that the loaders have read holds it", async () => {
    const { operation, calls } = upstream();
    const { list } = operation();
    await list.range(12, 2);
    expect([list.seen(byId, "19")?.id, list.seen(byId, "21"), list.listed(byId, "19")]).toEqual([
      "19",
      undefined,
      [],
    ]);
    await list.all();
    await operation().list.range(20, 10);
    expect(calls()).toEqual(["page 10", "page 0", "page 20", "page 30"]);
  });

  test("that was on its way at a write shows nothing afterwards", async () => {
    const { operation, calls } = upstream();
    const { list, write } = operation();
    const before = list.range(0, 5);
    await write(() => {});
    expect((await before).rows).toEqual(ids(0, 5));
    expect(list.seen(byId, "1")).toBeUndefined();
    expect(calls()).toEqual(["page 0"]);
  });
});
