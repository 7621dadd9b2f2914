import type { ApolloServerPlugin } from "@apollo/server";
import { unwrapResolverError } from "@apollo/server/errors";
import { type FormattedExecutionResult, type GraphQLError, OperationTypeNode } from "graphql";
import { errorCodes, GatewayError } from "../errors.ts";
import { isJsonData } from "../execution/json-data.ts";
import { operationLimits } from "../limits.ts";
import type { GatewayContext } from "./gateway-context.ts";

/** A code unit of text takes up to six bytes in JSON. */
const mostBytesPerUnit = 6;
/** A code unit of JSON takes up to three in UTF-8. */
const mostBytesPerCharacter = 3;

/**
 * Caps an answer. Of its errors the first stand, and those of root fields, which tell whether a write was done; one more
 * says how many are left out. Of an answer of too many bytes nothing is sent but what a mutation says of its writes.
 */
export const answerSizePlugin: ApolloServerPlugin<GatewayContext> = {
  requestDidStart: async ({ contextValue: { progress } }) => ({
    async didEncounterErrors({ errors }) {
      const told = firstOf(errors);
      const leftOut = errors.length - told.length + progress.untold;
      if (leftOut === 0) return;
      const standIn = leftOutError(errors.find((error) => !told.includes(error)) ?? errors.at(-1), leftOut);
      // Apollo formats what its own list holds by then, and no other way leads there.
      const list = errors as readonly Error[] as Error[];
      list.splice(0, list.length, ...told, standIn);
    },
    async willSendResponse({ operation, response: { body } }) {
      if (body.kind !== "single" || !isTooLarge(body.singleResult)) return;
      const isMutation = operation?.operation === OperationTypeNode.MUTATION;
      body.singleResult = withoutObjects(body.singleResult, isMutation);
    },
  }),
};

/** Faults of the gateway go before failed calls: what is left out does not reach the log either. */
function firstOf(errors: readonly GraphQLError[]): readonly GraphQLError[] {
  const ofFields = errors.filter(({ path }) => path !== undefined && path.length > 1);
  const isFault = (error: GraphQLError) => !(unwrapResolverError(error) instanceof GatewayError);
  const faultsFirst = [...ofFields.filter(isFault), ...ofFields.filter((error) => !isFault(error))];
  const leftOut = new Set(faultsFirst.slice(operationLimits.errors));
  return errors.filter((error) => !leftOut.has(error));
}

/** Stands for errors that are left out, under the code of the first of them. */
function leftOutError(first: GraphQLError | undefined, count: number): GatewayError {
  const cause = unwrapResolverError(first);
  const message = `${count} more fields failed, whose errors are left out; ask for less at once to see them.`;
  if (!(cause instanceof GatewayError)) return new GatewayError("INTERNAL_SERVER_ERROR", message);
  const { code, facts } = cause;
  return new GatewayError(code, message, { retryable: facts.retryable ?? errorCodes[code].retryable });
}

/** Whether the data of an answer is larger than an answer may be. @param json as it is sent. */
export function isTooLargeJson(json: string): boolean {
  const { answerBytes } = operationLimits;
  if (json.length * mostBytesPerCharacter <= answerBytes) return false;
  return `{"data":}`.length + Buffer.byteLength(json) > answerBytes;
}

function isTooLarge(result: FormattedExecutionResult): boolean {
  if (isJsonData(result.data)) return isTooLargeJson(result.data.json);
  const { answerBytes } = operationLimits;
  const units = unitsIn(result, answerBytes);
  if (units * mostBytesPerUnit <= answerBytes) return false;
  return units > answerBytes || Buffer.byteLength(JSON.stringify(result)) > answerBytes;
}

/** Code units that a value takes in JSON if nothing in it is escaped; counted until there are too many. */
function unitsIn(value: unknown, most: number): number {
  if (typeof value === "string") return value.length + 2;
  if (typeof value !== "object" || value === null) return String(value).length;
  const isList = Array.isArray(value);
  let units = 2;
  for (const [key, inner] of Object.entries(value)) {
    units += (isList ? 1 : key.length + 4) + unitsIn(inner, most - units);
    if (units > most) return units;
  }
  return units;
}

/** The rest of an answer that is too large: the ids in payloads, which say that writes were done, and the errors. */
function withoutObjects(
  { data, errors = [] }: FormattedExecutionResult,
  isMutation: boolean,
): FormattedExecutionResult {
  const message = `The answer is larger than ${operationLimits.answerBytes / 1_000_000} MB, so that ${isMutation ? "only the ids of what was written are" : "nothing of it is"} sent; ask for less at once.`;
  const tooLarge = { message, extensions: { code: "BAD_USER_INPUT", retryable: false } };
  const members: object = isJsonData(data) ? JSON.parse(data.json) : (data ?? {});
  const payloads = Object.entries(members).map(([name, payload]) => [name, idsOf(payload)] as const);
  return { data: isMutation ? Object.fromEntries(payloads) : null, errors: [tooLarge, ...errors] };
}

/** A payload without its objects and maps; lists of ids are short, as writes in bulk are. */
const idsOf = (payload: unknown): unknown =>
  typeof payload === "object" && payload !== null
    ? Object.fromEntries(Object.entries(payload).map(([name, value]) => [name, isId(value) ? value : null]))
    : payload;

const isId = (value: unknown): boolean =>
  typeof value !== "object" || (Array.isArray(value) && value.every((entry) => typeof entry === "string"));
