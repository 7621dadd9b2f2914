import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { GraphiqlTab } from "../client/tabs.ts";

/** Settings of the page of GraphiQL. */
export interface GraphiqlPageOptions {
  /** Where operations are posted, as a path on the gateway. */
  endpoint: string;
  tabs: readonly GraphiqlTab[];
}

// Monaco writes its themes into style elements; nothing in the bundle needs eval or a blob for a worker.
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "worker-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

// The bundle leaves a stale offset on its tabs and hides it until one has the focus: the first press then moves
// the tab from under the pointer and the click is lost.
const pageStyle = "body { margin: 0 } #root { height: 100vh } .graphiql-tab { transform: none !important }";

/** The headers that belong to the page; without its policy, hovering over an image's address in an answer loads it. */
export const graphiqlHeaders = {
  "content-type": "text/html; charset=utf-8",
  "content-security-policy": contentSecurityPolicy,
  "cache-control": "no-cache",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
} as const;

function assetFolders(): string[] {
  const own = fileURLToPath(new URL("./graphiql/", import.meta.url));
  // Built: the bundle was copied there.
  if (import.meta.url.endsWith(".js")) return [own];
  const bundle = createRequire(import.meta.url).resolve("@graphql-yoga/graphiql/package.json");
  return [own, join(dirname(bundle), "dist")];
}

/**
 * Whether a browser opens the endpoint, with or without a query, rather than a client that sends an operation. A visit
 * accepts no JSON by name, and has no header of Apollo's clients.
 */
export const isBrowserVisit = ({ method, headers }: FastifyRequest): boolean => {
  const { accept = "", "apollo-require-preflight": isAsked } = headers;
  return method === "GET" && accept.includes("text/html") && !accept.includes("json") && !isAsked;
};

/** Serves the page's scripts, styles and workers under `/graphiql/`. */
export async function registerGraphiql(app: FastifyInstance): Promise<void> {
  await app.register(fastifyStatic, {
    root: assetFolders(),
    prefix: "/graphiql/",
    decorateReply: false,
    index: false,
    dotfiles: "ignore",
    cacheControl: false,
    setHeaders(reply) {
      // The names carry no version, so a browser has to ask; the etag makes that a 304.
      reply.setHeader("cache-control", "no-cache");
      reply.setHeader("x-content-type-options", "nosniff");
      // A worker is held by the policy of its own file, not by the page's.
      reply.setHeader("content-security-policy", contentSecurityPolicy);
    },
  });
}

/** The page for a browser that opens the endpoint; answer it with `graphiqlHeaders`. */
export function graphiqlPage(options: GraphiqlPageOptions): string {
  const settings = JSON.stringify(options).replaceAll("<", "\\u003c");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Tributary</title>
<link rel="icon" href="graphiql/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="graphiql/graphiql.css">
<style>${pageStyle}</style>
<script id="settings" type="application/json">${settings}</script>
<script src="graphiql/yoga-graphiql.umd.js" defer></script>
<script src="graphiql/start.js" type="module"></script>
</head>
<body>
<div id="root"></div>
<noscript>GraphiQL needs JavaScript.</noscript>
</body>
</html>
`;
}
