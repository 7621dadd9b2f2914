import type { Noun } from "./noun.ts";

/** One system: everything that is particular to it. */
export interface System {
  /** In lower case, as in global ids, errors and the folders of `src/` and `schema/`. */
  readonly name: string;
  /** As its users call it. */
  readonly title: string;
  readonly nouns: readonly Noun[];
  /** Values of its enums upstream, by type of the schema. */
  readonly enums: Readonly<Record<string, Readonly<Record<string, string>>>>;
}
