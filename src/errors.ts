import { ApolloServerErrorCode, unwrapResolverError } from "@apollo/server/errors";
import { GraphQLError, type GraphQLFormattedError } from "graphql";

interface CodeEntry {
  /** When a client meets it, as a sentence for people. */
  readonly when: string;
  /** The action to take. */
  readonly advice: string;
  /** Whether the same operation may succeed when sent again unchanged. */
  readonly retryable: boolean;
}

/** Every code that the gateway itself gives; `docs/errors.md` is compared with it. */
export const errorCodes = {
  BAD_USER_INPUT: {
    when: "An argument or variable cannot be used: a malformed id or e-mail, a window that ends before it starts or is too long, a page or list over its cap; or the answer would be too large.",
    advice: "Correct the argument named in the message, or ask for less at once.",
    retryable: false,
  },
  NOT_FOUND: {
    when: "A write names an object that does not exist. Reads answer null instead.",
    advice: "Check the id; the object may have been deleted.",
    retryable: false,
  },
  CONFLICT: {
    when: "A write collides with what is there: a taken domain, e-mail, external id or name of a shift pattern, an overlapping forecast total, an overlapping activity under `REFUSE`, a key that several people have, a category slot that another edit has changed, or no slot left for a category.",
    advice: "Read the existing object and decide.",
    retryable: false,
  },
  FORBIDDEN: {
    when: "The client has not the scope for it, the gateway's credential for the system may not do this, the system opens it to some accounts only, as Assembled does shift patterns, or the gateway refuses to do it to itself or to do it at all.",
    advice:
      "Ask the operator of the gateway for the right; where the system opens it to some accounts only, the message says whom to ask.",
    retryable: false,
  },
  UNAUTHENTICATED: {
    when: "The client did not say who it is, or not so that it can be believed; nothing was run.",
    advice: "Send a key or token that is good as `Authorization: Bearer …`.",
    retryable: false,
  },
  AUTHENTICATION_UNAVAILABLE: {
    when: "The client's token cannot be verified for now, since the keys of its issuer cannot be fetched; nothing was run.",
    advice: "Send it again after `retryAfterMs`; the token may well be good.",
    retryable: true,
  },
  RATE_LIMITED: {
    when: "The client has sent more operations, calls or files than the gateway lets one client send at once.",
    advice: "Wait `retryAfterMs`, or `Retry-After`, and send less at once.",
    retryable: true,
  },
  OVERLOADED: {
    when: "The gateway has as much under way as it can do; nothing of the operation was run.",
    advice: "Send it again after `retryAfterMs`.",
    retryable: true,
  },
  IDEMPOTENCY_IN_PROGRESS: {
    when: "A request with the same `Idempotency-Key` is under way.",
    advice:
      "Send it again after `retryAfterMs`, with the same key: it is answered with what the first one was answered.",
    retryable: true,
  },
  IDEMPOTENCY_KEY_REUSED: {
    when: "The `Idempotency-Key` was sent before with another request.",
    advice: "Give each new request a key of its own.",
    retryable: false,
  },
  UPSTREAM_UNAVAILABLE: {
    when: "A system refused the connection, broke it, or answered with a fault of its own.",
    advice:
      "Try again shortly, or after `retryAfterMs`; the other systems' fields are answered meanwhile. Where `retryable` is false, its host name or certificate has to be mended by the operator of the gateway.",
    retryable: true,
  },
  UPSTREAM_TIMEOUT: {
    when: "A system did not answer within the time for one call or for the whole operation, or the operation was not finished by then.",
    advice: "Try again, or ask for less at once.",
    retryable: true,
  },
  UPSTREAM_RATE_LIMITED: {
    when: "The call would not fit the system's rate limit within the operation's deadline, so it was not sent, or the system answered 429.",
    advice: "Wait `retryAfterMs`, or ask for less at once.",
    retryable: true,
  },
  UPSTREAM_AUTH: {
    when: "A system did not accept the gateway's credentials.",
    advice: "The operator of the gateway has to correct the key or log-in of the system named.",
    retryable: false,
  },
  UPSTREAM_REJECTED: {
    when: "A system refused the request as invalid although it passed the gateway's own checks.",
    advice: "Check that every id in the input exists and that values fit together.",
    retryable: false,
  },
  UPSTREAM_INVALID_RESPONSE: {
    when: "A system answered something that is not what it documents: no JSON, another shape or charset, too large, compressed, a redirect, or that a list does not exist.",
    advice:
      "Report it with the request id. A creation with `reconcile` is done: that query shows what it made.",
    retryable: false,
  },
  UPSTREAM_OUTCOME_UNKNOWN: {
    when: "A write that must not be sent twice was sent, and whether it took effect is not known.",
    advice:
      "Run the query in `reconcile`, which shows whether it happened, before sending it again; or, where there is a `sourceSpecificId` in its place, send it again with that.",
    retryable: false,
  },
  INTERNAL_SERVER_ERROR: {
    when: "A fault of the gateway.",
    advice: "Report it with the request id.",
    retryable: false,
  },
} as const satisfies Record<string, CodeEntry>;

/** A code of the table. */
export type ErrorCode = keyof typeof errorCodes;

/** Facts that go into `extensions` beside the code. */
export interface ErrorFacts {
  /** System that was asked, in lower case. */
  readonly system?: string;
  /** Endpoint template, never a URL: `GET /v0/people/{id}`. */
  readonly endpoint?: string;
  /** HTTP status that came, if one came. */
  readonly status?: number;
  /** Bytes that an answer may hold, where it held more. */
  readonly mostBytes?: number;
  /** How long to wait before another try. */
  readonly retryAfterMs?: number;
  /** Requests that were sent for the call; 0 when none was. */
  readonly attempts?: number;
  /** When a write was sent whose outcome is not known; ISO 8601. */
  readonly sentAt?: string;
  /** GraphQL query that shows whether such a write happened. */
  readonly reconcile?: string;
  /** Source specific id with which such a write may be sent again, since it is done once however often it is sent. */
  readonly sourceSpecificId?: string;
  /** Overrides the table's word on whether to try again. */
  readonly retryable?: boolean;
}

/** The only error whose message reaches clients. */
export class GatewayError extends Error {
  override readonly name = "GatewayError";
  readonly code: ErrorCode;
  readonly facts: ErrorFacts;

  constructor(code: ErrorCode, message: string, facts: ErrorFacts = {}) {
    // It is an answer, made for each of many fields: a stack costs more than all the rest of it, and holds its operation.
    const { stackTraceLimit } = Error;
    Error.stackTraceLimit = 0;
    super(message);
    Error.stackTraceLimit = stackTraceLimit;
    // Given one, graphql-js writes it over its own, which is made to text for that.
    this.stack = "";
    this.code = code;
    this.facts = facts;
  }
}

/** The same error with more facts. */
export const withFacts = ({ code, message, facts }: GatewayError, more: ErrorFacts): GatewayError =>
  new GatewayError(code, message, { ...facts, ...more });

/** The error for a mistake of the client. */
export const badInput = (message: string): GatewayError => new GatewayError("BAD_USER_INPUT", message);

/**
 * Something of another type than documented in the place of a field's value, which is not quoted.
 * @param system in lower case. @default that of the field
 */
export const undocumentedValue = (system?: string): GatewayError =>
  new GatewayError(
    "UPSTREAM_INVALID_RESPONSE",
    "A system answered a value here that it does not document.",
    system === undefined ? {} : { system },
  );

const apolloCodes: ReadonlySet<unknown> = new Set(
  Object.values(ApolloServerErrorCode).filter((code) => code !== "INTERNAL_SERVER_ERROR"),
);

// A message of the GraphQL layer may quote a name or a value as long as the request that holds it.
const longestMessage = 500;
const mostLocations = 5;

/**
 * Turns anything thrown into what a client sees. The gateway's own errors pass with their facts, errors of the GraphQL layer
 * pass with their message and code, everything else becomes `INTERNAL_SERVER_ERROR` and goes to `report`.
 * @param asClientsWrite gives `reconcile` the names that clients know. @default it has them
 */
export function createErrorFormatter(
  report: (error: unknown) => void,
  asClientsWrite: (query: string) => string = (query) => query,
) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const place = {
      ...(formatted.locations && { locations: formatted.locations.slice(0, mostLocations) }),
      ...(formatted.path && { path: formatted.path }),
    };
    const cause = unwrapResolverError(error);
    const system = formatted.extensions?.system ? { system: formatted.extensions.system } : undefined;
    if (cause instanceof GatewayError) {
      const { code, facts } = cause;
      const extensions = {
        code,
        retryable: errorCodes[code].retryable,
        ...(code === "UPSTREAM_INVALID_RESPONSE" && system),
        ...shownFacts(facts, asClientsWrite),
      };
      return { message: short(cause.message), ...place, extensions };
    }
    const code = codeOf(cause) ?? formatted.extensions?.code;
    if (cause instanceof GraphQLError && apolloCodes.has(code)) {
      const message = short(requestMistakes[cause.message] ?? withoutValue(cause));
      return { message, ...place, extensions: { code, retryable: false } };
    }
    if (formatted.path && isUndocumentedValue(cause)) {
      const { code, message } = undocumentedValue();
      return { message, ...place, extensions: { code, retryable: false, ...system } };
    }
    report(cause);
    const extensions = { code: "INTERNAL_SERVER_ERROR", retryable: false };
    return { message: "The gateway failed to answer this.", ...place, extensions };
  };
}

const shownFacts = (facts: ErrorFacts, asClientsWrite: (query: string) => string): ErrorFacts =>
  facts.reconcile === undefined ? facts : { ...facts, reconcile: asClientsWrite(facts.reconcile) };

const short = (message: string): string =>
  message.length > longestMessage ? `${message.slice(0, longestMessage)}…` : message;

/** Beginnings of messages of graphql-js that go on to quote values of the request, any of which may be a password. */
const beforeValue = [
  /^(Enum "\w+" cannot represent [\w -]*value): /,
  /^((?:Int|Float|String|Boolean|ID) cannot represent [\w -]*value): /,
  /^(Argument "\w+" has invalid value) /,
  /^(Expected value of type "[^"]*"), found (?!null\.)/,
  /^(Syntax Error: .*?(?:found|Unexpected) (?:Name|Int|Float|String|BlockString|Comment)) "/,
];

/** Messages about enums that quote a value and may go on to name values of the schema that are like it. */
const ofEnums: readonly (readonly [pattern: RegExp, kept: string])[] = [
  [/^Value ".*" does not exist in ("\w+" enum)/s, "The value does not exist in $1"],
  [/^(Enum "\w+" cannot represent [\w -]*value): .*?(\.(?: Did you mean [\w ,"]+\?)?)$/s, "$1$2"],
];

/**
 * graphql-js quotes the values that it cannot use, and with a whole input every secret in it. Here the place and the
 * reason are left.
 */
export function withoutValue({ message, originalError }: GraphQLError): string {
  const [start] = /^Variable "\$\w+" got invalid value /.exec(message) ?? [];
  if (!start || !originalError) return withoutQuote(message);
  const reason = originalError.message;
  const [, place] = / at "([^"]*)"$/.exec(message.slice(0, -`; ${reason}`.length)) ?? [];
  const what = start.replace(" got invalid value ", "");
  const at = place ? ` at "${place}"` : "";
  return `${what} cannot be used${at}: ${withoutQuote(reason)}`;
}

function withoutQuote(message: string): string {
  for (const [pattern, kept] of ofEnums) if (pattern.test(message)) return message.replace(pattern, kept);
  for (const pattern of beforeValue) {
    const [, kept] = pattern.exec(message) ?? [];
    if (kept) return `${kept}.`;
  }
  return message;
}

/** The code of what a client got wrong, where Apollo gives none. */
function codeOf(cause: unknown): ApolloServerErrorCode | undefined {
  if (isBadArgument(cause)) return ApolloServerErrorCode.BAD_USER_INPUT;
  return isBadRequest(cause) ? ApolloServerErrorCode.BAD_REQUEST : undefined;
}

/** Whether Apollo gave an error a status that blames the client, and no code. */
function isBadRequest(cause: unknown): boolean {
  if (!(cause instanceof GraphQLError) || cause.extensions.code !== undefined) return false;
  const { http } = cause.extensions;
  const status = typeof http === "object" && http !== null && "status" in http ? Number(http.status) : 0;
  return status >= 400 && status < 500;
}

/** Messages of Apollo that do not say what to do. */
const requestMistakes: Readonly<Record<string, string>> = {
  "Unsupported persisted query version": "extensions.persistedQuery.version must be 1.",
  "provided sha does not match query":
    "extensions.persistedQuery.sha256Hash is not the SHA-256 of the query in hexadecimal; hash the query as it is sent.",
};

/** Whether graphql-js refused an argument while it executed, for which Apollo gives no code in some cases. */
const isBadArgument = (cause: unknown): boolean =>
  cause instanceof GraphQLError && /^(Argument "|Too many errors processing variables)/.test(cause.message);

/** Whether the GraphQL layer could not make the field's type of what a system had stored: resolvers pass it on as it is. */
const isUndocumentedValue = (cause: unknown): boolean =>
  cause instanceof GraphQLError ||
  (cause instanceof Error && cause.message.startsWith("Cannot return null for non-nullable field "));
