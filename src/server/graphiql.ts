import type { FastifyRequest } from "fastify";
import type { GraphiqlTab } from "../client/tabs.ts";
import type { GraphiqlEntries } from "./graphiql-files.ts";

/** Settings of the page of GraphiQL. */
export interface GraphiqlPageOptions {
  /** Where operations are posted, as a path on the gateway. */
  readonly endpoint: string;
  /** The operations that it offers. */
  readonly tabs: readonly GraphiqlTab[];
  /** The systems behind the gateway, in the order in which costs are told. */
  readonly systems: readonly { readonly name: string; readonly title: string }[];
  /** Whether `X-Explain` is answered. */
  readonly mayExplain: boolean;
}

/** Monaco writes its themes into style elements; nothing of the page needs eval, or a blob for a worker. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "worker-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** The headers that belong to the page; without its policy, hovering over an image's address in an answer loads it. */
export const graphiqlHeaders = {
  "content-type": "text/html; charset=utf-8",
  "content-security-policy": contentSecurityPolicy,
  "cache-control": "no-cache",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
} as const;

/**
 * Whether a browser opens the endpoint, with or without a query, rather than a client that sends an operation. A visit
 * accepts no JSON by name, and has no header of Apollo's clients.
 */
export const isBrowserVisit = ({ method, headers }: FastifyRequest): boolean => {
  const { accept = "", "apollo-require-preflight": isAsked } = headers;
  return method === "GET" && accept.includes("text/html") && !accept.includes("json") && !isAsked;
};

/** The page for a browser that opens the endpoint; answer it with `graphiqlHeaders`. */
export function graphiqlPage(
  { systems, tabs, ...told }: GraphiqlPageOptions,
  entries: GraphiqlEntries,
): string {
  const { editor, graphql, json } = entries.workers;
  const settings = {
    ...told,
    systems: systems.map(({ name, title }) => ({ name, title })),
    examples: tabs,
    workers: { editor: `graphiql/${editor}`, graphql: `graphiql/${graphql}`, json: `graphiql/${json}` },
  };
  const text = JSON.stringify(settings).replaceAll("<", "\\u003c");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Tributary</title>
<link rel="icon" href="graphiql/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="graphiql/${entries.style}">
<script id="settings" type="application/json">${text}</script>
<script src="graphiql/${entries.script}" type="module"></script>
</head>
<body>
<div id="root"></div>
<noscript>GraphiQL needs JavaScript.</noscript>
</body>
</html>
`;
}
