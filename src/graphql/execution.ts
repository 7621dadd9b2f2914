import type { GraphQLSchema } from "graphql";
import type { FieldCosts } from "../estimate/field-cost.ts";
import type { Clock } from "../rest/clock.ts";
import { compiledExecution } from "./compiled-execution.ts";
import { createDirectExecution, type DirectExecution } from "./direct-execution.ts";
import { createPassedDocuments, type PassedDocuments } from "./passed-documents.ts";
import { createOperationCheck, type OperationCheck } from "./plugins/arguments.ts";

/** Both ways in which operations are executed. */
export interface GatewayExecution {
  /** Checks an operation before it is executed. */
  readonly check: OperationCheck;
  /** The way of Apollo Server. */
  readonly byApollo: ReturnType<typeof compiledExecution>;
  /** The way around it, for what it has let through before. */
  readonly directly: DirectExecution;
  /** The store of what was let through. */
  readonly passed: Pick<PassedDocuments, "numbers">;
}

/** Makes both ways for a schema. */
export function createExecution(
  schema: GraphQLSchema,
  { clock, costs }: { readonly clock: Clock; readonly costs: FieldCosts },
): GatewayExecution {
  const passed = createPassedDocuments();
  const check = createOperationCheck(schema, costs);
  return {
    check,
    byApollo: compiledExecution(schema, { clock, passed }),
    directly: createDirectExecution(passed, check),
    passed,
  };
}
