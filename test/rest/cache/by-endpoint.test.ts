import fc from "fast-check";
import { expect, test } from "vitest";
import { createByEndpoint } from "../../../src/rest/cache/by-endpoint.ts";

const steps = fc.array(fc.record({ item: fc.nat(9), row: fc.constantFrom("a", "b"), adds: fc.boolean() }), {
  maxLength: 30,
});

test("the newest of a row is the one that was added last and is still there", () => {
  fc.assert(
    fc.property(steps, (all) => {
      const byRow = createByEndpoint<number>();
      const added: Record<string, number[]> = { a: [], b: [] };
      for (const { adds, item, row } of all) {
        const others = added[row]?.filter((one) => one !== item) ?? [];
        byRow.remove(row, item);
        if (adds) byRow.add(row, item);
        added[row] = adds ? [...others, item] : others;
        expect(["a", "b", "c"].map((name) => byRow.newest(name))).toEqual(
          ["a", "b", "c"].map((name) => added[name]?.at(-1)),
        );
      }
    }),
  );
});
