import type { Executed } from "../execution/compile-operation.ts";
import type { Variables } from "../execution/execution.ts";
import { isTooLargeJson } from "./answer-size.ts";
import type { GatewayContext } from "./gateway-context.ts";
import type { FoundOperation, PassedDocuments } from "./passed-documents.ts";
import type { OperationCheck } from "./plugins/arguments.ts";
import { reportQuery } from "./plugins/operation-report.ts";

/** A query whose document Apollo Server has let through before, with variables that may be used. */
export interface PreparedQuery {
  readonly found: FoundOperation;
  readonly variables: Variables;
}

/** The way around Apollo Server. */
export interface DirectExecution {
  /**
   * Prepares a query.
   * @param body of the request, as JSON.
   * @returns undefined where Apollo Server has to answer.
   */
  prepare(body: unknown): PreparedQuery | undefined;
  /**
   * Executes one.
   * @returns its data as JSON; undefined where Apollo Server has to answer. What was executed by then stands in the context.
   */
  execute(prepared: PreparedQuery, context: GatewayContext): string | undefined | Promise<string | undefined>;
}

/** Makes the way around Apollo Server. Everything that its plugins would do for a query that goes well is done here. */
export function createDirectExecution(passed: PassedDocuments, check: OperationCheck): DirectExecution {
  return {
    prepare(body) {
      const found = isPlain(body) ? passed.find(body) : undefined;
      const variables = found && variablesOf(found, check, (body as PlainBody).variables ?? {});
      return variables && { found, variables };
    },
    execute({ found, variables }, context) {
      const executed = found.compiled.execute(variables, context);
      if (!executed) return undefined;
      return executed instanceof Promise
        ? executed.then((result) => dataOf(result, found, context))
        : dataOf(executed, found, context);
    },
  };
}

/** A request of nothing but a document and its variables. */
interface PlainBody {
  readonly query: string;
  readonly operationName?: string | null;
  readonly variables?: Readonly<Record<string, unknown>> | null;
}

function isPlain(body: unknown): body is PlainBody {
  if (typeof body !== "object" || body === null || Array.isArray(body)) return false;
  const { extensions, operationName, query, variables } = body as Readonly<Record<string, unknown>>;
  return (
    typeof query === "string" &&
    (isAbsent(operationName) || typeof operationName === "string") &&
    (isAbsent(variables) || (typeof variables === "object" && !Array.isArray(variables))) &&
    isAbsent(extensions)
  );
}

const isAbsent = (value: unknown): value is null | undefined => value === null || value === undefined;

/** @returns undefined where a variable cannot be read, or an argument is refused. */
function variablesOf(
  { compiled, document, operation }: FoundOperation,
  check: OperationCheck,
  given: Readonly<Record<string, unknown>>,
) {
  const { coerced } = compiled.readVariables(given);
  // Without variables its arguments are those that were let through.
  if (!coerced || !operation.variableDefinitions?.length) return coerced;
  try {
    check(document, operation, given, { coerced });
    return coerced;
  } catch {
    return undefined;
  }
}

function dataOf(
  { data, errors }: Executed,
  found: FoundOperation,
  context: GatewayContext,
): string | undefined {
  const isWhole = data !== null && errors.length === 0 && context.leftOut.length === 0;
  if (isWhole && !isTooLargeJson(data)) {
    reportQuery(context.report, found.name);
    return data;
  }
  context.executed = { data, errors, document: found.document };
  return undefined;
}
