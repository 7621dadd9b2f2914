import { execute, GraphQLList, GraphQLObjectType, GraphQLSchema, GraphQLString, parse } from "graphql";
import { describe, expect, test, vi } from "vitest";
import { badInput } from "../../src/errors.ts";
import { beginProgress } from "../../src/estimate/progress.ts";
import type { OperationContext } from "../../src/graphql/context.ts";
import { withinProgress } from "../../src/graphql/field-progress.ts";
import { operationLimits } from "../../src/limits.ts";
import { testClock } from "../support/clock.ts";

const Thing = new GraphQLObjectType({ name: "Thing", fields: { id: { type: GraphQLString } } });
const Query = new GraphQLObjectType<unknown, OperationContext>({
  name: "Query",
  fields: { things: { type: new GraphQLList(Thing) } },
});
const schema = new GraphQLSchema({ query: Query });

const failing = (count: number) =>
  Array.from({ length: count }, async () => {
    throw badInput("It fails.");
  });

describe("a list of more objects than an answer may hold, all of which fail", () => {
  const tooMany = operationLimits.objects + 1;

  test.each([
    ["at once", () => failing(tooMany)],
    ["later", async () => failing(tooMany)],
  ])("is refused, and leaves no failure unhandled: given %s", async (_, resolve) => {
    const unhandled = vi.fn();
    process.on("unhandledRejection", unhandled);
    const { things } = Query.getFields();
    if (things) things.resolve = withinProgress(resolve, Query, things);
    const progress = beginProgress(testClock(), { deadlineAtMs: Number.POSITIVE_INFINITY });
    const answer = await execute({
      schema,
      document: parse("{ things { id } }"),
      contextValue: { progress },
    });
    await new Promise(setImmediate);
    process.off("unhandledRejection", unhandled);
    expect(unhandled).not.toHaveBeenCalled();
    expect(answer).toMatchObject({
      data: { things: null },
      errors: [{ path: ["things"], message: expect.stringContaining(`holds ${tooMany} objects`) }],
    });
  });
});
