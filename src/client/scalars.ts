/**
 * Types of the schema's scalars in a client, for `scalars` of codegen's client preset: `strictScalars` then refuses one that
 * is missing here.
 */
export const clientScalars = {
  ID: "string",
  DateTime: "string",
  Date: "string",
  JSONObject: "Readonly<Record<string, unknown>>",
  EmailAddress: "string",
  URL: "string",
  TimeZone: "string",
  CountryCode: "string",
  Port: "number",
  Scope: "string",
  Upload: "Blob",
} as const;
