import { expect, test } from "vitest";
import type { Clearable, LoaderDefinition, SystemParts } from "../../src/lists/loader-definition.ts";
import { newListStatistics } from "../../src/lists/statistics.ts";
import { createLoaderRegistry } from "../../src/loaders/loader-registry.ts";
import { asking } from "../../src/loaders/strategies/asking.ts";
import { pointReads } from "../../src/loaders/strategies/point-reads.ts";
import type { Call } from "../../src/rest/call.ts";
import type { AnyEndpoint } from "../../src/rest/endpoint.ts";
import { GET } from "../rest/routes.ts";

interface Counter extends Clearable {
  readonly number: number;
}

const left = GET("/left").returns();
const right = GET("/right").returns();

/** Definitions that tell what was made of them, and forgotten. */
function counted() {
  const log: string[] = [];
  const define = (name: string, number: number, access = pointReads(left)): LoaderDefinition<Counter> => ({
    access,
    create({ statistics }) {
      log.push(`make ${name} of ${[...statistics.rowCount.keys()].join()}`);
      return { number, clearAll: () => void log.push(`clear ${name}`) };
    },
  });
  const partsOf = ({ path }: AnyEndpoint): SystemParts => ({
    call: {} as Call,
    statistics: { ...newListStatistics(), rowCount: new Map([[path, 1]]) },
  });
  return { log, define, operation: () => createLoaderRegistry(partsOf) };
}

test("loaders are made when they are first asked for, once for each operation, of the system that they read", () => {
  const { log, define, operation } = counted();
  const [a, b] = [define("a", 1), define("b", 2, pointReads(right))];
  const { of, clearAll } = operation();
  expect(log).toEqual([]);
  expect([of(a).number, of(b).number]).toEqual([1, 2]);
  expect(of(a)).toBe(of(a));
  expect(log.splice(0)).toEqual(["make a of /left", "make b of /right"]);
  clearAll();
  expect(log.splice(0)).toEqual(["clear a", "clear b"]);
  expect(operation().of(a)).not.toBe(of(a));
  expect(log).toEqual(["make a of /left"]);
});

test("a loader that uses another gets the one that all get, whatever its system", () => {
  const { log, define, operation } = counted();
  const inner = define("inner", 1, pointReads(right));
  const outer: LoaderDefinition<Counter> = {
    access: asking([{ access: inner.access, keysPerKey: { least: 0, most: 1 } }]),
    create: ({ of }) => ({ number: of(inner).number + 1, clearAll() {} }),
  };
  const { of } = operation();
  expect([of(inner).number, of(outer).number, of(outer).number]).toEqual([1, 2, 2]);
  expect(log).toEqual(["make inner of /right"]);
});

test("a loader without a way to its rows is a mistake", () => {
  const { define, operation } = counted();
  expect(() => operation().of(define("none", 0, asking([])))).toThrow("no way to its rows");
});
