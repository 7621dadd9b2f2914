import type { IncomingHttpHeaders } from "node:http";
import type { FastifyRequest } from "fastify";
import { HttpError } from "../http-error.ts";
import { parseUrl } from "../parse-url.ts";
import { type AllowedOrigins, isAllowedOrigin } from "./allowed-origins.ts";

/**
 * Refuses a read by GET that a page of another site may have had a browser send: an image, a script or a link that is
 * fetched ahead can ask for any URL, and although the page cannot read the answer, its calls would use up rate limits. Bodies
 * of the types that POST takes cannot be sent so.
 *
 * A browser names the site by `Sec-Fetch-Site`, and the origin of a page that means to read the answer by `Origin`. Browsers
 * from before 2023, and all browsers over plain HTTP beyond loopback, leave the former out; then an image has at most a
 * `Referer`, which its page can suppress. A request that has none of the three is answered unless it calls itself a browser.
 * @param allowed origins whose pages may call.
 * @throws HttpError
 */
export function refuseCrossSite({ headers, method }: FastifyRequest, allowed: AllowedOrigins): void {
  if (method === "POST" || isPreflighted(headers) || isOfOwnSite(headers)) return;
  const { origin } = headers;
  if (origin !== undefined && isAllowedOrigin(allowed, origin)) return;
  throw new HttpError(
    "A page of another site may have sent this query by GET. Send the header apollo-require-preflight: true, for which a browser asks first, or POST.",
  );
}

/** Whether a browser sends it for a page of another origin only once it has asked whether it may. */
const isPreflighted = (headers: IncomingHttpHeaders): boolean =>
  Boolean(headers["apollo-require-preflight"] || headers["x-apollo-operation-name"]) ||
  /^application\/json\s*(;|$)/i.test(headers["content-type"] ?? "");

/** Whether it came from a page of the gateway's own origin, from a person who typed it, or from no browser. */
function isOfOwnSite({
  host,
  origin,
  referer,
  "user-agent": agent,
  ...headers
}: IncomingHttpHeaders): boolean {
  const site = headers["sec-fetch-site"];
  if (site !== undefined) return site === "same-origin" || site === "none";
  const page = origin ?? referer;
  if (page !== undefined) return parseUrl(page)?.host === host?.toLowerCase();
  // All browsers call themselves so, and no page can change it without being asked about it first.
  return !agent?.startsWith("Mozilla/");
}
