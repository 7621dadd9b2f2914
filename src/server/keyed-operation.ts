import type { FastifyRequest } from "fastify";
import { isMutation } from "../graphql/operation-kind.ts";
import type { ExplainMode } from "../graphql/request-options.ts";
import { HttpError } from "../http-error.ts";
import { readKey } from "./idempotency.ts";
import { digestOf, type KeyedRequest } from "./idempotency-store.ts";
import type { ReadOperation } from "./read-operation.ts";

/** Facts that tell whether a request with an idempotency key is to write anything. */
export interface KeyedFacts {
  readonly explains: ExplainMode;
  /** The text of a document that a client has registered by its hash. */
  readonly persistedText: (hash: string) => string | undefined;
}

/**
 * The key of a mutation, with all that makes it another one than a mutation with the same key: its document, operation
 * name and variables, and the rights of its client. Headers that say how it is to be answered do not: it writes the same.
 * @returns undefined when nothing is to be written, so that the key does not count.
 * @throws HttpError when the key is none.
 */
export function keyedMutation(
  { client, headers }: FastifyRequest,
  { body }: ReadOperation,
  { explains, persistedText }: KeyedFacts,
): KeyedRequest | undefined {
  // Apollo Server refuses what is no object.
  if (explains === "plan" || typeof body !== "object" || body === null) return undefined;
  const { extensions, operationName, query, variables } = body as SentParameters;
  const hash = extensions?.persistedQuery?.sha256Hash;
  const text = query ?? (typeof hash === "string" ? persistedText(hash) : undefined);
  if (typeof text !== "string" || !isMutation(text, nameOf(operationName))) return undefined;
  return {
    client: client.name,
    key: readKey(headers["idempotency-key"] ?? ""),
    fingerprint: digestOf([text, operationName, variables, client.rights]),
  };
}

/** Members of a body as far as they are looked at here; Apollo Server refuses other types. */
interface SentParameters {
  readonly query?: unknown;
  readonly operationName?: unknown;
  readonly variables?: unknown;
  readonly extensions?: { readonly persistedQuery?: { readonly sha256Hash?: unknown } | null } | null;
}

const nameOf = (operationName: unknown): string | undefined =>
  typeof operationName === "string" && operationName !== "" ? operationName : undefined;

/** The refusal of a request with files that has an idempotency key. */
export const filesWithKey = () =>
  new HttpError(
    "A request with files takes no Idempotency-Key: whether its files are equal could be told only by reading them whole. Send it without.",
  );
