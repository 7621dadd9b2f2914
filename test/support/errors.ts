import type { Answer } from "./gateway.ts";

/** The codes of errors. */
export const codesOf = (errors: Answer["errors"]): unknown[] =>
  errors.map(({ extensions }) => extensions.code);
