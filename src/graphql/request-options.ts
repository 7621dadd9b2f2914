import { GatewayError } from "../errors.ts";
import { type CacheControl, cacheDefault, noCache } from "../rest/cache-policy.ts";

/** Which calls behind its operation a client wants to know: none, all that were made, or those that it would make. */
export type ExplainMode = "nothing" | "calls" | "plan";

/** Options of an operation, from the headers of its request. */
export interface RequestOptions {
  readonly accepts: CacheControl;
  readonly explains: ExplainMode;
}

/** Options of a request without such headers. */
export const defaultRequestOptions: RequestOptions = { accepts: cacheDefault, explains: "nothing" };

/** Headers by their names in lower case. */
type RequestHeaders = Readonly<Record<string, string | string[] | undefined>>;

/**
 * Reads `Cache-Control` (RFC 9111, section 5.2.1) and `X-Explain`: `1` for the calls made, `plan` for those expected.
 * @throws BAD_USER_INPUT for another `X-Explain`, since a plan that is misspelt would be run.
 */
export function readRequestOptions(headers: RequestHeaders): RequestOptions {
  const control = headers["cache-control"];
  const explain = headers["x-explain"];
  if (control === undefined && explain === undefined) return defaultRequestOptions;
  return { accepts: cacheControlOf(String(control ?? "")), explains: explainModeOf(explain) };
}

function cacheControlOf(control: string): CacheControl {
  const directives = new Map(
    control
      .toLowerCase()
      .split(",")
      .map((directive) => directive.trim().split("="))
      .map(([name = "", value = ""]) => [name, value.replaceAll('"', "")]),
  );
  const maxAge = Number.parseInt(directives.get("max-age") ?? "", 10);
  if (directives.has("no-cache") || directives.has("no-store") || maxAge === 0) return noCache;
  const stale = directives.get("max-stale") !== "0";
  return { stale, maxAgeMs: maxAge > 0 ? maxAge * 1000 : Number.POSITIVE_INFINITY };
}

function explainModeOf(explain: string | string[] | undefined): ExplainMode {
  if (explain === undefined || explain === "0") return "nothing";
  if (explain === "1") return "calls";
  if (explain === "plan") return "plan";
  throw new GatewayError("BAD_USER_INPUT", "X-Explain is 1 for the calls made, or plan for those expected.");
}
