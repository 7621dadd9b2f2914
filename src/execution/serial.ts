import type { CompiledField } from "./compiler.ts";
import type { Execution } from "./execution.ts";

/** Executes the fields of a mutation, each once the one before it has ended. */
export function executeSerially(
  fields: readonly CompiledField[],
  execution: Execution,
): string | Promise<string> {
  let done: string | Promise<string> = "{";
  for (const [at, field] of fields.entries()) {
    const label = `${at > 0 ? "," : ""}${field.label}`;
    const add = (before: string): string | Promise<string> => {
      const output = field.execute(execution, undefined, undefined);
      if (output === null || typeof output === "string") return `${before}${label}${output ?? "null"}`;
      return output.then((text) => `${before}${label}${text ?? "null"}`);
    };
    done = typeof done === "string" ? add(done) : done.then(add);
  }
  return typeof done === "string" ? `${done}}` : done.then((text) => `${text}}`);
}
