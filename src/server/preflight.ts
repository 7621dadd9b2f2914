import type { FastifyRequest } from "fastify";

/** Whether a browser asks if a page of another origin may call. */
export const isPreflight = ({ headers, method }: FastifyRequest): boolean =>
  method === "OPTIONS" &&
  headers.origin !== undefined &&
  headers["access-control-request-method"] !== undefined;
