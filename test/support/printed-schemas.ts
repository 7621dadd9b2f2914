import { createRequire } from "node:module";
import type { GraphQLSchema } from "graphql";
import { memoizeByBody } from "../../src/lists/memo-by-body.ts";

interface Printing {
  printSchema(schema: GraphQLSchema): string;
}

const printing = createRequire(import.meta.url)("graphql/utilities/printSchema.js") as Printing;
const isOnce = Symbol.for("tributary.printed-schemas");

/** Prints each schema once: Apollo does for each server that is made, which was half of the time that one takes. */
export function printSchemasOnce(): void {
  const { printSchema } = printing;
  if (isOnce in printSchema) return;
  const printed = memoizeByBody((schema: GraphQLSchema) => ({ text: printSchema(schema) }));
  printing.printSchema = Object.assign((schema: GraphQLSchema) => printed(schema).text, { [isOnce]: true });
}
