/** Characters that JSON escapes, and halves of pairs, which it escapes where they stand alone. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are escaped.
const escaped = /["\\\u0000-\u001f\ud800-\udfff]/;

/** A text as JSON. */
export const jsonText = (text: string): string => (escaped.test(text) ? JSON.stringify(text) : `"${text}"`);

/** A value of a leaf type as JSON. @throws Error for a value that has none, such as a function. */
export function jsonOf(value: unknown): string {
  if (typeof value === "string") return jsonText(value);
  if (typeof value === "boolean") return value ? "true" : "false";
  const json = JSON.stringify(value) as string | undefined;
  if (json === undefined) throw new Error("A value of a leaf type has no JSON.");
  return json;
}
