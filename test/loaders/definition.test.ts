import { expect, test } from "vitest";
import { createMemo, type Definition, type Forgetful, lazyMembers } from "../../src/loaders/definition.ts";

interface Counter extends Forgetful {
  readonly number: number;
}

/** Definitions that tell what was made of them, and forgotten. */
function counted() {
  const log: string[] = [];
  const define = (name: string, number: number): Definition<object, Counter> => ({
    access: [],
    make() {
      log.push(`make ${name}`);
      return { number, clearAll: () => void log.push(`clear ${name}`) };
    },
  });
  return { log, define };
}

test("members are made when they are first asked for, once for each operation", () => {
  const { log, define } = counted();
  const create = lazyMembers({
    left: { a: define("a", 1), b: define("b", 2) },
    right: { c: define("c", 3) },
  });
  const operation = () => {
    const memos = { left: createMemo(() => ({})), right: createMemo(() => ({})) };
    return { memos, members: create(memos) as { a: Counter; b: Counter; c: Counter } };
  };
  const { members, memos } = operation();
  expect([Object.keys(members), log]).toEqual([[], []]);
  const { a } = members;
  expect(members.a).toBe(a);
  expect([a.number, members.c.number]).toEqual([1, 3]);
  expect(log).toEqual(["make a", "make c"]);
  memos.left.clearAll();
  expect(log.splice(0)).toEqual(["make a", "make c", "clear a"]);
  expect([operation().members.a === a, log]).toEqual([false, ["make a"]]);
});

test("what one definition makes of another is the same for all", () => {
  const { log, define } = counted();
  const inner = define("inner", 1);
  const memo = createMemo(() => ({}));
  const outer: Definition<object, Counter> = {
    access: [],
    make: () => ({ number: memo.of(inner).number + 1, clearAll() {} }),
  };
  expect([memo.of(inner).number, memo.of(outer).number, memo.of(outer).number]).toEqual([1, 2, 2]);
  expect(log).toEqual(["make inner"]);
});
