import fc from "fast-check";
import {
  type DocumentNode,
  execute,
  type GraphQLError,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  parse,
  validate,
} from "graphql";
import { type CompilerParts, compileOperation } from "../../src/execution/compile-operation.ts";
import { createPace } from "../../src/execution/pace.ts";
import { createRowTexts } from "../../src/execution/row-texts.ts";
import type { GatewayContext } from "../../src/graphql/gateway-context.ts";
import { Cancellation } from "../../src/rest/cancellation.ts";
import { clientWith } from "../support/clients.ts";
import { gateway } from "../support/gateway.ts";
import { type AnyDocument, anyDocument } from "./any-document.ts";
import { type MockSettings, mockSchema } from "./mock-schema.ts";

/** How many operations were compared, by what was seen in them. */
export type Seen = Readonly<Record<string, number>>;

type MockContext = GatewayContext & { readonly mock: MockSettings };

/** What an execution did, so that two can be compared letter by letter. */
interface Done {
  readonly data: string | undefined;
  readonly errors: readonly unknown[];
  readonly calls: readonly string[];
  readonly leftOut: readonly unknown[];
  readonly audit: readonly string[];
}

const maxCoercionErrors = 5;

/** Clients that may do all, or a part. */
const scopes = ["all", "read", "one"] as const;
const clients = {
  all: undefined,
  read: clientWith("assembly:read", "assembled:read", "web1on1:read"),
  one: clientWith("web1on1:read", "web1on1:write"),
};

/**
 * Compares the compiled executor with graphql-js over generated operations of the gateway's schema: data, errors with all
 * that they hold, and the calls of resolvers in their order.
 * @param runs how many operations. @param seed of the operations. @default another one each time
 */
export async function compareExecutors(runs: number, seed?: number): Promise<Seen> {
  const schema = mockSchema();
  const made = gateway({ parts: { schema } });
  const compared = fc.asyncProperty(
    anyDocument(schema),
    fc.nat(),
    fc.constantFrom(0, 2, 5, 25),
    fc.constantFrom(0, 20, 60),
    fc.constantFrom(...scopes),
    async (asked, lot, trouble, promised, scope) => {
      const begin = (): MockContext => {
        const waiter = made.gateway.waiterFor(new Cancellation());
        const context = made.gateway.contextFor(waiter, {
          requestId: "compared",
          client: clients[scope] ?? made.client,
        });
        return { ...context, mock: { seed: lot, trouble, promised, calls: [] } };
      };
      const auditSince = (start: number) =>
        made.auditLines.slice(start).map((line) => line.replace(/"time":"[^"]*"/, ""));
      await compare(schema, asked, { begin, auditLines: () => made.auditLines.length, auditSince, count });
    },
  );
  const counts: Record<string, number> = {};
  const count = (name: string) => {
    counts[name] = (counts[name] ?? 0) + 1;
  };
  using _counted = countUnhandled();
  // A counterexample is small enough; making it smaller takes minutes.
  await fc.assert(compared, { numRuns: runs, ...(seed !== undefined && { seed }), endOnFailure: true });
  return counts;
}

let unhandled = 0;

/** Counts rejections that nothing handles: graphql-js leaves some where a list fails, which must not end the process. */
function countUnhandled(): Disposable {
  const others = process.listeners("unhandledRejection");
  const count = () => {
    unhandled += 1;
  };
  process.removeAllListeners("unhandledRejection").on("unhandledRejection", count);
  return {
    [Symbol.dispose]() {
      process.removeAllListeners("unhandledRejection");
      for (const other of others) process.on("unhandledRejection", other);
    },
  };
}

/** Until then what is under way goes on where its place has failed; Node tells of rejections as well. */
const turnOver = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));

interface Comparison {
  begin(): MockContext;
  auditLines(): number;
  auditSince(start: number): readonly string[];
  count(name: string): void;
}

async function compare(schema: GraphQLSchema, asked: AnyDocument, comparison: Comparison): Promise<void> {
  const { count } = comparison;
  const document = parse(asked.query);
  if (validate(schema, document, undefined, { maxErrors: 1 }).length > 0) return count("not valid");
  const operation = document.definitions[0];
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error("The first definition is no operation.");
  const compiled = compileOperation(partsOf(schema), document, operation);
  if (!compiled) return count("left to graphql-js");
  const expected = await doneBy(comparison, (context) => byGraphqlJs(schema, document, asked, context));
  // The second time, texts of rows are there.
  const before = unhandled;
  for (const time of ["first", "second"]) {
    const actual = await doneBy(comparison, (context) => byCompiled(compiled, asked, context));
    if (!actual || !expected) return count("left to graphql-js");
    if (JSON.stringify(actual) !== JSON.stringify(expected)) {
      const facts = { time, asked, expected, actual };
      throw new Error(`The executors differ: ${JSON.stringify(facts, null, 1)}`);
    }
  }
  if (unhandled > before) throw new Error(`Nothing handles a rejection: ${JSON.stringify(asked)}`);
  if (expected) countSeen(count, asked, operation, expected);
}

let sharedParts: CompilerParts | undefined;

/** Texts of rows are shared by all operations. */
function partsOf(schema: GraphQLSchema): CompilerParts {
  sharedParts ??= {
    schema,
    maxCoercionErrors,
    isLate: (context) => (context as GatewayContext).progress.step() !== undefined,
    pace: createPace(() => 0),
    rowTexts: createRowTexts({ mostBytes: 100_000 }),
  };
  return sharedParts;
}

interface Result {
  readonly data: string | undefined;
  readonly errors: readonly GraphQLError[];
}

async function doneBy(
  { auditLines, auditSince, begin }: Comparison,
  run: (context: MockContext) => Promise<Result | undefined>,
): Promise<Done | undefined> {
  const context = begin();
  const start = auditLines();
  const result = await run(context);
  await turnOver();
  if (!result) return undefined;
  const { data, errors } = result;
  return {
    data,
    errors: errors.map(shown),
    calls: context.mock.calls,
    leftOut: context.leftOut.map(shown),
    audit: auditSince(start),
  };
}

async function byGraphqlJs(
  schema: GraphQLSchema,
  document: DocumentNode,
  { variables }: AnyDocument,
  contextValue: MockContext,
): Promise<Result> {
  const options = { maxCoercionErrors };
  const result = await execute({ schema, document, contextValue, variableValues: variables, options });
  return {
    data: "data" in result ? JSON.stringify(result.data) : undefined,
    errors: result.errors ?? [],
  };
}

async function byCompiled(
  compiled: NonNullable<ReturnType<typeof compileOperation>>,
  { variables }: AnyDocument,
  context: MockContext,
): Promise<Result | undefined> {
  const { coerced, errors = [] } = compiled.readVariables(variables);
  if (!coerced) return { data: undefined, errors };
  const executed = await compiled.execute(coerced, context);
  if (!executed) return undefined;
  return { data: executed.data ?? "null", errors: executed.errors };
}

const shown = (error: GraphQLError): unknown => ({
  ...error.toJSON(),
  nodes: error.nodes?.map(({ loc }) => loc?.start),
  cause: String(error.originalError),
});

function countSeen(
  count: Comparison["count"],
  { query }: AnyDocument,
  { operation }: OperationDefinitionNode,
  { data, errors, leftOut }: Done,
): void {
  count("equal");
  const seen: Readonly<Record<string, boolean>> = {
    "with errors": errors.length > 0,
    "with several errors": errors.length > 1,
    "with left-out rows": leftOut.length > 0,
    "without data": data === "null",
    "with wrong variables": data === undefined,
    [operation]: true,
    "with conditions by variables": /@(skip|include)\(if: \$/.test(query),
    "with named fragments": /\.\.\.F\d/.test(query),
    "with inline fragments": /\.\.\. on/.test(query),
  };
  for (const [name, isSeen] of Object.entries(seen)) if (isSeen) count(name);
}
