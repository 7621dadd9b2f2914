import { createHmac, randomBytes } from "node:crypto";
import { GatewayError } from "../errors.ts";
import type { Attempt } from "./attempt.ts";
import { deepFreeze } from "./deep-freeze.ts";
import type { Headers, LooseEndpoint } from "./endpoint.ts";
import type { Answer } from "./reads.ts";
import { describe } from "./request.ts";
import { parseBody, readBody } from "./response.ts";
import type { TransportResponse } from "./transport.ts";
import type { UpstreamDefinition } from "./upstream.ts";

/**
 * Reads the answer to an attempt; the one before is given again if the body is the same.
 * @throws GatewayError for every answer that is no success, and SyntaxError for a body that is no JSON.
 */
export async function readAnswer(
  definition: UpstreamDefinition,
  { endpoint, last }: Attempt,
  response: TransportResponse,
  dateMs: number,
): Promise<Answer> {
  const lane = endpoint.lane === undefined ? undefined : definition.lanes?.[endpoint.lane];
  const bytes = await readBody({ ...definition, ...lane }, endpoint, response, dateMs);
  const digest = endpoint.freshness && digestOf(bytes, response.headers);
  if (last && digest !== undefined && digest === last.digest) return last;
  return { value: readValue(definition, endpoint, bytes, response), bytes: bytes.length, digest };
}

/** Bodies are compared by digests, since they hold secrets; nobody can try values against them without the key. */
const digestKey = randomBytes(32);

/** Of the headers, rows read the links of a page at most. */
const digestOf = (bytes: Buffer, { link = "" }: Headers): string =>
  createHmac("sha256", digestKey).update(bytes).update(link).digest("base64");

/**
 * Gives a body its row's shape; one that cannot be read, or is too deep for that, is the upstream's fault, not ours.
 * @throws SyntaxError when it is no JSON: it may have been cut on its way.
 */
function readValue(
  definition: UpstreamDefinition,
  endpoint: LooseEndpoint,
  bytes: Buffer,
  { status, headers }: TransportResponse,
): unknown {
  try {
    const wire = parseBody(bytes, endpoint);
    const isRead = endpoint.effect === "read";
    // Every documented read answers an object or a list; nothing in its place must not pass for absence.
    if (isRead && (typeof wire !== "object" || wire === null)) throw new TypeError();
    const value = endpoint.read(wire, headers);
    if (isRead) deepFreeze(value);
    return value;
  } catch (error) {
    if (error instanceof SyntaxError) throw error;
    const call = describe(endpoint);
    throw new GatewayError(
      "UPSTREAM_INVALID_RESPONSE",
      `${call} of ${definition.title} answered JSON of an unknown shape.`,
      { system: definition.name, operation: call, status },
    );
  }
}
