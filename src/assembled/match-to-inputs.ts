import { GatewayError } from "../errors.ts";

/** Tests whether an answer may belong to an input, strictest first. */
type Tests<Input, Row> = readonly ((input: Input, row: Row) => boolean)[];

/**
 * The rows that a bulk create answered, in the order of its input: nothing upstream promises an order, so answers are told apart
 * by their content, and each is given away once.
 * @returns undefined in the place of an input that nothing answers.
 */
export function matchToInputs<Input, Row>(
  inputs: readonly Input[],
  created: readonly Row[],
  ...tests: Tests<Input, Row>
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

/**
 * As `matchToInputs`, for a create that succeeded and should have answered everything.
 * @param noun of all that was created: "activities".
 * @throws UPSTREAM_INVALID_RESPONSE when something is not among the rows.
 */
export const matchAllToInputs = <Input, Row>(
  inputs: readonly Input[],
  created: readonly Row[],
  noun: string,
  ...tests: Tests<Input, Row>
): Row[] =>
  matchToInputs(inputs, created, ...tests).map((row) => {
    if (row) return row;
    const message = `Assembled accepted the ${noun} but did not answer all of them; list them to see them.`;
    throw new GatewayError("UPSTREAM_INVALID_RESPONSE", message, { system: "assembled" });
  });
