import { LosslessNumber, parse, stringify } from "lossless-json";

/** Levels that a value to be sent back may have: what walks it does so by recursion. */
const mostLevels = 200;

/**
 * Parses JSON whose numbers keep their digits, as `LosslessNumber`.
 * @throws SyntaxError when it is none, and TypeError for what cannot be kept as it came: a key that stands twice in one
 * object with two values, or more than 200 levels.
 */
export function parseExact(text: string): unknown {
  // The parser of the engine does not recurse, so it is the one that meets the depth.
  if (nestsDeeper(JSON.parse(text), mostLevels)) throw new TypeError("A value nests too deeply.");
  return parse(text, null, {
    onDuplicateKey: () => {
      throw new TypeError("A key stands twice in one object.");
    },
  });
}

/**
 * Writes JSON; a `LosslessNumber` is written to the digit, everything else as `JSON.stringify` writes it.
 * @throws TypeError for a bigint, and for what is no value of JSON.
 */
export function stringifyExact(value: unknown): string {
  const text = stringify(value, undefined, undefined, [noBigInt]);
  if (text === undefined) throw new TypeError("A body is no JSON.");
  return text;
}

/** A value that no other writer of JSON takes is a mistake here as well. */
const noBigInt = {
  test: (value: unknown) => typeof value === "bigint",
  stringify: (): never => {
    throw new TypeError("A bigint has no place in JSON.");
  },
};

/** An object of JSON. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Whether a value is an object with names, which neither a list is nor a number kept to the digit. */
export const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof LosslessNumber);

const nestsDeeper = (value: unknown, levels: number): boolean =>
  typeof value === "object" &&
  value !== null &&
  (levels === 0 || Object.values(value).some((inner) => nestsDeeper(inner, levels - 1)));
