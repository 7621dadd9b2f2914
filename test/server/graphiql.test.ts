import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { type GraphiqlTab, loadTabs } from "../../src/client/tabs.ts";
import { graphiqlPage } from "../../src/server/graphiql.ts";
import { readEntries } from "../../src/server/graphiql-files.ts";
import { systems } from "../../src/systems.ts";
import { testNowMs } from "../support/clock.ts";
import { startServer } from "../support/server.ts";

const tabs = loadTabs(testNowMs);
const server = await startServer({ tabs });
const { calls, request } = server;
afterAll(() => server[Symbol.asyncDispose]());
beforeEach(() => void calls());

const browser = { accept: "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8" };
const page = await request("/graphql", { headers: browser });
const { script, style, workers } = readEntries();

const settingsIn = (text: string) =>
  JSON.parse(/<script id="settings" type="application\/json">(.*)<\/script>/.exec(text)?.[1] ?? "");

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

  test("carries the operations, the systems and the workers, and whether costs are told", async () => {
    expect(settingsIn(page.text)).toEqual({
      endpoint: "/graphql",
      mayExplain: true,
      systems: systems.map(({ name, title }) => ({ name, title })),
      examples: tabs,
      workers: Object.fromEntries(Object.entries(workers).map(([name, file]) => [name, `graphiql/${file}`])),
    });
    await using quiet = await startServer({ tabs, mayExplain: false });
    const { text } = await quiet.request("/graphql", { headers: browser });
    expect(settingsIn(text).mayExplain).toBe(false);
    expect([...calls(), ...quiet.calls()]).toEqual([]);
  });

  test("cannot be broken out of by the text of a tab", () => {
    const query = "{ a } # </script><script>alert(1)</script> <!-- ";
    const tab: GraphiqlTab = { title: "x", group: "lists", about: "", query, variables: "{}" };
    const options = { endpoint: "/graphql", mayExplain: true, systems: [], tabs: [tab] };
    const made = graphiqlPage(options, readEntries());
    expect(made).not.toContain("<script>alert");
    expect(settingsIn(made).examples[0].query).toBe(query);
    expect(calls()).toEqual([]);
  });
});

describe("its files", () => {
  const named = [...page.text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, file = ""]) => `/${file}`);
  const built = [script, style, ...Object.values(workers)].map((file) => `/graphiql/${file}`);

  test("are those that the page names", () => {
    expect(named).toEqual(["/graphiql/icon.svg", `/graphiql/${style}`, `/graphiql/${script}`]);
    expect(calls()).toEqual([]);
  });

  test.each(["/graphiql/icon.svg", ...built])("%s is served, and held by the policy", async (file) => {
    const answer = await request(file);
    expect(answer.status).toBe(200);
    const types: Record<string, RegExp> = { js: /javascript/, css: /^text\/css/, svg: /^image\/svg/ };
    expect(answer.headers.get("content-type")).toMatch(types[file.split(".").at(-1) ?? ""] ?? /^never$/);
    expect(answer.headers.get("content-security-policy")).toBe(page.headers.get("content-security-policy"));
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    expect(calls()).toEqual([]);
  });

  test.each(built)(
    "%s is kept by browsers for good, and comes compressed to those that take it",
    async (file) => {
      const packed = await request(file, { headers: { "accept-encoding": "br, gzip" } });
      const plain = await request(file, { headers: { "accept-encoding": "identity, gzip;q=0" } });
      expect(packed.headers.get("content-encoding")).toBe("gzip");
      expect(plain.headers.get("content-encoding")).toBe(null);
      expect(plain.text).toBe(packed.text);
      for (const { headers } of [packed, plain]) {
        expect(headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
        expect(headers.get("vary")).toContain("accept-encoding");
      }
      expect(calls()).toEqual([]);
    },
  );

  test.each(["entries.json", "third-party.json", "built", "..%2f..%2fserver.ts", `${script}.gz`])(
    "nothing else is: %s",
    async (file) => {
      expect((await request(`/graphiql/${file}`)).status).toBe(404);
      expect(calls()).toEqual([]);
    },
  );
});
