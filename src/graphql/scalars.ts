import { GraphQLError, GraphQLScalarType, Kind, type ObjectValueNode, type ValueNode, visit } from "graphql";
import { GraphQLCountryCode, GraphQLJSONObject } from "graphql-scalars";
import { GatewayError } from "../errors.ts";
import { operationLimits } from "../limits.ts";
import { parseUrl } from "../parse-url.ts";
import { hasHostLength, hostLabel } from "../resolving/host.ts";
import { isCalendarDay, parseInstant, upstreamDay, upstreamMoment } from "../resolving/time.ts";
import { isObject } from "../rest/row-values.ts";
import { longestText, tooLong } from "../text-limits.ts";
import { isUpload, type Upload } from "../uploads/upload.ts";
import { nestsDeeper } from "./operation-limits.ts";

/** Values that a resolver may give for a `DateTime`: a number is Unix seconds, a string ISO 8601. */
export type DateTimeOutput = Date | string | number;

/** @param node the literal, whose place in the document is told; undefined for a variable. */
const refuse = (message: string, node?: ValueNode) =>
  new GraphQLError(message, { nodes: node ?? null, extensions: { code: "BAD_USER_INPUT" } });

const unreadable = (name: string) =>
  new GatewayError("UPSTREAM_INVALID_RESPONSE", `A system answered something that is no ${name}.`);

/** The value that an upstream gave, as it is. */
const shown = (value: unknown, name: string): string => {
  if (typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  throw unreadable(name);
};

/** @throws UPSTREAM_INVALID_RESPONSE when nothing could be read of what an upstream gave. */
const readable = <Value>(value: Value | undefined, name: string): Value => {
  if (value === undefined) throw unreadable(name);
  return value;
};

/** A scalar that is a text: how clients write it, and how what upstreams give is shown. */
interface TextScalar<Value> {
  readonly name: string;
  /** Most characters of one; no longer text is read. */
  readonly longest: number;
  /** In words, for error messages: "a Date such as 2026-03-01". */
  readonly form: string;
  /** Whether it may hold a password, so that no message repeats it. @default no */
  readonly isPrivate?: true;
  /** Reads what a client sent; undefined for what is none. */
  read(text: string): Value | undefined;
  /** @default what the upstream gave, as it is */
  readonly serialize?: (value: unknown) => string;
}

/** Strict on input, by variable and by literal alike; lenient on output unless it says otherwise. */
function textScalar<Value>(scalar: TextScalar<Value>): GraphQLScalarType<Value, string> {
  const { name, longest, form, serialize = (value) => shown(value, name) } = scalar;
  const parse = (text: unknown, node?: ValueNode): Value => {
    if (typeof text !== "string") throw refuse(`${name} must be a string.`, node);
    if (text.length > longest) throw refuse(tooLong(text, longest, name), node);
    const value = scalar.read(text);
    const shownText = scalar.isPrivate ? "The text" : JSON.stringify(text.slice(0, 80));
    if (value === undefined) throw refuse(`${shownText} is not ${form}.`, node);
    return value;
  };
  return new GraphQLScalarType({
    name,
    parseValue: (value) => parse(value),
    parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : undefined, node),
    serialize,
  });
}

const dateTime = textScalar<Date>({
  name: "DateTime",
  longest: longestText.dateTime,
  form: "a DateTime such as 2026-03-01T09:30:00Z",
  read: parseInstant,
  serialize: (value) => readable(upstreamMoment(value), "DateTime").toISOString(),
});

const date = textScalar<string>({
  name: "Date",
  longest: longestText.date,
  form: "a Date such as 2026-03-01",
  read: (text) => (isCalendarDay(text) ? text : undefined),
  serialize: (value) => readable(upstreamDay(value), "Date"),
});

const url = textScalar<string>({
  name: "URL",
  longest: longestText.url,
  isPrivate: true,
  form: `a URL that begins with https:// or http:// and has a host of at most ${longestText.host} characters, ${longestText.hostLabel} between its dots`,
  // A parser would drop line breaks, and what is sent on would still have them.
  read: (text) =>
    /^https?:\/\/\S+$/i.test(text) && hasHostLength(text) && parseUrl(text) ? text : undefined,
});

// Letters of any script; not the signs that mean something else in a URL, whichever RFC allows them.
const emailPattern = new RegExp(
  String.raw`^[\p{L}\p{M}\p{N}.!$&'*+=^_{|}~-]+@${hostLabel}(?:\.${hostLabel})+$`,
  "u",
);

const emailAddress = textScalar<string>({
  name: "EmailAddress",
  longest: longestText.email,
  form: "an e-mail address such as ann@acme.example",
  read: (text) => (emailPattern.test(text) ? text : undefined),
});

// To look a name up costs a tenth of a millisecond, and a request may hold thousands. There are only as many as the
// database has names; names that it lacks are not kept, and graphql-js reads no more of a variable after fifty errors.
const knownTimeZones = new Set<string>();

/** Whether it is a name of the IANA database; newer engines know offsets such as `+01:00` as well, which are none. */
function isTimeZone(text: string): boolean {
  if (!/^[a-z]/i.test(text)) return false;
  const name = text.toLowerCase();
  if (knownTimeZones.has(name)) return true;
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
  } catch {
    return false;
  }
  knownTimeZones.add(name);
  return true;
}

const timeZone = textScalar<string>({
  name: "TimeZone",
  longest: longestText.timeZone,
  form: "a time zone such as Europe/Paris",
  read: (text) => (isTimeZone(text) ? text : undefined),
});

const countryCode = textScalar<string>({
  name: "CountryCode",
  longest: longestText.countryCode,
  form: "a country code of ISO 3166 such as NL",
  read(text) {
    try {
      return GraphQLCountryCode.parseValue(text);
    } catch {
      return undefined;
    }
  },
});

/** Whether reading a whole number changes its digits; one without end is refused where inputs are checked. */
function losesDigits(text: string): boolean {
  const read = Number(text);
  return Number.isFinite(read) && BigInt(text) !== BigInt(read);
}

/** @throws BAD_USER_INPUT when a literal holds a whole number that would be written in other digits. */
function refuseRounded(literal: ObjectValueNode): void {
  visit(literal, {
    IntValue(node) {
      if (losesDigits(node.value)) {
        throw refuse("JSONObject holds a number that would be rounded; send it as a string.", node);
      }
    },
  });
}

const jsonObject = new GraphQLScalarType({
  name: "JSONObject",
  parseValue(value) {
    if (isObject(value)) return value;
    throw refuse("JSONObject must be an object.");
  },
  parseLiteral(node, variables) {
    if (node.kind !== Kind.OBJECT) throw refuse("JSONObject must be an object.", node);
    refuseRounded(node);
    return GraphQLJSONObject.parseLiteral(node, variables);
  },
  serialize(value) {
    if (!isObject(value)) throw unreadable("JSONObject");
    // What writes the answer does so by recursion, and would end with all fields of the operation.
    if (nestsDeeper(value, operationLimits.mapLevels)) {
      throw new GatewayError(
        "UPSTREAM_INVALID_RESPONSE",
        `A system answered a map here with more than ${operationLimits.mapLevels} levels.`,
      );
    }
    return value;
  },
});

/** A port in digits, none of them to spare. */
const portDigits = /^[1-9]\d{0,4}$/;
const highestPort = 65_535;

// Ports are parts of addresses that may hold credentials, so none is quoted.
const readPort = (value: unknown, node?: ValueNode): number | string => {
  const isWritten = typeof value === "number" || typeof value === "string";
  if (isWritten && portDigits.test(String(value)) && Number(value) <= highestPort) return value;
  throw refuse(`Port must be a whole number from 1 to ${highestPort}, or the text of one.`, node);
};

const port = new GraphQLScalarType<number | string, never>({
  name: "Port",
  parseValue: (value) => readPort(value),
  parseLiteral(node) {
    if (node.kind === Kind.INT) return readPort(Number(node.value), node);
    return readPort(node.kind === Kind.STRING ? node.value : undefined, node);
  },
  serialize() {
    throw new Error("A port is not given back.");
  },
});

const noFile = (node?: ValueNode) =>
  refuse(
    "Upload is a file: leave its variable null, and send the request as multipart/form-data with the fields operations and map and the file.",
    node,
  );

const upload = new GraphQLScalarType<Upload, never>({
  name: "Upload",
  parseValue(value) {
    if (isUpload(value)) return value;
    throw noFile();
  },
  parseLiteral(node) {
    throw noFile(node);
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
  TimeZone: timeZone,
  CountryCode: countryCode,
  Port: port,
  Upload: upload,
};
