import type { FastifyReply } from "fastify";
import type { Clock } from "../rest/clock.ts";
import { closeUnread, longestPieceBytes } from "./answer-progress.ts";
import { compressedFromBytes } from "./compress-answers.ts";
import type { SerializedResponse } from "./response-cache.ts";
import { unkept } from "./unkept.ts";

/** Headers of answers as Node takes them: names and values in turn, those that are the same each time. */
const headersOf = new WeakMap<SerializedResponse, readonly string[]>();

/**
 * Sends an answer that is kept in one write, past Fastify's hooks for answers, which would find nothing to do: they compress
 * what is large, and look after bodies that have not come whole and answers that do not go out at once.
 * @returns whether it was sent; one of those others is not.
 */
export function sendAtOnce(reply: FastifyReply, response: SerializedResponse, clock: Clock): boolean {
  const { body, failedRequestId, status } = response;
  const { raw, request } = reply;
  const { headers, socket } = request.raw;
  const mayCompress = body.length >= compressedFromBytes && headers["accept-encoding"] !== undefined;
  const isSmall = body.length <= longestPieceBytes && !mayCompress;
  // An answer that waits behind another has no socket so far.
  const goesOut = raw.socket === socket && socket.writableLength === 0;
  if (!isSmall || !goesOut || !request.raw.complete || failedRequestId !== undefined) return false;
  const known = headersOf.get(response) ?? steadyHeaders(response);
  headersOf.set(response, known);
  const all = known.concat("x-request-id", request.id);
  for (const [name, value] of Object.entries(reply.getHeaders())) all.push(name, String(value));
  reply.hijack();
  raw.writeHead(status, all);
  raw.end(body);
  if (socket.writableLength > 0) closeUnread(reply, clock);
  return true;
}

const steadyHeaders = ({ body, headers }: SerializedResponse): readonly string[] => [
  ...headers.flat(),
  ...Object.entries(unkept).flat(),
  "content-length",
  String(body.length),
];
