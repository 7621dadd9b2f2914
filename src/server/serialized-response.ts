import type { HTTPGraphQLResponse } from "@apollo/server";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { GatewayError } from "../errors.ts";
import { textOfError } from "../graphql/in-time.ts";
import { codesOf } from "../graphql/plugins/operation-report.ts";
import type { OperationReport } from "../observation/events.ts";

/** An answer as HTTP carries it. */
export interface SerializedResponse {
  readonly status: number;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: Buffer;
  /** The request whose id stands in its errors; undefined when there are none. */
  readonly failedRequestId: string | undefined;
  /** The operation and how it went. */
  readonly report: OperationReport;
}

/** The answer of Apollo Server as it is sent, and kept. */
export function responseOf(
  { status = 200, headers, body }: HTTPGraphQLResponse,
  { id }: Pick<FastifyRequest, "id">,
  report: OperationReport,
): SerializedResponse {
  if (body.kind !== "complete") throw new Error("Nothing here is answered in parts.");
  // Apollo refuses some requests before they have a context, and so without their codes and their id.
  const isUntold = status >= 400 && Object.keys(report.errorCodes).length === 0;
  return {
    status,
    headers: [...headers],
    body: Buffer.from(status >= 400 ? withRequestId(body.string, id) : body.string),
    failedRequestId: body.string.startsWith('{"errors"') ? id : undefined,
    report: isUntold ? { ...report, errorCodes: codesOf(JSON.parse(body.string).errors) } : report,
  };
}

/** An answer that is an error of the whole operation, although it was run. */
export function errorAnswer(
  { headers, id }: Pick<FastifyRequest, "headers" | "id">,
  error: GatewayError,
  report: OperationReport,
): SerializedResponse {
  const type = headers.accept?.includes("graphql-response") ? "graphql-response+json" : "json";
  return {
    status: 200,
    headers: [["content-type", `application/${type}; charset=utf-8`]],
    body: Buffer.from(textOfError(error, id)),
    failedRequestId: id,
    report: { ...report, outcome: "failed", errorCodes: { [error.code]: 1 } },
  };
}

/** Sends an answer. @param requestId that stands in its errors, whichever request it was made for. */
export function sendResponse(
  reply: FastifyReply,
  { body, failedRequestId, headers, status }: SerializedResponse,
  requestId: string,
): FastifyReply {
  for (const [name, value] of headers) reply.header(name, value);
  const isOthers = failedRequestId !== undefined && failedRequestId !== requestId;
  const own = isOthers ? Buffer.from(withRequestId(body.toString(), requestId)) : body;
  return reply.code(status).header("content-length", own.length).send(own);
}

/** Errors that are shared, or were made before the request was known, get the id of the request they answer. */
function withRequestId(body: string, requestId: string): string {
  const { errors, ...rest } = JSON.parse(body) as { errors: { extensions: object }[] };
  const named = errors.map((error) => ({ ...error, extensions: { ...error.extensions, requestId } }));
  // Apollo Server ends its answers with a line.
  return `${JSON.stringify({ errors: named, ...rest })}${body.endsWith("\n") ? "\n" : ""}`;
}
