import type { Reply } from "../reply.ts";

/** The answer of every success, creates and deletes among them. */
export const ok = (body: unknown): Reply => ({ status: 200, body });
