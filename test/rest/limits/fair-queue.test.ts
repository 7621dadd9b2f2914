import fc from "fast-check";
import { expect, test } from "vitest";
import { createFairQueue, type FairQueue } from "../../../src/rest/limits/fair-queue.ts";
import type { OriginPath } from "../../../src/rest/time-slices.ts";

/** An item by origin and number: `a2` is the second of `a`. */
type Item = string;

const keyOf = (item: Item): OriginPath => [item[0]];

function queueOf(...items: Item[]): FairQueue<Item> {
  const queue = createFairQueue<Item>();
  for (const item of items) queue.add(keyOf(item), item);
  return queue;
}

function drain(queue: FairQueue<Item>): Item[] {
  const taken: Item[] = [];
  for (let item = queue.take(); item !== undefined; item = queue.take()) taken.push(item);
  return taken;
}

/** Items of four origins, each with its own numbers in order. */
const items = fc
  .array(fc.constantFrom("a", "b", "c", "d"), { minLength: 1, maxLength: 40 })
  .map((origins) =>
    origins.map((origin, place) => `${origin}${origins.slice(0, place).filter((o) => o === origin).length}`),
  );

/** Whether each origin is served once a round for as long as it has items. */
function isByRounds(order: readonly Item[]): boolean {
  const served = new Map<string, number>();
  const total = new Map<string, number>();
  for (const [origin = ""] of order) total.set(origin, (total.get(origin) ?? 0) + 1);
  return order.every(([origin = ""]) => {
    const before = served.get(origin) ?? 0;
    served.set(origin, before + 1);
    return [...total].every(([other, all]) => (served.get(other) ?? 0) >= Math.min(before, all));
  });
}

test("who wants many takes turns with who wants one, and each is served in its own order", () => {
  const queue = queueOf("a1", "a2", "a3", "a4", "b1", "c1", "b2");
  expect(drain(queue)).toEqual(["a1", "b1", "c1", "a2", "b2", "a3", "a4"]);
  expect([queue.length, queue.take()]).toEqual([0, undefined]);
});

test("who comes late begins in the next round, however long the others have waited", () => {
  const queue = queueOf("a1", "a2", "a3", "a4");
  expect([queue.take(), queue.take()]).toEqual(["a1", "a2"]);
  for (const item of ["b1", "b2"]) queue.add(keyOf(item), item);
  expect(drain(queue)).toEqual(["a3", "b1", "a4", "b2"]);
});

test("who has been served to the end and comes again gains and loses nothing", () => {
  const queue = queueOf("a1", "b1", "b2", "b3");
  expect([queue.take(), queue.take()]).toEqual(["a1", "b1"]);
  queue.add(keyOf("a2"), "a2");
  queue.add(keyOf("a3"), "a3");
  expect(drain(queue)).toEqual(["b2", "a2", "b3", "a3"]);
});

test("when an item goes, those of its origin move up, and nobody else is put back", () => {
  const queue = queueOf("a1", "a2", "a3", "b1", "b2");
  queue.remove(keyOf("a1"), "a1");
  queue.remove(keyOf("a1"), "a1");
  queue.remove(keyOf("d1"), "d1");
  expect(queue.length).toBe(4);
  expect(drain(queue)).toEqual(["a2", "b1", "a3", "b2"]);
});

test("items that are taken out together are told their places, as if those before them had gone already", () => {
  const queue = queueOf("a1", "a2", "a3", "b1", "b2");
  const seen: string[] = [];
  queue.removeWhere((item, place) => {
    seen.push(`${item} at ${place}`);
    return item === "a1" || item === "a2" || item === "b2";
  });
  expect(seen).toEqual(["a1 at 0", "a2 at 0", "a3 at 0", "b1 at 1", "b2 at 2"]);
  queue.add(keyOf("a4"), "a4");
  expect(drain(queue)).toEqual(["a3", "b1", "a4"]);
});

test("origins take turns round by round, and the place that is told is the one that is had", () => {
  fc.assert(
    fc.property(items, items, fc.constantFrom("a", "b", "c", "d"), (served, wanted, origin) => {
      const queue = queueOf(...served);
      drain(queue);
      for (const item of wanted) queue.add(keyOf(item), item);
      const place = queue.placeOfNext(keyOf(origin));
      queue.add(keyOf(origin), `${origin}!`);
      const order = drain(queue);
      expect(order.indexOf(`${origin}!`)).toBe(place);
      expect(isByRounds(order)).toBe(true);
      for (const own of ["a", "b", "c", "d"]) {
        const ofOrigin = (item: Item) => item.startsWith(own);
        expect(order.filter(ofOrigin)).toEqual([...wanted, `${origin}!`].filter(ofOrigin));
      }
    }),
  );
});

test("clients take turns however many operations each has, and its operations take turns within a client", () => {
  const queue = createFairQueue<Item>(2);
  const add = (client: string, operation: string, item: Item) => queue.add([client, operation], item);
  for (const item of ["a1", "a2", "b1", "c1"]) add("greedy", item.charAt(0), item);
  add("modest", "d", "d1");
  add("modest", "d", "d2");
  expect(drain(queue)).toEqual(["a1", "d1", "b1", "d2", "c1", "a2"]);
});

/** Items of three clients, each with up to three operations: `x/a0` is the first of operation `a` of client `x`. */
const nested = fc.array(fc.tuple(fc.constantFrom("x", "y", "z"), items), { minLength: 1, maxLength: 6 });

test("a client waits for one turn of each other client at most between two of its own, and its place is the one it is told", () => {
  fc.assert(
    fc.property(nested, fc.func(fc.boolean()), fc.boolean(), (wanted, goes, together) => {
      const queue = createFairQueue<Item>(2);
      const pathOf = (item: Item): OriginPath => [item[0], item[2]];
      const all = wanted.flatMap(([client, own], part) => own.map((item) => `${client}/${item}.${part}`));
      for (const item of all) queue.add(pathOf(item), item);
      const leaving = all.filter((item) => goes(item));
      const seen: (readonly [Item, number])[] = [];
      if (together) {
        queue.removeWhere((item, place) => {
          if (!leaving.includes(item)) seen.push([item, place]);
          return leaving.includes(item);
        });
      } else for (const item of leaving) queue.remove(pathOf(item), item);
      const place = queue.placeOfNext(["y", "b"]);
      queue.add(["y", "b"], "y/b!");
      const order = drain(queue);
      expect(order.indexOf("y/b!")).toBe(place);
      const stayed = order.filter((item) => item !== "y/b!");
      expect(stayed.toSorted()).toEqual(all.filter((item) => !leaving.includes(item)).toSorted());
      expect(isByRounds(order)).toBe(true);
      for (const client of ["x", "y", "z"]) {
        const own = order.filter((item) => item.startsWith(client)).map((item) => item.slice(2));
        expect(isByRounds(own)).toBe(true);
      }
      if (together) expect(seen.map(([item]) => item)).toHaveLength(stayed.length);
      if (together) expect(seen.map(([, at]) => at)).toEqual(stayed.map((_, at) => at));
    }),
  );
});

test("so they do after any of them have gone, one by one or together", () => {
  fc.assert(
    fc.property(items, fc.func(fc.boolean()), fc.boolean(), (wanted, goes, together) => {
      const queue = queueOf(...wanted);
      const leaving = wanted.filter((item) => goes(item));
      if (together) queue.removeWhere((item) => leaving.includes(item));
      else for (const item of leaving) queue.remove(keyOf(item), item);
      expect(queue.length).toBe(wanted.length - leaving.length);
      const place = queue.placeOfNext(keyOf("a"));
      queue.add(keyOf("a"), "a!");
      const order = drain(queue);
      expect(order.indexOf("a!")).toBe(place);
      expect(isByRounds(order)).toBe(true);
      const stayed = wanted.filter((item) => !leaving.includes(item));
      expect(order.filter((item) => item !== "a!").toSorted()).toEqual(stayed.toSorted());
    }),
  );
});
