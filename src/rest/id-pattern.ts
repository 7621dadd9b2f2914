/** What an id of one kind may look like before it is put into a path. */
export interface IdPattern {
  /** In words, for error messages: "a UUID". */
  readonly description: string;
  readonly pattern: RegExp;
  /** Words that match the pattern but are routes of the upstream, in lower case. */
  readonly reserved?: readonly string[];
}

/** Whether a value may stand for an id of this kind; `.` and `..` never may, whatever the pattern. */
export function matchesId({ pattern, reserved }: IdPattern, value: string): boolean {
  return value !== "." && value !== ".." && pattern.test(value) && !reserved?.includes(value.toLowerCase());
}
