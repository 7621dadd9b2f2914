import type { IncomingHttpHeaders } from "node:http";

/** Whether a client takes JSON. Asked before anything runs: a write must not take effect only to be answered that its answer is not acceptable. */
export const acceptsJson = ({ accept = "*/*" }: IncomingHttpHeaders): boolean =>
  /\*\/\*|application\/(\*|json|graphql-response\+json)/i.test(accept);
