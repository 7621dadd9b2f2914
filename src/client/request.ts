import type { ClientHeaders } from "./client-headers.ts";
import { cacheControlOf, type Freshness } from "./freshness.ts";
import { type DocumentText, hashOf } from "./typed-document.ts";

/** An operation as it is to be sent. */
export interface OperationRequest {
  readonly document: DocumentText;
  readonly variables: unknown;
  readonly freshness: Freshness;
  readonly idempotencyKey: string | undefined;
  /** Whether a document with a hash is sent as its hash. */
  readonly byHash: boolean;
}

/** A request as `fetch` takes it. */
export interface PreparedRequest {
  readonly headers: ClientHeaders;
  readonly body: string | FormData;
  readonly hasFiles: boolean;
}

/** Makes the request of an operation: JSON, or a form where variables hold files (GraphQL multipart request specification). */
export function prepareRequest(operation: OperationRequest): PreparedRequest {
  const { document, byHash, freshness, idempotencyKey } = operation;
  const { value: variables, files } = withoutFiles(operation.variables, "variables");
  const hash = byHash ? hashOf(document) : undefined;
  const operations = JSON.stringify({
    ...(hash === undefined ? { query: document.toString() } : { documentId: hash }),
    variables,
  });
  const control = cacheControlOf(freshness);
  const headers = {
    accept: "application/graphql-response+json, application/json;q=0.9",
    ...(control !== undefined && { "cache-control": control }),
    ...(idempotencyKey !== undefined && { "idempotency-key": idempotencyKey }),
  };
  if (files.length === 0) {
    return { headers: { ...headers, "content-type": "application/json" }, body: operations, hasFiles: false };
  }
  // The browser or Node names the boundary of the form; the other header shows that no page of another site sent it.
  return {
    headers: { ...headers, "apollo-require-preflight": "true" },
    body: formOf(operations, files),
    hasFiles: true,
  };
}

interface FoundFile {
  readonly path: string;
  readonly file: Blob;
}

/** The operation, the places of the files, and the files in the order of their places. */
function formOf(operations: string, files: readonly FoundFile[]): FormData {
  const form = new FormData();
  form.append("operations", operations);
  form.append("map", JSON.stringify(Object.fromEntries(files.map(({ path }, at) => [at, [path]]))));
  for (const [at, { file }] of files.entries()) form.append(String(at), file);
  return form;
}

/** A value in which each file is null, and the files with their paths. */
function withoutFiles(value: unknown, path: string): { value: unknown; files: readonly FoundFile[] } {
  if (value instanceof Blob) return { value: null, files: [{ path, file: value }] };
  if (!isList(value) && !isMap(value)) return { value, files: [] };
  const members = Object.entries(value).map(
    ([name, member]) => [name, withoutFiles(member, `${path}.${name}`)] as const,
  );
  const files = members.flatMap(([, member]) => member.files);
  const values = members.map(([name, member]): [string, unknown] => [name, member.value]);
  return { value: isList(value) ? values.map(([, member]) => member) : Object.fromEntries(values), files };
}

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

/** Objects that JSON writes in a way of their own, such as dates, are left alone. */
const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !("toJSON" in value);
