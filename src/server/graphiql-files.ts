import { readdirSync, readFileSync } from "node:fs";
import { extname, parse } from "node:path";
import { createGunzip } from "node:zlib";
import type { FastifyInstance, FastifyReply } from "fastify";

/** The files that the page is made from, by what they are for, as its build names them. */
export interface GraphiqlEntries {
  readonly script: string;
  readonly style: string;
  /** Files of Monaco's workers. */
  readonly workers: Readonly<Record<"editor" | "graphql" | "json", string>>;
}

/** The page as `graphiql/` builds it; each file is compressed, and has its content's digest in its name. */
const built = new URL("./graphiql/built/", import.meta.url);
const icon = new URL("./graphiql/icon.svg", import.meta.url);

const contentTypes: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
  ".ttf": "font/ttf",
};

/** Reads which files the page begins with. */
export const readEntries = (): GraphiqlEntries =>
  JSON.parse(readFileSync(new URL("entries.json", built), "utf8"));

/**
 * Serves the scripts, styles, workers and the font of the page under `/graphiql/`, from memory: no other file can be named.
 * @param contentSecurityPolicy of each file, since a worker is held by that of its own.
 */
export function serveGraphiqlFiles(app: FastifyInstance, contentSecurityPolicy: string): void {
  const packed = new Map(
    readdirSync(built)
      .filter((file) => extname(parse(file).name) in contentTypes)
      .map((file) => [parse(file).name, readFileSync(new URL(file, built))]),
  );
  const iconText = readFileSync(icon);
  const head = (reply: FastifyReply, name: string): FastifyReply =>
    reply
      .type(contentTypes[extname(name)] ?? "application/octet-stream")
      .header("content-security-policy", contentSecurityPolicy)
      .header("x-content-type-options", "nosniff");
  app.get("/graphiql/icon.svg", (_request, reply) =>
    head(reply, "icon.svg").header("cache-control", "max-age=86400").send(iconText),
  );
  app.get<{ Params: { name: string } }>("/graphiql/:name", (request, reply) => {
    const { name } = request.params;
    const content = packed.get(name);
    if (!content) return reply.callNotFound();
    head(reply, name)
      .header("cache-control", "public, max-age=31536000, immutable")
      .header("vary", "accept-encoding");
    if (takesGzip(request.headers["accept-encoding"])) {
      return reply.header("content-encoding", "gzip").send(content);
    }
    const unpacked = createGunzip();
    unpacked.end(content);
    return reply.send(unpacked);
  });
}

const takesGzip = (accepted: string | string[] = ""): boolean =>
  /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(String(accepted));
