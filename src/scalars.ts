import { GraphQLError, GraphQLScalarType, Kind } from "graphql";
import { GraphQLCountryCode, GraphQLEmailAddress, GraphQLJSONObject, GraphQLTimeZone } from "graphql-scalars";
import { isCalendarDay, parseInstant } from "./time.ts";

/** What a resolver may give for a `DateTime`: a number is Unix seconds, a string ISO 8601. */
export type DateTimeOutput = Date | string | number;

const refuse = (message: string) => new GraphQLError(message, { extensions: { code: "BAD_USER_INPUT" } });

const text = (value: unknown, name: string): string => {
  if (typeof value !== "string") throw refuse(`${name} must be a string.`);
  return value;
};

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
          : new Date(text(value, "DateTime"));
    return instant.toISOString();
  },
});

const date = new GraphQLScalarType<string, string>({
  name: "Date",
  parseValue: (value) => readDate(text(value, "Date")),
  parseLiteral: (node) => readDate(literal(node, "Date")),
  // Upstreams may add a time to a day.
  serialize: (value) => text(value, "Date").slice(0, 10),
});

const readUrl = (value: string): string => {
  if (!/^https?:\/\//i.test(value) || !URL.canParse(value)) {
    throw refuse(`${JSON.stringify(value.slice(0, 80))} is not a URL that begins with https:// or http://.`);
  }
  return value;
};

const url = new GraphQLScalarType<string, string>({
  name: "URL",
  parseValue: (value) => readUrl(text(value, "URL")),
  parseLiteral: (node) => readUrl(literal(node, "URL")),
  serialize: (value) => text(value, "URL"),
});

/** Strict on input; what an upstream has stored is given as it is. */
function lenientOnOutput<Input>(scalar: GraphQLScalarType<Input>, name: string): GraphQLScalarType {
  return new GraphQLScalarType({
    name,
    parseValue: (value) => scalar.parseValue(value),
    parseLiteral: (node, variables) => scalar.parseLiteral(node, variables),
    serialize: (value) => text(value, name),
  });
}

/** The scalars of the schema by name; their descriptions stand in the SDL. */
export const scalars = {
  DateTime: dateTime,
  Date: date,
  JSONObject: GraphQLJSONObject,
  EmailAddress: lenientOnOutput(GraphQLEmailAddress, "EmailAddress"),
  URL: url,
  TimeZone: lenientOnOutput(GraphQLTimeZone, "TimeZone"),
  CountryCode: lenientOnOutput(GraphQLCountryCode, "CountryCode"),
};
