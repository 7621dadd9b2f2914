import { GraphQLError, type OperationDefinitionNode } from "graphql";
import { operationLimits } from "../limits.ts";
import type { FieldCosts } from "./field-cost.ts";
import { tooManyObjects } from "./progress.ts";
import { type RequestedOperation, readingOf } from "./selected-fields.ts";
import { demandsOf } from "./walk.ts";

/** Refuses an operation whose pages may hold more objects than an answer may. @throws GraphQLError with `BAD_USER_INPUT`. */
export type ObjectsCheck = (requested: RequestedOperation) => void;

/**
 * Makes the check of objects before an operation runs. It remembers operations that passed, by their node in the parsed
 * document, which stands for the document with its fragments; those that have variables are counted each time. What else
 * the count depends on, schema and costs, is the same for every use of one check.
 */
export function createObjectsCheck(costs: FieldCosts): ObjectsCheck {
  const allowed = new WeakSet<OperationDefinitionNode>();
  return (requested) => {
    const { operation } = requested;
    if (allowed.has(operation)) return;
    const reading = readingOf(requested);
    if (!reading) return;
    // What is wrong with an argument is reported at its path when it is executed.
    const { objects } = demandsOf(reading, operation, costs, { badArgument: () => undefined });
    refuseMany(objects, operation);
    if (!operation.variableDefinitions?.length) allowed.add(operation);
  };
}

/** @throws GraphQLError with `BAD_USER_INPUT` for more objects than an answer may hold. */
export function refuseMany(objects: number, operation: OperationDefinitionNode): void {
  if (objects <= operationLimits.objects) return;
  const { code, message } = tooManyObjects("may hold", objects);
  throw new GraphQLError(message, { nodes: operation, extensions: { code, http: { status: 400 } } });
}
