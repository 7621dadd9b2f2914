import type { FastifyInstance, FastifyRequest } from "fastify";
import type { DocumentParameters, FindDocument } from "../documents/asked-document.ts";
import type { KnownDocument } from "../documents/known-documents.ts";
import type { PreparedQuery } from "../graphql/direct-execution.ts";
import { bodyOf, searchOf } from "./graphql-parameters.ts";
import { refuseLargeJson } from "./json-size.ts";
import type { JsonText } from "./unparsed-body.ts";

/** An operation as Apollo Server is given it. */
export interface ReadOperation {
  /** The query of its URL, with the question mark; only requests by GET are read from it. */
  readonly search: string;
  /** The body as JSON, files in their places; undefined for requests by GET. */
  readonly body: unknown;
  /** Its document, where the operator knows it. */
  readonly document: KnownDocument | undefined;
  /** The query as it was prepared already. @default it was not */
  readonly prepared?: PreparedQuery;
}

/** Reads operations. @throws HttpError or GatewayError when one cannot be read, or its document may not be run. */
export interface OperationReader {
  fromJson(body: JsonText): ReadOperation;
  /** @param body as JSON, files in their places. */
  fromBody(body: unknown): ReadOperation;
  /** For a request by GET. */
  fromUrl(url: string): ReadOperation;
  /** Parses JSON of a request, of which none is large or has a member such as `__proto__`. */
  parseJson(body: JsonText): unknown;
}

/** Makes the reader of operations. @param findDocument by the parameters of a request. */
export function createOperationReader(app: FastifyInstance, findDocument: FindDocument): OperationReader {
  const parse = app.getDefaultJsonParser("error", "error");
  const parseJson: OperationReader["parseJson"] = ({ jsonText }) => {
    refuseLargeJson(jsonText);
    let parsed: { readonly error: Error | null; readonly value: unknown } | undefined;
    // It looks at nothing of a request, and calls back before it returns.
    void parse(noRequest, jsonText, (error, value) => {
      parsed = { error, value };
    });
    if (!parsed) throw new Error("The parser of Fastify did not call back.");
    if (parsed.error) throw parsed.error;
    return parsed.value;
  };
  return {
    fromJson: (body) => readBody(parseJson(body), findDocument),
    fromBody: (body) => readBody(body, findDocument),
    fromUrl: (url) => readSearch(url, findDocument),
    parseJson,
  };
}

const noRequest = {} as FastifyRequest;

function readBody(sent: unknown, findDocument: FindDocument): ReadOperation {
  const body = bodyOf(sent);
  if (typeof body !== "object" || body === null) return { search: "", body, document: undefined };
  const { document, parameters } = findDocument(body);
  if (!parameters) return { search: "", body, document };
  const { documentId, ...others } = body as DocumentParameters;
  return { search: "", body: { ...others, ...parameters }, document };
}

/** Parameters of a URL that say which document it is about. */
const named = ["query", "documentId", "extensions"] as const;

function readSearch(url: string, findDocument: FindDocument): ReadOperation {
  const search = searchOf(url);
  const values = new URLSearchParams(search);
  // Apollo Server refuses what is given twice.
  if (named.some((name) => values.getAll(name).length > 1)) {
    return { search, body: undefined, document: undefined };
  }
  const { document, parameters } = findDocument({
    query: values.get("query"),
    documentId: values.get("documentId"),
    extensions: jsonOf(values.get("extensions")),
  });
  if (parameters) {
    for (const name of named) values.delete(name);
    if (typeof parameters.query === "string") values.set("query", parameters.query);
    if (parameters.extensions) values.set("extensions", JSON.stringify(parameters.extensions));
  }
  return { search: parameters ? `?${values}` : search, body: undefined, document };
}

/** Undefined for a text that is no JSON, which Apollo Server refuses. */
function jsonOf(text: string | null): unknown {
  try {
    return JSON.parse(text ?? "null");
  } catch {
    return undefined;
  }
}
