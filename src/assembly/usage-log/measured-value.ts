/** A measured value as it was logged. */
export interface MeasuredValue {
  readonly number: number;
  /** Currency or unit, as it stands beside the number; undefined for a number alone. */
  readonly unit?: string;
}

const decimal = String.raw`\d+(?:\.\d+)?`;
/** Digits in groups: of money, a comma in front of three of them is surely no decimal one. */
const amount = String.raw`(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|${decimal})`;
/** `$`, `US$`, `EUR`. */
const currency = String.raw`(?:[A-Z]{0,3}\p{Sc}|[A-Z]{3})`;
const otherUnit = String.raw`[\p{L}\p{M}%‰°/]{1,16}`;

/** Of other words in front of a number, none is known to be its unit. */
const forms = [
  String.raw`(?<number>-?${decimal}(?:[eE][+-]?\d+)?)`,
  `(?<minus>-?)(?<unit>${currency}) ?(?<number>${amount})`,
  `(?<unit>${currency}) ?(?<number>-${amount})`,
  `(?<number>-?${amount}) ?(?<unit>${currency})`,
  `(?<number>-?${decimal}) ?(?<unit>${otherUnit})`,
].map((form) => new RegExp(`^${form}$`, "u"));

/** Longer texts are no numbers with a unit. */
const longestText = 64;

/**
 * Reads the value of a metric: a number, or a text such as `$20`, the example of the documents
 * (assembly-accounts-contacts-v2.txt:167-168).
 * @returns undefined for anything that is not surely one number, which may have one unit.
 */
export function measuredValueIn(value: unknown): MeasuredValue | undefined {
  if (typeof value === "number") return { number: value };
  if (typeof value !== "string" || value.length > longestText) return undefined;
  const text = value.trim();
  for (const form of forms) {
    const { minus = "", number, unit } = form.exec(text)?.groups ?? {};
    if (number === undefined) continue;
    const read = Number(minus + number.replaceAll(",", ""));
    return Number.isFinite(read) ? { number: read, ...(unit !== undefined && { unit }) } : undefined;
  }
  return undefined;
}
