import fc from "fast-check";
import { type OperationDefinitionNode, parse } from "graphql";
import { expect, test } from "vitest";
import { reasonToLeave, selectionsOf } from "../../src/execution/left-to-graphql-js.ts";
import { anyRepresentation, selectionsOfAll } from "./any-representation.ts";
import { entities, subgraphGateway } from "./subgraph.ts";

const compiled = entities(selectionsOfAll);
/** The same document, which graphql-js executes for what it asks of the schema. */
const left = compiled.replace("{ _entities", '{ __type(name: "_Any") { name } _entities');

const reason = (document: string): string | undefined => {
  const operation = parse(document).definitions[0] as OperationDefinitionNode;
  return reasonToLeave({ operation, selections: selectionsOf(operation, {}) });
};

test("the compiled executor answers representations as graphql-js does, with the same calls", {
  timeout: 60_000,
}, async () => {
  expect([reason(compiled), reason(left)]).toEqual([undefined, "introspection"]);
  const { sandbox } = subgraphGateway();
  const bad = fc.constantFrom<unknown>(
    { __typename: "Invoice", number: "1" },
    { __typename: "Account", domain: "not a domain" },
    { __typename: "Account", sourceId: null },
    "Account",
    null,
  );
  const asked = fc.array(fc.oneof({ weight: 3, arbitrary: anyRepresentation(sandbox) }, bad), {
    maxLength: 12,
  });
  const ask = async (document: string, representations: readonly unknown[]) => {
    const made = subgraphGateway();
    const { data, errors } = await made.execute(document, { representations });
    const shown = errors.map(({ extensions, message, path }) => ({ path, message, code: extensions.code }));
    return { data: data?._entities, errors: shown, calls: made.calls().sort() };
  };
  await fc.assert(
    fc.asyncProperty(asked, async (representations) => {
      expect(await ask(compiled, representations)).toEqual(await ask(left, representations));
    }),
    { numRuns: 40 },
  );
});
