import { GraphQLError, type OperationDefinitionNode } from "graphql";
import { operationLimits } from "../limits.ts";
import { countedVariables, keyOfVariables } from "./counted-variables.ts";
import type { FieldCosts } from "./field-cost.ts";
import { tooManyObjects } from "./progress.ts";
import { type RequestedOperation, readingOf } from "./selected-fields.ts";
import { demandsOf } from "./walk.ts";

/** Refuses an operation whose pages may hold more objects than an answer may. @throws GraphQLError with `BAD_USER_INPUT`. */
export type ObjectsCheck = (requested: RequestedOperation) => void;

/** Values of variables with which an operation has passed. */
interface Passed {
  readonly names: readonly string[];
  readonly keys: Set<string>;
}

/** Values that are remembered of one operation. */
const mostKeys = 200;

/**
 * Makes the check of objects before an operation runs. It remembers operations that passed, with the values of the variables
 * that the count depends on, by their node in the parsed document, which stands for the document with its fragments. What else
 * the count depends on, schema and costs, is the same for every use of one check.
 */
export function createObjectsCheck(costs: FieldCosts): ObjectsCheck {
  const passedOf = new WeakMap<OperationDefinitionNode, Passed>();
  const openPassed = ({ document, operation }: RequestedOperation): Passed => {
    const passed = { names: countedVariables(document), keys: new Set<string>() };
    passedOf.set(operation, passed);
    return passed;
  };
  return (requested) => {
    const { operation } = requested;
    const { keys, names } = passedOf.get(operation) ?? openPassed(requested);
    const coerced = requested.coerced ?? readingOf(requested)?.variables;
    if (!coerced) return;
    const key = keyOfVariables(names, coerced);
    if (key !== undefined && keys.has(key)) return;
    const reading = readingOf(Object.assign({}, requested, { coerced }));
    if (!reading) return;
    let isWhole = true;
    // What is wrong with an argument is reported at its path when it is executed.
    const badArgument = () => {
      isWhole = false;
    };
    const { objects } = demandsOf(reading, operation, costs, { badArgument });
    refuseMany(objects, operation);
    // A field that was passed over may hold objects with another cursor.
    if (!isWhole || key === undefined) return;
    if (keys.size >= mostKeys) keys.clear();
    keys.add(key);
  };
}

/** @throws GraphQLError with `BAD_USER_INPUT` for more objects than an answer may hold. */
export function refuseMany(objects: number, operation: OperationDefinitionNode): void {
  if (objects <= operationLimits.objects) return;
  const { code, message } = tooManyObjects("may hold", objects);
  throw new GraphQLError(message, { nodes: operation, extensions: { code, http: { status: 400 } } });
}
