import { sharedSchema } from "./schema.ts";
import type { TestServer } from "./server.ts";

/** Counts how often the field `viewer` of a server with a schema of its own is resolved: once for each execution that asks for it. */
export function countRuns({ gateway }: TestServer): () => number {
  const field = gateway.schema.getQueryType()?.getFields().viewer;
  const resolve = field?.resolve;
  if (gateway.schema === sharedSchema()) throw new Error("Other servers have this schema, too.");
  if (!field || !resolve) throw new Error("There is no such field.");
  let runs = 0;
  field.resolve = (...args) => {
    runs += 1;
    return resolve(...args);
  };
  return () => runs;
}
