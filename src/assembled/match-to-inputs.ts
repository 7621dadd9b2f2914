/**
 * The rows that a bulk create answered, in the order of its input: nothing upstream promises an order, so answers are told apart
 * by their content, and each is given away once.
 * @param tests whether an answer may belong to an input, strictest first.
 * @returns undefined in the place of an input that nothing answers.
 */
export function matchToInputs<Input, Row>(
  inputs: readonly Input[],
  created: readonly Row[],
  ...tests: readonly ((input: Input, row: Row) => boolean)[]
): (Row | undefined)[] {
  const left = [...created];
  return inputs.map((input) => {
    for (const mayBelong of tests) {
      const at = left.findIndex((row) => mayBelong(input, row));
      if (at >= 0) return left.splice(at, 1)[0];
    }
    return undefined;
  });
}
