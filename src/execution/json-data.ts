import type { FormattedExecutionResult } from "graphql";

/** Data of an answer that is JSON already. */
export interface JsonData {
  readonly json: string;
  /** Reads it, for what writes an answer in another way. */
  toJSON(): unknown;
}

const made = new WeakSet<object>();

/** Has JSON stand in the place of data. */
export function jsonData(json: string): JsonData {
  const data: JsonData = { json, toJSON: () => JSON.parse(json) };
  made.add(data);
  return data;
}

/** Whether data is JSON already. */
export const isJsonData = (data: unknown): data is JsonData =>
  typeof data === "object" && data !== null && made.has(data);

/** Writes an answer as Apollo Server does, whose data may be JSON already. */
export function stringifyResult({ errors, data, extensions }: FormattedExecutionResult): string {
  if (!isJsonData(data)) return `${JSON.stringify({ errors, data, extensions })}\n`;
  const before = errors ? `{"errors":${JSON.stringify(errors)},"data":` : '{"data":';
  const after = extensions ? `,"extensions":${JSON.stringify(extensions)}}\n` : "}\n";
  return before + data.json + after;
}
