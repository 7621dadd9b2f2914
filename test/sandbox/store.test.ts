import { expect, test } from "vitest";
import { createStore } from "../../src/sandbox/store.ts";

test("a store keeps the order of insertion through changes, and never gives an id twice", () => {
  const ids = ["b", "c", "c", "d"];
  const first = { id: "b", name: "first" };
  const store = createStore({ rows: [first], idOf: (row) => row.id, makeId: () => ids.shift() ?? "" });
  store.insert((id) => ({ id, name: "second" }));
  store.insert((id) => ({ id, name: "third" }));
  expect(store.update("b", { name: "changed" })).toEqual({ id: "b", name: "changed" });
  expect(store.all()).toEqual([
    { id: "b", name: "changed" },
    { id: "c", name: "second" },
    { id: "d", name: "third" },
  ]);
  expect(first.name).toBe("first");
  expect(store.remove("c")?.name).toBe("second");
  expect([store.get("c"), store.remove("c"), store.update("c", {})]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});
