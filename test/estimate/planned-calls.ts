import { expect } from "vitest";
import type { RangeJson } from "../../src/estimate/range.ts";
import { gateway, type TestGateway } from "../support/gateway.ts";
import { planned } from "../support/planned.ts";

/** A gateway of which nothing is started any more: the first operation waits for files, and the clock must not. */
export async function started(): Promise<TestGateway> {
  const made = gateway();
  await made.query("{ __typename }");
  return made;
}

/** Ranges of calls by system, less those that say none; a plan itself calls nobody. */
export async function callsOf(
  made: TestGateway,
  ...asked: [query: string, variables?: object, headers?: Readonly<Record<string, string>>]
): Promise<Readonly<Record<string, readonly [number, number | null]>>> {
  const [query, variables, headers] = asked;
  const { plan, ...answer } = await planned(made, query, { ...variables }, headers);
  expect([answer, made.calls()]).toEqual([{ data: null, errors: [] }, []]);
  const told = Object.entries(plan ?? {}).map(([system, { calls }]) => [system, pairOf(calls)] as const);
  return Object.fromEntries(told.filter(([, [least, most]]) => least !== 0 || most !== 0));
}

const pairOf = ({ least, most }: RangeJson) => [least, most] as const;
