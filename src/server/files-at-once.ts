import type { FastifyRequest } from "fastify";
import type { Client } from "../auth/client.ts";
import { GatewayError } from "../errors.ts";
import { HttpError } from "../http-error.ts";
import { uploadLimits } from "../uploads/upload-limits.ts";

/** Limits the requests with files that are under way at once: of all clients, and of each. */
export interface FilesAtOnce {
  /**
   * Does the work of one.
   * @param client that sends it, where clients are told apart.
   * @throws RATE_LIMITED before it begins, when it is one too many.
   */
  run<Result>(client: Client | undefined, work: () => Promise<Result>): Promise<Result>;
}

/** Makes an empty count. */
export function limitFiles(): FilesAtOnce {
  const ofClients = new Map<string, number>();
  let ofAll = 0;
  const count = ({ name }: Client, change: number): void => {
    const now = (ofClients.get(name) ?? 0) + change;
    if (now > 0) ofClients.set(name, now);
    else ofClients.delete(name);
  };
  return {
    async run(client, work) {
      const { requestsAtOnce, requestsOfClientAtOnce } = uploadLimits;
      const most = client?.limits.filesAtOnce ?? requestsOfClientAtOnce;
      if (ofAll >= requestsAtOnce) throw tooMany(`${requestsAtOnce} requests with files are under way`);
      if (client && (ofClients.get(client.name) ?? 0) >= most) {
        throw tooMany(`${most} requests with files of this client are under way`);
      }
      ofAll += 1;
      if (client) count(client, 1);
      try {
        return await work();
      } finally {
        ofAll -= 1;
        if (client) count(client, -1);
      }
    },
  };
}

const tooMany = (reason: string): GatewayError => {
  const { retryAfterMs } = uploadLimits;
  const message = `${reason}; send this one again in ${retryAfterMs / 1_000} s.`;
  return new GatewayError("RATE_LIMITED", message, { retryAfterMs });
};

/**
 * Refuses files that a page of another site may send. Apollo Server does the same, but only once the body was read.
 * @throws HttpError
 */
export function refuseUnasked(headers: FastifyRequest["headers"]): void {
  if (headers["apollo-require-preflight"] || headers["x-apollo-operation-name"]) return;
  throw new HttpError(
    "A multipart request needs the header apollo-require-preflight: true, without which a page of another site could send it.",
  );
}
