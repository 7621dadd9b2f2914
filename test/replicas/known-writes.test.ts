import { expect, test } from "vitest";
import { createKnownWrites } from "../../src/replicas/writes/known-writes.ts";
import type { WriteNumbers } from "../../src/replicas/writes/write-numbers.ts";

const numbers = (
  number: number,
  nouns: Readonly<Record<string, number>>,
  { epoch = "first", underWay = [] }: Partial<Pick<WriteNumbers, "epoch" | "underWay">> = {},
): WriteNumbers => ({ epoch, number, nouns: new Map(Object.entries(nouns)), underWay });

test("nouns are told as changed once, and everything at first", () => {
  const known = createKnownWrites("me");
  expect(known.mark).toBe(undefined);
  expect(known.learn(numbers(4, { users: 3, teams: 4 })).changed).toBe(undefined);
  expect(known.mark).toBe("first:4");
  expect(known.learn(numbers(6, { users: 6, teams: 4 })).changed).toEqual(["users"]);
  expect(known.learn(numbers(6, { users: 6, teams: 4 })).changed).toEqual([]);
  expect(known.learn(numbers(7, { users: 6, teams: 4, "*": 7 })).changed).toBe(undefined);
});

test("another epoch changes everything, also where its counters are equal or lower", () => {
  const known = createKnownWrites("me");
  known.learn(numbers(4, { users: 4 }));
  expect(known.learn(numbers(4, { users: 4 }, { epoch: "second" })).changed).toBe(undefined);
  expect(known.mark).toBe("second:4");
  expect(known.learn(numbers(2, { users: 2 }, { epoch: "third" })).changed).toBe(undefined);
  expect(known.learn(numbers(3, { users: 3 }, { epoch: "third" })).changed).toEqual(["users"]);
  known.forget();
  expect(known.learn(numbers(3, { users: 3 }, { epoch: "third" })).changed).toBe(undefined);
});

test("own writes are no news, but those of others that were counted before them are", () => {
  const known = createKnownWrites("me");
  known.learn(numbers(1, {}));
  expect(known.learn(numbers(2, {}), ["users"]).changed).toEqual([]);
  // Another one has written the same noun before this one ended.
  expect(known.learn(numbers(5, { users: 4 }), ["users"]).changed).toEqual(["users"]);
  expect(known.mark).toBe("first:5");
  expect(known.learn(numbers(5, { users: 5 })).changed).toEqual([]);
});

test("an answer that is read late takes nothing back", () => {
  const known = createKnownWrites("me");
  known.learn(numbers(1, {}));
  known.learn(numbers(7, { teams: 3 }), ["users"]);
  expect(known.learn(numbers(6, { users: 5, teams: 3, sites: 6 })).changed).toEqual(["sites"]);
  expect(known.mark).toBe("first:7");
});

test("writes of others are under way by their noun for the longest of them, own ones are not told", () => {
  const known = createKnownWrites("me");
  const underWay = [
    { id: "me:1", noun: "sites", leftMs: 9_000 },
    { id: "another:1", noun: "users", leftMs: 2_000 },
    { id: "another:2", noun: "users", leftMs: 7_000 },
    { id: "another:3", noun: "*", leftMs: 1_000 },
  ];
  expect([...known.learn(numbers(9, {}, { underWay })).underWay]).toEqual([
    ["users", 7_000],
    [undefined, 1_000],
  ]);
});
