import fc from "fast-check";
import { expect, test } from "vitest";
import { loadOperations } from "../../src/client/operations.ts";
import type { Plan } from "../../src/estimate/estimate.ts";
import { testNowMs } from "../support/clock.ts";
import { gateway } from "../support/gateway.ts";
import { counted, planned } from "../support/planned.ts";
import { createSandboxData } from "../support/sandbox-data.ts";
import { anyOperation } from "./any-operation.ts";
import { sampleArguments } from "./arguments.ts";
import { anyVariables } from "./shipped-variables.ts";

/** An operation, asked some time after the one before it. */
interface Step {
  readonly document: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly afterMs: number;
  readonly headers: Readonly<Record<string, string>>;
}

/** Enough for every way to an upstream, and less to read each time. */
const sizes = { people: 60, users: 100 };
const data = createSandboxData(testNowMs, sizes);

/** Operations one after the other on one gateway: at first it knows nothing, later much is fresh, stale or too old. */
const stepsOf = (operation: fc.Arbitrary<Pick<Step, "document" | "variables">>): fc.Arbitrary<Step[]> =>
  fc.array(
    fc
      .record({
        afterMs: fc.constantFrom(0, 0, 6_000, 31_000, 400_000),
        headers: fc.constantFrom({}, {}, {}, { "cache-control": "no-cache" }),
      })
      .chain((moment) => operation.map((asked) => ({ ...moment, ...asked }))),
    { minLength: 1, maxLength: 5 },
  );

/** Systems whose calls were outside the plan. Where something failed, what would have followed was not called. */
const outside = (plan: Plan, requests: Readonly<Record<string, number>>, failed: boolean): string[] =>
  Object.entries(requests).flatMap(([system, count]) => {
    const { least = 0, most = null } = plan[system]?.calls ?? {};
    const isInside = (failed || least <= count) && (most === null || count <= most);
    return isInside ? [] : [`${system}: ${least} <= ${count} <= ${most}`];
  });

const messageOf = ({ message }: { readonly message: string }): string => message;

const isTooLarge = (error: { readonly message: string }): boolean =>
  /^The answer may hold \d+ objects; it may hold 10000\./.test(error.message);

/** Plans and runs each, and answers what was outside its plan. */
async function take(steps: readonly Step[]): Promise<unknown[]> {
  const made = gateway({ sandbox: { sizes } });
  await made.query("{ __typename }");
  const wrong: unknown[] = [];
  for (const { document, variables, afterMs, headers } of steps) {
    await made.clock.advance(afterMs);
    // What replaces stale answers may be on its way still.
    made.calls();
    const { plan, errors: refused } = await planned(made, document, variables, headers);
    expect([refused.filter((error) => !isTooLarge(error)), made.calls()]).toEqual([[], []]);
    const { errors, requests } = await counted(made, document, variables, headers);
    // What has no plan, since its pages may hold too many objects, is not run either.
    if (refused.length > 0)
      expect([errors.map(messageOf), made.calls()]).toEqual([refused.map(messageOf), []]);
    // An id that is malformed fails its own place, and nothing else.
    const failed = errors.some(({ path }) => path?.[0] !== "nodes");
    wrong.push(...outside(plan ?? {}, requests, failed).map((what) => ({ what, document, variables })));
  }
  return wrong;
}

const variablesOf = anyVariables(data);

test("every shipped operation has variables here", () => {
  expect(Object.keys(variablesOf)).toEqual(loadOperations().map(({ name }) => name));
});

test.each(loadOperations())(
  "$name makes as many calls as its plan says, whatever was asked before",
  {
    timeout: 60_000,
  },
  async ({ name, document }) => {
    const variables = variablesOf[name] ?? fc.constant({});
    const others = loadOperations().map((other) =>
      (variablesOf[other.name] ?? fc.constant({})).map((given) => ({
        document: other.document,
        variables: given,
      })),
    );
    const own = variables.map((given) => ({ document, variables: given }));
    await fc.assert(
      fc.asyncProperty(stepsOf(fc.oneof({ arbitrary: own, weight: 8 }, ...others)), async (steps) => {
        expect(await take(steps)).toEqual([]);
      }),
      { numRuns: 4 },
    );
  },
);

test("any operation makes as many calls as its plan says, whatever was asked before", {
  timeout: 120_000,
}, async () => {
  const { schema } = gateway().gateway;
  const operation = anyOperation(schema, sampleArguments(data).byField);
  await fc.assert(
    fc.asyncProperty(stepsOf(operation.map((document) => ({ document, variables: {} }))), async (steps) => {
      expect(await take(steps)).toEqual([]);
    }),
    // Operations shrink slowly, and the time is up before they are small.
    { numRuns: 12, endOnFailure: true },
  );
});
