import fc from "fast-check";
import { expect, test } from "vitest";
import { createByEndpoint } from "../../../src/rest/cache/by-endpoint.ts";
import { books } from "../books.ts";

const endpoints = [books.get, books.list, books.getWhole];
const step = fc.record({ item: fc.nat(9), endpoint: fc.nat(1), adds: fc.boolean() });

test("the newest of an endpoint is the one that was added last and is still there", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (all) => {
      const items = createByEndpoint<number>();
      const added: number[][] = [[], [], []];
      for (const { adds, item, endpoint: at } of all) {
        const endpoint = endpoints[at] ?? books.get;
        const others = added[at]?.filter((one) => one !== item) ?? [];
        items.remove(endpoint, item);
        if (adds) items.add(endpoint, item);
        added[at] = adds ? [...others, item] : others;
        expect(endpoints.map((one) => items.newest(one))).toEqual(added.map((some) => some.at(-1)));
      }
    }),
  );
});
