/** What an id of one kind may look like before it is put into a path. */
export interface IdPattern {
  /** In words, for error messages: "a UUID". */
  readonly description: string;
  readonly pattern: RegExp;
  /** Words that match the pattern but are routes of the upstream, in lower case. */
  readonly reserved?: readonly string[];
}

/** Each would lead to another path than the template's. */
const neverIds: ReadonlySet<string> = new Set(["", ".", ".."]);

/** Whether a value may stand for an id of this kind; what no path can hold may not, whatever the pattern. */
export function matchesId({ pattern, reserved }: IdPattern, value: string): boolean {
  // Half of a surrogate pair has no encoding.
  if (neverIds.has(value) || /\p{Surrogate}/u.test(value)) return false;
  return pattern.test(value) && !reserved?.includes(value.toLowerCase());
}
