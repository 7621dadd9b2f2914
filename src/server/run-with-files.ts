import type { FastifyReply, FastifyRequest } from "fastify";
import type { RequestOptions } from "../graphql/request-options.ts";
import { receiveOperation } from "../uploads/receive-operation.ts";
import type { Answered } from "./answered.ts";
import { contextOf, type OperationParts, ran, toldApart, waiterOf } from "./execute-operation.ts";
import { limitFiles, refuseUnasked } from "./files-at-once.ts";
import { filesWithKey } from "./keyed-operation.ts";
import { requestTimeoutMs } from "./request-time.ts";
import type { UnreadForm } from "./unparsed-body.ts";

/** Runs a request that brings files. */
export type RunWithFiles = (
  request: FastifyRequest,
  reply: FastifyReply,
  form: UnreadForm,
  options: RequestOptions,
) => Promise<Answered>;

/** Makes the running of requests that bring files. Equal ones are not looked for, since their files may differ. */
export function createRunWithFiles({
  clock,
  execute,
  gateway,
  inFlight,
  reader,
}: OperationParts): RunWithFiles {
  const filesAtOnce = limitFiles();
  return async (request, reply, { unreadForm }, options) => {
    refuseUnasked(request.headers);
    if (request.headers["idempotency-key"] !== undefined) throw filesWithKey();
    const client = toldApart(gateway, request);
    return filesAtOnce.run(client, async () => {
      const contentType = request.headers["content-type"] ?? "";
      const { body, lastByteAtMs } = await receiveOperation(unreadForm, contentType, {
        clock,
        timeoutMs: requestTimeoutMs,
        parseJson: async (jsonText) => reader.parseJson({ jsonText }),
      });
      const waiter = waiterOf(gateway, reply, lastByteAtMs);
      const operation = reader.fromBody(body);
      const context = contextOf(gateway, request, waiter, options);
      const inTurn = async () => {
        await gateway.turn(request.client);
        return execute(request, operation, context);
      };
      return ran(await inFlight.run(client, inTurn));
    });
  };
}
