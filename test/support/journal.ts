import type { TestGateway } from "./gateway.ts";

/** The bodies that an endpoint of Assembled was sent so far, by noun and verb. */
export const bodies = ({ sandbox }: TestGateway, row: string) =>
  sandbox.assembled.journal.filter((entry) => entry.row === row).map(({ body }) => JSON.parse(body));

/** The body of the last write to Assembled. */
export const lastBody = ({ sandbox }: TestGateway): unknown =>
  JSON.parse(sandbox.assembled.journal.findLast(({ method }) => method !== "GET")?.body ?? "null");
