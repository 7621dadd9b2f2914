import { GatewayError } from "../../errors.ts";
import { type AnyEndpoint, type LooseArguments, routeOf } from "../endpoint.ts";
import { matchesId, type PathParameters } from "../id-pattern.ts";

/**
 * Fills a path template and adds the query: the one place that encodes either.
 * @param baseUrl without a final slash; may end in a path, such as `/v2`.
 * @throws UPSTREAM_INVALID_RESPONSE when an argument does not match the pattern of its name.
 */
export function fillUrl(
  baseUrl: string,
  endpoint: AnyEndpoint,
  args: LooseArguments,
  patterns: PathParameters,
): URL {
  const target = endpoint.path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const pattern = patterns[name];
    if (!pattern) throw new Error(`No pattern for {${name}} of ${routeOf(endpoint)}`);
    const value = args[name];
    if (typeof value !== "string" || !matchesId(pattern, value)) {
      // What clients give was checked before; this came out of a row, and is not quoted.
      throw new GatewayError(
        "UPSTREAM_INVALID_RESPONSE",
        `A system answered an id that cannot stand in ${routeOf(endpoint)}; expected ${pattern.description}.`,
      );
    }
    return encodeURIComponent(value);
  });
  const more = Object.entries(args.query ?? {}).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value])
      .filter((item) => item !== undefined)
      // Half a surrogate pair has no encoding.
      .map((item) => `${encodeURIComponent(name)}=${encodeURIComponent(String(item).toWellFormed())}`),
  );
  if (more.length === 0) return new URL(baseUrl + target);
  // Through `searchParams` what the template holds would be encoded anew, and a space as it is in forms.
  return new URL(`${baseUrl}${target}${target.includes("?") ? "&" : "?"}${more.join("&")}`);
}
