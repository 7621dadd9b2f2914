/** The pattern of the ids of one kind, which is checked before an id is put into a path. */
export interface IdPattern {
  /** In words, for error messages: "a UUID". */
  readonly description: string;
  readonly pattern: RegExp;
  /** Most UTF-16 code units of a value that matches; longer ones are not tried. */
  readonly longest: number;
  /** Words that match the pattern but are routes of the upstream, in lower case. */
  readonly reserved?: readonly string[];
}

/** Each would lead to another path than the template's. */
const neverIds: ReadonlySet<string> = new Set(["", ".", ".."]);

/**
 * Whether a value may stand for an id of this kind; what no path can hold may not, whatever the pattern.
 * @param value any JSON value that a client or an upstream may have in the place of an id.
 */
export function matchesId({ pattern, longest, reserved }: IdPattern, value: unknown): value is string {
  if (typeof value !== "string" || value.length > longest || neverIds.has(value)) return false;
  // Half of a surrogate pair has no encoding.
  return value.isWellFormed() && pattern.test(value) && !reserved?.includes(value.toLowerCase());
}

/** Patterns of the values in path templates, by the name of the parameter. */
export type PathParameters = Readonly<Record<string, IdPattern>>;
