import { GraphQLError, GraphQLScalarType, Kind } from "graphql";
import { GraphQLCountryCode, GraphQLJSONObject, GraphQLTimeZone } from "graphql-scalars";
import { GatewayError } from "./errors.ts";
import { isCalendarDay, parseInstant } from "./time.ts";
import { isUpload, type Upload } from "./uploads/upload.ts";

/** What a resolver may give for a `DateTime`: a number is Unix seconds, a string ISO 8601. */
export type DateTimeOutput = Date | string | number;

const refuse = (message: string) => new GraphQLError(message, { extensions: { code: "BAD_USER_INPUT" } });

const text = (value: unknown, name: string): string => {
  if (typeof value !== "string") throw refuse(`${name} must be a string.`);
  return value;
};

/** What an upstream gave, as it is. */
const shown = (value: unknown, name: string): string => {
  if (typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  throw unreadable(name);
};

const unreadable = (name: string) =>
  new GatewayError("UPSTREAM_INVALID_RESPONSE", `A system answered something that is no ${name}.`);

const literal = (node: { readonly kind: Kind }, name: string): string => {
  if (node.kind !== Kind.STRING || !("value" in node)) throw refuse(`${name} must be a string.`);
  return text(node.value, name);
};

const readDateTime = (value: string): Date => {
  const instant = parseInstant(value);
  if (!instant) throw refuse(`${JSON.stringify(value)} is not a DateTime such as 2026-03-01T09:30:00Z.`);
  return instant;
};

const readDate = (value: string): string => {
  if (!isCalendarDay(value)) throw refuse(`${JSON.stringify(value)} is not a Date such as 2026-03-01.`);
  return value;
};

const dateTime = new GraphQLScalarType<Date, string>({
  name: "DateTime",
  parseValue: (value) => readDateTime(text(value, "DateTime")),
  parseLiteral: (node) => readDateTime(literal(node, "DateTime")),
  serialize(value) {
    const instant =
      typeof value === "number"
        ? new Date(value * 1000)
        : value instanceof Date
          ? value
          : new Date(inUtc(shown(value, "DateTime")));
    if (Number.isNaN(instant.getTime())) throw unreadable("DateTime");
    return instant.toISOString();
  },
});

/** A time without an offset would be read in the zone of the machine. */
const inUtc = (value: string): string =>
  /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?$/.test(value) ? `${value}Z` : value;

const date = new GraphQLScalarType<string, string>({
  name: "Date",
  parseValue: (value) => readDate(text(value, "Date")),
  parseLiteral: (node) => readDate(literal(node, "Date")),
  // Upstreams may add a time to a day.
  serialize: (value) => shown(value, "Date").slice(0, 10),
});

const readUrl = (value: string): string => {
  // A parser would drop line breaks, and what is sent on would still have them.
  if (!/^https?:\/\/\S+$/i.test(value) || !URL.canParse(value)) {
    throw refuse(`${JSON.stringify(value.slice(0, 80))} is not a URL that begins with https:// or http://.`);
  }
  return value;
};

const url = new GraphQLScalarType<string, string>({
  name: "URL",
  parseValue: (value) => readUrl(text(value, "URL")),
  parseLiteral: (node) => readUrl(literal(node, "URL")),
  serialize: (value) => shown(value, "URL"),
});

const longestEmail = 254;
const hostLabel = String.raw`[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}])?`;
// Letters of any script; not the signs that mean something else in a URL, whichever RFC allows them.
const emailPattern = new RegExp(
  String.raw`^[\p{L}\p{M}\p{N}.!$&'*+=^_{|}~-]+@${hostLabel}(?:\.${hostLabel})+$`,
  "u",
);

const readEmail = (value: string): string => {
  if (value.length > longestEmail || !emailPattern.test(value)) {
    throw refuse(`${JSON.stringify(value.slice(0, 80))} is not an e-mail address such as ann@acme.example.`);
  }
  return value;
};

const emailAddress = new GraphQLScalarType<string, string>({
  name: "EmailAddress",
  parseValue: (value) => readEmail(text(value, "EmailAddress")),
  parseLiteral: (node) => readEmail(literal(node, "EmailAddress")),
  serialize: (value) => shown(value, "EmailAddress"),
});

const ianaZone = new GraphQLScalarType<string>({
  name: "TimeZone",
  parseValue: (value) => readTimeZone(text(value, "TimeZone")),
  parseLiteral: (node) => readTimeZone(literal(node, "TimeZone")),
});

/** Newer engines know offsets such as `+01:00` as well, which are no names of IANA. */
const readTimeZone = (value: string): string => {
  if (!/^[a-z]/i.test(value))
    throw refuse(`${JSON.stringify(value)} is not a time zone such as Europe/Paris.`);
  return GraphQLTimeZone.parseValue(value);
};

/** Strict on input; what an upstream has stored is given as it is. */
function lenientOnOutput<Input>(scalar: GraphQLScalarType<Input>, name: string): GraphQLScalarType {
  return new GraphQLScalarType({
    name,
    parseValue: (value) => scalar.parseValue(value),
    parseLiteral: (node, variables) => scalar.parseLiteral(node, variables),
    serialize: (value) => shown(value, name),
  });
}

const jsonObject = new GraphQLScalarType({
  name: "JSONObject",
  parseValue: (value) => GraphQLJSONObject.parseValue(value),
  parseLiteral: (node, variables) => GraphQLJSONObject.parseLiteral(node, variables),
  serialize(value) {
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return value;
    throw unreadable("JSONObject");
  },
});

const noFile = () =>
  refuse(
    "Upload is a file: leave its variable null, and send the request as multipart/form-data with the fields operations and map and the file.",
  );

const upload = new GraphQLScalarType<Upload, never>({
  name: "Upload",
  parseValue(value) {
    if (isUpload(value)) return value;
    throw noFile();
  },
  parseLiteral() {
    throw noFile();
  },
  serialize() {
    throw new Error("A file that was uploaded is not given back.");
  },
});

/** The scalars of the schema by name; their descriptions stand in the SDL. */
export const scalars = {
  DateTime: dateTime,
  Date: date,
  JSONObject: jsonObject,
  EmailAddress: emailAddress,
  URL: url,
  TimeZone: lenientOnOutput(ianaZone, "TimeZone"),
  CountryCode: lenientOnOutput(GraphQLCountryCode, "CountryCode"),
  Upload: upload,
};
