import type { ApolloServerOptionsWithGateway } from "@apollo/server";
import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  GraphQLError,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from "graphql";
import {
  type CompiledOperation,
  type CompilerParts,
  compileOperation,
  type Executed,
} from "../execution/compile-operation.ts";
import { jsonData } from "../execution/json-data.ts";
import { createPace } from "../execution/pace.ts";
import { createRowTexts } from "../execution/row-texts.ts";
import { sameNodes } from "../execution/same-nodes.ts";
import { operationLimits } from "../limits.ts";
import type { Clock } from "../rest/clock.ts";
import type { GatewayContext } from "./gateway-context.ts";
import type { PassedDocuments } from "./passed-documents.ts";

type ApolloGateway = NonNullable<ApolloServerOptionsWithGateway<GatewayContext>["gateway"]>;
type ApolloExecutor = NonNullable<Awaited<ReturnType<ApolloGateway["load"]>>["executor"]>;

/** Of the JSON of rows that is kept beside them. */
const mostRowTextBytes = 16 * 1024 * 1024;

/** Has Apollo Server execute operations by the compiled executor, and notes those that it lets through. */
export function compiledExecution(
  schema: GraphQLSchema,
  { clock, passed }: { readonly clock: Clock; readonly passed: PassedDocuments },
): ApolloGateway {
  const compile = compilerOf({
    schema,
    maxCoercionErrors: operationLimits.reportedErrors,
    isLate: (context) => (context as GatewayContext).progress.step() !== undefined,
    pace: createPace(clock.nowMs),
    rowTexts: createRowTexts({ mostBytes: mostRowTextBytes }),
  });
  const executor: ApolloExecutor = async ({ document, operation, request, source, ...rest }) => {
    const context = rest.context as unknown as GatewayContext;
    const compiled = operation && compile(document, operation);
    const executed = context.executed
      ? movedTo(document, context)
      : await run(compiled, request.variables ?? {}, context);
    if (!executed || !operation || !compiled) return byGraphqlJs(schema, document, request, context);
    if (executed.data === undefined) return { errors: executed.errors };
    if (operation.operation === "query" && request.http) {
      passed.note({ query: source, operationName: request.operationName }, { document, operation, compiled });
    }
    return resultOf(executed, context, request.http !== undefined);
  };
  return {
    load: async () => ({ executor }),
    onSchemaLoadOrUpdate(listener) {
      listener({ apiSchema: schema, coreSupergraphSdl: "" });
      return () => {};
    },
    stop: async () => {},
  };
}

/** Compiles operations once for as long as their documents are kept. */
function compilerOf(parts: CompilerParts) {
  const compiled = new WeakMap<OperationDefinitionNode, CompiledOperation | "left">();
  return (document: DocumentNode, operation: OperationDefinitionNode): CompiledOperation | undefined => {
    const known = compiled.get(operation) ?? compileOperation(parts, document, operation) ?? "left";
    compiled.set(operation, known);
    return known === "left" ? undefined : known;
  };
}

/** @returns undefined where graphql-js has to execute it. */
function run(
  compiled: CompiledOperation | undefined,
  given: Readonly<Record<string, unknown>>,
  context: GatewayContext,
):
  | Executed
  | Promise<Executed>
  | { readonly data?: undefined; readonly errors: readonly GraphQLError[] }
  | undefined {
  if (!compiled) return undefined;
  const { coerced, errors } = compiled.readVariables(given);
  return coerced ? compiled.execute(coerced, context) : { errors };
}

const byGraphqlJs = async (
  schema: GraphQLSchema,
  document: DocumentNode,
  {
    operationName,
    variables,
  }: { readonly operationName?: string; readonly variables?: Record<string, unknown> },
  contextValue: GatewayContext,
): Promise<ExecutionResult> =>
  execute({
    schema,
    document,
    contextValue,
    variableValues: variables,
    operationName,
    options: { maxCoercionErrors: operationLimits.reportedErrors },
  });

/** @param isText whether the answer is sent as it is, rather than given to code. */
function resultOf({ data, errors }: Executed, { leftOut }: GatewayContext, isText: boolean): ExecutionResult {
  if (errors.length > 0) return { errors, data: data === null ? null : JSON.parse(data) };
  // What is said beside the data may depend on it.
  const isAlone = isText && leftOut.length === 0;
  return { data: isAlone ? (jsonData(data ?? "null") as never) : JSON.parse(data ?? "null") };
}

/** The answer that was executed for another text of the same document, with its errors at the places of this one. */
function movedTo(document: DocumentNode, context: GatewayContext): Executed | undefined {
  const { executed, leftOut } = context;
  if (!executed || executed.document === document) return executed;
  const same = sameNodes(executed.document, document);
  const moved = (error: GraphQLError): GraphQLError =>
    new GraphQLError(error.message, {
      nodes: error.nodes?.map((node) => same.get(node) ?? node) ?? null,
      path: error.path ?? null,
      originalError: error.originalError ?? null,
      extensions: error.extensions,
    });
  leftOut.splice(0, leftOut.length, ...leftOut.map(moved));
  return { data: executed.data, errors: executed.errors.map(moved) };
}
