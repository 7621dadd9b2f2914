import type { Completer } from "./compiler.ts";
import type { Text } from "./output.ts";

/** Refuses null. @param field that must not be null, as `Type.field`. */
export function nonNull({ complete, known }: Completer, field: string): Completer {
  const there = (text: Text): string => {
    if (text === null) throw new Error(`Cannot return null for non-nullable field ${field}.`);
    return text;
  };
  return {
    complete(execution, info, path, value) {
      if (value instanceof Error) throw value;
      const output = complete(execution, info, path, value);
      return output === null || typeof output === "string" ? there(output) : output;
    },
    ...(known && { known }),
  };
}
