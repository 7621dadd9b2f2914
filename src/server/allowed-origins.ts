import cors from "@fastify/cors";
import type { FastifyInstance } from "fastify";

/** Origins whose pages may call; those of loopback when undefined. */
export type AllowedOrigins = readonly string[] | undefined;

const loopbackOrigin = /^https?:\/\/(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/;

/** Whether the pages of an origin may call. */
export const isAllowedOrigin = (allowed: AllowedOrigins, origin: string): boolean =>
  allowed ? allowed.includes(origin) : loopbackOrigin.test(origin);

const exposedHeaders = ["x-request-id", "retry-after", "idempotency-replayed"];

/** The headers that the plugin gives an answer to no page of another origin, names and values in turn. */
export const headersWithoutOrigin: readonly string[] = [
  "vary",
  "Origin",
  "access-control-expose-headers",
  exposedHeaders.join(", "),
];

/** Tells browsers which pages may call, and read the answers. */
export async function allowOrigins(app: FastifyInstance, allowed: AllowedOrigins): Promise<void> {
  await app.register(cors, {
    origin: allowed ? [...allowed] : loopbackOrigin,
    methods: ["GET", "POST"],
    exposedHeaders,
    maxAge: 600,
  });
}
