import { expect, test } from "vitest";
import { objectIdMaker, seededRandom, uuidMaker } from "../../src/sandbox/random.ts";

test("random numbers and ids are the same for the same seed and others for another", () => {
  const numbers = (seed: string) =>
    Array.from(
      { length: 5 },
      (
        (random) => () =>
          random.integer(1, 6)
      )(seededRandom(seed)),
    );
  expect(numbers("a")).toEqual(numbers("a"));
  expect(numbers("a")).not.toEqual(numbers("b"));
  const rolls = new Set(
    Array.from(
      { length: 200 },
      (
        (random) => () =>
          random.integer(1, 6)
      )(seededRandom("dice")),
    ),
  );
  expect([...rolls].sort()).toEqual([1, 2, 3, 4, 5, 6]);

  const uuid = uuidMaker("a");
  const made = [uuid(), uuid()];
  expect(made).toEqual([uuidMaker("a")(), made[1]]);
  expect(new Set([...made, uuidMaker("b")()]).size).toBe(3);
  expect(made[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(objectIdMaker("a")()).toMatch(/^[0-9a-f]{24}$/);
});
