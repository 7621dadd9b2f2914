import fc from "fast-check";
import { expect, test } from "vitest";
import { newListStatistics } from "../../src/lists/statistics.ts";
import { filtered } from "../../src/loaders/filtered.ts";
import { createScope } from "../../src/loaders/loader-registry.ts";
import type { Call } from "../../src/rest/call.ts";
import { GET } from "../rest/routes.ts";
import type { Row } from "./list-upstream.ts";

interface Key {
  readonly group: string;
  readonly day: number;
}

const endpoint = GET("/rows").returns<readonly Row[]>();
const noCall = (() => Promise.reject(new Error("no call is made"))) as unknown as Call;
const nameOf = ({ group, day }: Key) => `${group} ${day}`;

/** A loader and the reads it asks for; the third group has no rows, and rows of another come uninvited. */
function loaderOver(wrong: (filter: string) => Error | undefined = () => undefined) {
  const reads: string[][] = [];
  const loader = createScope(noCall, newListStatistics()).of(
    filtered<Key, Row>({
      endpoint,
      keysPerCall: 10,
      filterOf: ({ group }) => group,
      groupOf: ({ day }) => String(day),
      async readBatch(_, filters, { day }) {
        reads.push(filters.map((group) => nameOf({ group, day })));
        const found = [...filters, "z"].filter((group) => group !== "c").reverse();
        return new Map(
          found.map((group) => [group, wrong(group) ?? [{ id: nameOf({ group, day }), group }]] as const),
        );
      },
    }),
  );
  return { loader, reads };
}

test("a filtered list is asked for the keys of a tick at once, each key once, and answers by key", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ group: fc.constantFrom("a", "b", "c"), day: fc.nat({ max: 2 }) }), {
        minLength: 1,
        maxLength: 9,
      }),
      async (keys) => {
        const { loader, reads } = loaderOver();
        const rows = await Promise.all(keys.map((key) => loader.load({ ...key })));
        expect(rows.map((found) => found.map(({ id }) => id))).toEqual(
          keys.map((key) => (key.group === "c" ? [] : [nameOf(key)])),
        );
        expect(reads.flat().toSorted()).toEqual([...new Set(keys.map(nameOf))].toSorted());
        expect(reads).toHaveLength(new Set(keys.map(({ day }) => day)).size);
      },
    ),
    { numRuns: 50 },
  );
});

test("a key of a filtered list fails alone", async () => {
  const { loader, reads } = loaderOver((group) => (group === "b" ? new Error("b is broken") : undefined));
  const settled = await Promise.allSettled(["a", "b", "c"].map((group) => loader.load({ group, day: 1 })));
  expect(settled).toMatchObject([
    { value: [{ id: "a 1" }] },
    { reason: { message: "b is broken" } },
    { value: [] },
  ]);
  expect(reads).toEqual([["a 1", "b 1", "c 1"]]);
});

test("a filtered list is asked anew after a write", async () => {
  const { loader, reads } = loaderOver();
  await loader.load({ group: "a", day: 1 });
  await loader.load({ group: "a", day: 1 });
  loader.clearAll();
  await loader.load({ group: "a", day: 1 });
  expect(reads).toEqual([["a 1"], ["a 1"]]);
});
