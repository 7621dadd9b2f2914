import { type IdPattern, matchesId } from "../rest/id-pattern.ts";
import type { HandlerRequest, Reply, Routes } from "./emulator.ts";

/** The row that a request belongs to. */
export interface Match {
  /** Noun and verb. */
  readonly row: string;
  readonly params: Readonly<Record<string, string>>;
  readonly handler: (request: HandlerRequest<string>) => Reply;
}

interface CompiledRow {
  readonly row: string;
  readonly method: string;
  readonly segments: readonly Segment[];
  /** Query keys that the template names, with the names of their arguments. */
  readonly keys: readonly { readonly key: string; readonly name: string }[];
  readonly handler: Match["handler"];
}

type Segment = { readonly text: string } | { readonly name: string };

/**
 * Finds the row of a request by method, path segments and the query keys that a template names. Fixed segments win
 * over arguments, a template with a query key wins over one without, and between rows of the same shape the patterns
 * of their arguments decide. A query key counts as present when its value is empty, so that the handler can refuse it.
 */
export function createRouter(
  routes: Routes,
  pathParameters: Readonly<Record<string, IdPattern>>,
): (method: string, path: string, query: URLSearchParams) => Match | undefined {
  const rows = Object.entries(routes).flatMap(([noun, verbs]) =>
    Object.entries(verbs).map(
      ([verb, { endpoint, handler }]): CompiledRow => ({
        row: `${noun}.${verb}`,
        method: endpoint.method,
        handler,
        ...compile(endpoint.path),
      }),
    ),
  );
  rows.sort(bySpecificity);

  return (method, path, query) => {
    const segments = decodedSegments(path);
    if (segments === undefined) return undefined;
    for (const row of rows) {
      if (row.method !== method) continue;
      const params = argumentsOf(row, segments, query, pathParameters);
      if (params !== undefined) return { row: row.row, params, handler: row.handler };
    }
    return undefined;
  };
}

function compile(template: string): Pick<CompiledRow, "segments" | "keys"> {
  const [path = "", query = ""] = template.split("?", 2);
  const keys = [...query.matchAll(/([^&=]+)=\{(\w+)\}/g)].map(([, key = "", name = ""]) => ({ key, name }));
  const segments = path.split("/").map((text): Segment => {
    const name = /^\{(\w+)\}$/.exec(text)?.[1];
    return name === undefined ? { text } : { name };
  });
  return { segments, keys };
}

function bySpecificity(one: CompiledRow, other: CompiledRow): number {
  for (const [index, segment] of one.segments.entries()) {
    const counterpart = other.segments[index];
    if (counterpart === undefined) break;
    const difference = Number("name" in segment) - Number("name" in counterpart);
    if (difference !== 0) return difference;
  }
  return other.keys.length - one.keys.length;
}

function decodedSegments(path: string): string[] | undefined {
  try {
    return path.split("/").map(decodeURIComponent);
  } catch {
    return undefined; // a percent sign that encodes nothing
  }
}

function argumentsOf(
  row: CompiledRow,
  segments: readonly string[],
  query: URLSearchParams,
  pathParameters: Readonly<Record<string, IdPattern>>,
): Record<string, string> | undefined {
  if (row.segments.length !== segments.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, expected] of row.segments.entries()) {
    const given = segments[index] ?? "";
    if ("text" in expected) {
      if (expected.text !== given) return undefined;
      continue;
    }
    const pattern = pathParameters[expected.name];
    if (pattern === undefined ? given === "" : !matchesId(pattern, given)) return undefined;
    params[expected.name] = given;
  }
  for (const { key, name } of row.keys) {
    const value = query.get(key);
    if (value === null) return undefined;
    params[name] = value;
  }
  return params;
}
