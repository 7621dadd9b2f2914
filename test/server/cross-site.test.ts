import { once } from "node:events";
import { type IncomingMessage, request } from "node:http";
import { json } from "node:stream/consumers";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { startServer } from "../support/server.ts";

const desk = "https://desk.example";
const server = await startServer({ allowedOrigins: [desk] });
const host = new URL(server.url).host;
const viewerCall = "web1on1 GET /users/me";
afterAll(() => server[Symbol.asyncDispose]());
beforeEach(() => void server.calls());

const query = "?query=%7Bviewer%7Bstatus%7D%7D";
const image = "image/avif,image/webp,*/*;q=0.8";
const mozilla = "Mozilla/5.0 (X11; Linux x86_64; rv:78.0) Gecko/20100101 Firefox/78.0";

type Headers = Readonly<Record<string, string | readonly string[]>>;

/** Sends these headers and no others. */
async function get(headers: Headers, { at = server, method = "GET", search = query } = {}) {
  const { hostname, port } = new URL(at.url);
  const sent = request({
    hostname,
    port,
    method,
    path: `/graphql${search}`,
    headers: headers as Record<string, string | string[]>,
  }).end();
  const [answer] = (await once(sent, "response")) as [IncomingMessage];
  const body = method === "HEAD" ? undefined : await json(answer);
  return { status: answer.statusCode, headers: answer.headers, body };
}

describe("a query by GET is answered", () => {
  test.each<[string, Headers]>([
    ["to a client that is no browser", {}],
    ["to a client that accepts anything", { accept: "*/*", "user-agent": "curl/8.5.0" }],
    ["to a page of the gateway's own origin", { "sec-fetch-site": "same-origin", "user-agent": mozilla }],
    ["to such a page whose proxy gives another host", { "sec-fetch-site": "same-origin", origin: desk }],
    ["to a person who typed it", { "sec-fetch-site": "none", "user-agent": mozilla }],
    ["to a page that may call", { "sec-fetch-site": "cross-site", origin: desk, "user-agent": mozilla }],
    [
      "to a page that may call, of the same site",
      { "sec-fetch-site": "same-site", origin: desk, "user-agent": mozilla },
    ],
    ["to a page that may call, by a browser that names no site", { origin: desk, "user-agent": mozilla }],
    [
      "to a page of the own origin, by a browser that names no site",
      { referer: `http://${host}/desk?a=b`, "user-agent": mozilla },
    ],
    ["to the own origin", { origin: `http://${host}`, "user-agent": mozilla }],
    [
      "once the browser has asked, by a header",
      { "sec-fetch-site": "cross-site", "apollo-require-preflight": "true" },
    ],
    [
      "the same by Apollo's other header",
      { "sec-fetch-site": "cross-site", "x-apollo-operation-name": "Viewer" },
    ],
    [
      "once the browser has asked, by the type",
      { "sec-fetch-site": "cross-site", "content-type": "application/json; charset=utf-8" },
    ],
  ])("%s", async (_, headers) => {
    await using fresh = await startServer({ allowedOrigins: [desk] });
    const own = new URL(fresh.url).host;
    const asked = Object.entries(headers).map(([name, value]) => [name, String(value).replace(host, own)]);
    const answer = await get(Object.fromEntries(asked), { at: fresh });
    expect(answer).toMatchObject({ status: 200, body: { data: { viewer: { status: "ACTIVE" } } } });
    expect(answer.headers["cache-control"]).toBe("no-store");
    expect(answer.headers.vary).toContain("Origin");
    expect(fresh.calls()).toEqual([viewerCall]);
  });
});

describe("a query by GET is refused, and calls nothing", () => {
  const cases: readonly [string, Headers][] = [
    ["an image or a script of another site", { "sec-fetch-site": "cross-site", accept: image }],
    ["an image of another host of the same site", { "sec-fetch-site": "same-site", accept: image }],
    [
      "a fetch of another site that may not call",
      { "sec-fetch-site": "cross-site", origin: "https://a.example" },
    ],
    ["a fetch by a browser that names no site", { origin: "https://a.example" }],
    [
      "a page without an origin, such as one in a sandbox",
      { "sec-fetch-site": "cross-site", origin: "null" },
    ],
    ["the same by a browser that names no site", { origin: "null" }],
    [
      "a page of this machine that may not call",
      { "sec-fetch-site": "same-site", origin: "http://localhost:3000" },
    ],
    ["another port of the own host", { origin: "http://127.0.0.1:1" }],
    ["an image by a browser that names no site", { referer: "https://a.example/", accept: image }],
    ["an image by such a browser whose page hides itself", { accept: image, "user-agent": mozilla }],
    ["a referer that is no URL", { referer: "about:blank" }],
    ["an origin that looks like one that may call", { origin: `${desk}.a.example` }],
    ["a site that is not known", { "sec-fetch-site": "elsewhere" }],
    ["two sites", { "sec-fetch-site": ["same-origin", "cross-site"] }],
    ["two origins", { origin: [desk, "https://a.example"] }],
    [
      "a header for a preflight that is empty",
      { "sec-fetch-site": "cross-site", "apollo-require-preflight": "" },
    ],
    ["a type that needs no preflight", { "sec-fetch-site": "cross-site", "content-type": "text/plain" }],
    [
      "a type that looks like one that needs it",
      { "sec-fetch-site": "cross-site", "content-type": "text/plain; application/json" },
    ],
    [
      "a socket of a page of another site",
      {
        origin: "https://a.example",
        connection: "Upgrade",
        upgrade: "websocket",
        "sec-websocket-version": "13",
      },
    ],
  ];

  test.each(cases)("%s", async (_, headers) => {
    const answer = await get(headers);
    expect(answer).toMatchObject({
      status: 400,
      body: {
        errors: [
          {
            message:
              "A page of another site may have sent this query by GET. Send the header apollo-require-preflight: true, for which a browser asks first, or POST.",
            extensions: { code: "BAD_REQUEST", retryable: false },
          },
        ],
      },
    });
    expect(answer.headers["cache-control"]).toBe("no-store");
    expect(server.calls()).toEqual([]);
  });

  test("whatever the parameters that name its document", async () => {
    for (const search of [
      "",
      "?documentId=sha256:00",
      "?extensions={}",
      "?%71uery=%7Bviewer%7Bstatus%7D%7D",
    ]) {
      expect(await get({ "sec-fetch-site": "cross-site" }, { search })).toMatchObject({ status: 400 });
    }
    expect(server.calls()).toEqual([]);
  });

  test("also by HEAD, which runs nothing from any site", async () => {
    expect(await get({ "sec-fetch-site": "cross-site" }, { method: "HEAD" })).toMatchObject({ status: 400 });
    expect(await get({}, { method: "HEAD" })).toMatchObject({ status: 405, headers: { allow: "GET, POST" } });
    expect(server.calls()).toEqual([]);
  });
});

test("unless origins are set, pages of this machine may read by GET, but not without saying where they are", async () => {
  await using fresh = await startServer();
  const origin = "http://localhost:5173";
  const page = { "sec-fetch-site": "cross-site", "user-agent": mozilla };
  expect(await get(page, { at: fresh })).toMatchObject({ status: 400 });
  expect(fresh.calls()).toEqual([]);
  const answer = await get({ ...page, origin }, { at: fresh });
  expect(answer).toMatchObject({ status: 200, headers: { "access-control-allow-origin": origin } });
  expect(fresh.calls()).toEqual([viewerCall]);
});

test("a mutation by GET is refused, wherever it comes from", async () => {
  const mutation = 'mutation{createUser(input:{email:"by@get.example"}){userId}}';
  const search = `?query=${encodeURIComponent(mutation)}`;
  for (const headers of [
    {},
    { "sec-fetch-site": "same-origin" },
    { "sec-fetch-site": "none" },
    { origin: desk },
    { "apollo-require-preflight": "true" },
  ]) {
    const answer = await get(headers, { search });
    expect(answer).toMatchObject({
      status: 405,
      headers: { allow: "POST" },
      body: { errors: [{ message: expect.stringContaining("only support query operations") }] },
    });
  }
  expect(server.calls()).toEqual([]);
});
