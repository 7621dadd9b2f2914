import type { IncomingMessage } from "node:http";
import type { Readable } from "node:stream";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { refuseOtherEncodings, utf8Text } from "../request-text.ts";

/** A JSON body that was not parsed. */
export interface JsonText {
  readonly jsonText: string;
}

/** A body of several parts that was not read. */
export interface UnreadForm {
  readonly unreadForm: Readable;
}

/** Leaves bodies as text, since an equal one may be in the cache or in flight, and forms unread, since they are read while they come. */
export function leaveBodiesUnparsed(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    "application/json",
    { parseAs: "buffer" },
    ({ headers }: FastifyRequest, body: Buffer, done) => {
      refuseOtherEncodings(headers);
      done(null, { jsonText: utf8Text(body) });
    },
  );
  app.addContentTypeParser(
    "multipart/form-data",
    ({ headers }: FastifyRequest, body: IncomingMessage, done) => {
      refuseOtherEncodings(headers);
      done(null, { unreadForm: body });
    },
  );
}

/** Whether a body is JSON that was not parsed. */
export const isJsonText = (body: unknown): body is JsonText =>
  typeof body === "object" && body !== null && "jsonText" in body;

/** Whether a body is a form that was not read. */
export const isUnreadForm = (body: unknown): body is UnreadForm =>
  typeof body === "object" && body !== null && "unreadForm" in body;
