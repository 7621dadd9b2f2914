import { HttpError } from "../http-error.ts";
import { operationLimits } from "../limits.ts";

/** Parameters that are as good as left out when they are empty (GraphQL over HTTP, sections "GET" and "POST"). */
const optional = ["operationName", "variables", "extensions"];

/** The query of a URL with its question mark, without parameters that say nothing. */
export function searchOf(url: string): string {
  const start = url.indexOf("?");
  if (start < 0) return "";
  const search = new URLSearchParams(url.slice(start));
  for (const name of optional) {
    const [value, ...more] = search.getAll(name);
    const isNothing = value === "" || (value === "null" && name !== "operationName");
    // One that is given twice is a mistake, whatever it says.
    if (isNothing && more.length === 0) search.delete(name);
  }
  return `?${search}`;
}

/**
 * A body in which an operation name that says nothing is left out.
 * @throws HttpError when its document is too long to be looked at.
 */
export function bodyOf(body: unknown): unknown {
  if (typeof body !== "object" || body === null) return body;
  if ("query" in body && typeof body.query === "string") {
    const { length } = body.query;
    const { documentCharacters: most } = operationLimits;
    if (length > most) {
      throw new HttpError(
        `The document has ${length} characters; it may have ${most}. Give long values as variables.`,
      );
    }
  }
  return "operationName" in body && body.operationName === "" ? { ...body, operationName: null } : body;
}
