import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { loadTabs } from "../../src/client/tabs.ts";
import { graphiqlPage } from "../../src/server/graphiql.ts";
import { testNowMs } from "../support/clock.ts";
import { startServer } from "../support/server.ts";

const tabs = loadTabs(testNowMs);
const server = await startServer({ tabs });
const { calls, request } = server;
afterAll(() => server[Symbol.asyncDispose]());
beforeEach(() => void calls());

const browser = { accept: "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8" };
const page = await request("/graphql", { headers: browser });

describe("the page", () => {
  test("is what a browser gets that opens the endpoint, or the server", async () => {
    expect(page).toMatchObject({ status: 200, text: expect.stringMatching(/^<!doctype html>/) });
    expect(page.headers.get("content-type")).toBe("text/html; charset=utf-8");
    const start = await request("/", { headers: browser });
    expect(start.status).toBe(302);
    expect(start.headers.get("location")).toBe("/graphql");
    expect(calls()).toEqual([]);
  });

  test("is what a browser gets that brings a query, from wherever it was led, and runs nothing", async () => {
    for (const site of ["none", "cross-site"]) {
      const headers = { ...browser, "sec-fetch-site": site };
      const answer = await request("/graphql?query=%7Bviewer%7Bstatus%7D%7D", { headers });
      expect(answer).toMatchObject({ status: 200, text: page.text });
    }
    expect(calls()).toEqual([]);
  });

  test("is not what a client gets", async () => {
    for (const accept of ["application/json", "*/*", "application/json, text/html;q=0.5"]) {
      const answer = await request("/graphql", { headers: { accept } });
      expect(answer).toMatchObject({
        status: 400,
        json: { errors: [{ extensions: { code: "BAD_REQUEST" } }] },
      });
    }
    expect(calls()).toEqual([]);
  });

  test("may load, run and call nothing but its own server, and be framed by nobody", () => {
    const policy = page.headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("connect-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/https?:|unsafe-eval|script-src[^;]*unsafe-inline/);
    expect(page.headers.get("referrer-policy")).toBe("no-referrer");
    expect(page.headers.get("x-content-type-options")).toBe("nosniff");
    expect(page.text).not.toMatch(/(src|href)="(https?:)?\/\//);
    expect(calls()).toEqual([]);
  });

  test("carries a tab for each shipped operation", () => {
    const [, settings = ""] =
      /<script id="settings" type="application\/json">(.*)<\/script>/.exec(page.text) ?? [];
    expect(JSON.parse(settings)).toEqual({ endpoint: "/graphql", tabs });
    expect(tabs.length).toBeGreaterThanOrEqual(8);
    expect(calls()).toEqual([]);
  });

  test("cannot be broken out of by the text of a tab", () => {
    const query = "{ a } # </script><script>alert(1)</script> <!-- ";
    const made = graphiqlPage({ endpoint: "/graphql", tabs: [{ title: "x", query, variables: "{}" }] });
    expect(made).not.toContain("<script>alert");
    const [, settings = ""] =
      /<script id="settings" type="application\/json">(.*)<\/script>/.exec(made) ?? [];
    expect(JSON.parse(settings).tabs[0].query).toBe(query);
    expect(calls()).toEqual([]);
  });
});

describe("its files", () => {
  const named = [...page.text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, file = ""]) => `/${file}`);
  const workers = ["graphql.worker..bundle.js", "json.worker.bundle.js", "editor.worker.bundle.js"];
  const files = [...named, ...workers.map((file) => `/graphiql/monacoeditorwork/${file}`)];

  test("are those that the page and its scripts name", () => {
    expect(named).toEqual([
      "/graphiql/icon.svg",
      "/graphiql/graphiql.css",
      "/graphiql/yoga-graphiql.umd.js",
      "/graphiql/start.js",
    ]);
    expect(calls()).toEqual([]);
  });

  test.each(files)("%s is served, and held by the policy", async (file) => {
    const first = await request(file);
    expect(first.status).toBe(200);
    const types: Record<string, RegExp> = { js: /javascript/, css: /^text\/css/, svg: /^image\/svg/ };
    expect(first.headers.get("content-type")).toMatch(types[file.split(".").at(-1) ?? ""] ?? /^never$/);
    expect(first.headers.get("content-security-policy")).toBe(page.headers.get("content-security-policy"));
    expect(first.headers.get("cache-control")).toBe("no-cache");
    const etag = first.headers.get("etag") ?? "";
    // Without cache-control, fetch asks for the file anew whatever its etag.
    const again = await request(file, { headers: { "if-none-match": etag, "cache-control": "max-age=0" } });
    expect(again.status).toBe(304);
    expect(calls()).toEqual([]);
  });
});
