import { createHash, randomBytes } from "node:crypto";
import type { Headers, LooseEndpoint } from "../endpoint.ts";
import type { TransportResponse } from "../exchange.ts";
import type { Answer, PreparedRequest } from "../prepared-request.ts";
import type { UpstreamDefinition } from "../upstream.ts";
import { noteBodyBytes } from "./body-size.ts";
import { decodeBody } from "./decode-body.ts";
import { deepFreeze } from "./deep-freeze.ts";
import type { Placement } from "./placement.ts";
import { invalidAnswer, parseBody, readBody } from "./response.ts";

/**
 * Reads the answer to an attempt; the one before is given again if the body is the same.
 * @throws GatewayError for every answer that is no success, and SyntaxError for a body that is no JSON.
 */
export async function readAnswer(
  definition: UpstreamDefinition,
  { endpoint, last }: PreparedRequest,
  response: TransportResponse,
  facts: { readonly dateMs: number; readonly placement: Placement },
): Promise<Answer> {
  const lane = endpoint.limitedBy === undefined ? undefined : definition.endpointLimits?.[endpoint.limitedBy];
  const upstream = lane ? { ...definition, ...lane } : definition;
  const chunks = await readBody(upstream, endpoint, response, facts);
  const digest = endpoint.cache && digestOf(chunks, response.headers);
  const isSame = last && digest !== undefined && digest === last.digest;
  const answer = isSame
    ? last
    : { value: readValue(definition, endpoint, Buffer.concat(chunks), response), digest };
  noteBodyBytes(
    answer.value,
    chunks.reduce((bytes, { byteLength }) => bytes + byteLength, 0),
  );
  facts.placement.confirm();
  return answer;
}

/** Bodies are compared by digests, since they hold secrets; without the key values cannot be tried against them. */
const digestKey = randomBytes(32);

/** Of the headers, the type tells how the bytes are read, and endpoints read the links of a page at most. */
function digestOf(
  chunks: readonly Uint8Array[],
  { link = "", "content-type": contentType = "" }: Headers,
): string {
  const hash = createHash("sha256")
    .update(digestKey)
    .update(JSON.stringify([contentType, link]));
  for (const chunk of chunks) hash.update(chunk);
  return hash.digest("base64");
}

/**
 * Gives a body its endpoint's shape, whatever its `Content-Type` says that it is; one that cannot be read, or is too deep for
 * that, is the upstream's fault, not ours.
 * @throws SyntaxError when it is no JSON: it may have been cut on its way.
 */
function readValue(
  definition: UpstreamDefinition,
  endpoint: LooseEndpoint,
  bytes: Buffer,
  { status, headers }: TransportResponse,
): unknown {
  const invalid = (what: string) => invalidAnswer(definition, endpoint, status, what);
  const text = decodeBody(bytes, headers);
  if (text === undefined) throw invalid("bytes that are not in its charset, which is UTF-8 if it names none");
  try {
    const wire = parseBody(text, endpoint, definition);
    const isRead = endpoint.effect === "read";
    // Every documented read answers an object or a list; nothing in its place must not pass for absence.
    if (isRead && (typeof wire !== "object" || wire === null)) throw new TypeError();
    const value = endpoint.read(wire, headers);
    if (isRead) deepFreeze(value);
    return value;
  } catch (error) {
    if (error instanceof SyntaxError) throw error;
    throw invalid("JSON of an unknown shape");
  }
}
