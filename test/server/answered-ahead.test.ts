import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openConnection, postOf, type RawAnswer } from "../support/raw-connection.ts";
import { startServer, type TestServer } from "../support/server.ts";

const labels = { query: "{ labels(type: TIER) { name } }" };
type Headers = Readonly<Record<string, string>>;

/** A request twice: its two answers, and how many of the two came by the routes. */
async function askTwice(server: TestServer, bytes: string) {
  using connection = await openConnection(server.url);
  const before = server.routed;
  const first = await connection.ask(bytes);
  // The second may be on a connection of its own, where the first closed it.
  using other = await openConnection(server.url);
  const second = await (connection.socket.readableEnded ? other : connection).ask(bytes);
  return { first, second, routed: server.routed - before };
}

/** An answer without the id that the server made for it, which is said to be one. */
const withoutId = ({ headers, ...answer }: RawAnswer) => ({
  ...answer,
  headers: headers.map((line) => line.replace(/: [\da-f-]{36}$/, ": made by the server")),
});

describe("a request that is answered ahead of the routes is answered as by them, byte by byte", () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer();
    await server.post(labels);
    server.calls();
  });
  afterAll(() => server[Symbol.asyncDispose]());

  test.each<[string, Headers]>([
    ["nothing more", {}],
    ["JSON", { accept: "application/json" }],
    ["the type of GraphQL", { accept: "application/graphql-response+json" }],
    ["anything", { accept: "*/*" }],
    ["one of two types", { accept: "application/graphql-response+json, application/json;q=0.9" }],
    ["an id", { "x-request-id": "client-1" }],
    ["an id that is none", { "x-request-id": "no id at all!" }],
    ["a compressed answer", { "accept-encoding": "br, gzip" }],
    ["a connection that is kept", { connection: "keep-alive" }],
    ["a connection that ends", { connection: "close" }],
    ["a trace", { traceparent: "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01" }],
    ["cookies, and what browsers say", { cookie: "a=b", "sec-fetch-site": "same-origin" }],
  ])("asking for %s", async (name, headers) => {
    const query = `{ labels(type: TIER) { ${name.replaceAll(/\W/g, "_")}: name } }`;
    const { first, second, routed } = await askTwice(server, postOf({ query }, headers));
    expect([first.status, JSON.parse(first.body).errors, routed]).toEqual([200, undefined, 1]);
    expect(withoutId(second)).toEqual(withoutId(first));
    // The document is known by then, and is run with another text.
    const others = [1, 2].map((number) => postOf({ query: `# ${number}\n${query}` }, headers));
    for (const bytes of others) {
      const { first: run, second: kept, routed: later } = await askTwice(server, bytes);
      expect([withoutId(run), withoutId(kept), later]).toEqual([withoutId(first), withoutId(first), 0]);
    }
    expect(server.calls()).toEqual([]);
  });

  test("each of several behind one another gets its own answer, in order", async () => {
    const ask = (number: number) =>
      postOf(
        { query: `{ labels(type: TIER) { name${number}: name } }` },
        { "x-request-id": `number-${number}` },
      );
    using connection = await openConnection(server.url);
    const numbers = [1, 2, 3, 2, 1, 4, 1];
    const alone = new Map<number, RawAnswer>();
    for (const number of [1, 2]) alone.set(number, await connection.ask(ask(number)));
    connection.send(numbers.map(ask).join(""));
    for (const number of numbers) {
      const answer = await connection.answer();
      expect(answer.headers).toContain(`x-request-id: number-${number}`);
      expect(Object.keys(JSON.parse(answer.body).data.labels[0])).toEqual([`name${number}`]);
      if (alone.has(number)) expect(answer).toEqual(alone.get(number));
    }
    expect(server.calls()).toEqual([]);
  });

  test("a client that leaves changes nothing for others, and each request is told once", async () => {
    const bytes = postOf({ query: `# leaves\n${labels.query}` }, { "x-request-id": "left" });
    using connection = await openConnection(server.url);
    const answer = await connection.ask(bytes);
    const told = () =>
      server.logLines.filter((line) => line.includes('"left"') && line.includes('"msg":"request"'));
    await expect.poll(() => told().length).toBe(1);
    using leaving = await openConnection(server.url);
    leaving.socket.write(bytes, () => leaving.socket.destroy());
    await expect.poll(() => told().length).toBe(2);
    expect(await connection.ask(bytes)).toEqual(answer);
    expect(server.calls()).toEqual([]);
  });

  test.each<[string, string, number, number]>([
    ["another method", postOf(labels).replace("POST", "PUT"), 405, 0],
    ["a query in the address", postOf(labels).replace("/graphql", "/graphql?query=%7B__typename%7D"), 200, 2],
    ["a page of another origin", postOf(labels, { origin: "http://localhost:3000" }), 200, 2],
    ["a wish for kept data", postOf(labels, { "cache-control": "max-age=60" }), 200, 2],
    ["a wish to be told of calls", postOf(labels, { "x-explain": "1" }), 200, 2],
    [
      "a type with its charset",
      postOf(labels, { "content-type": "application/json; charset=utf-8" }),
      200,
      2,
    ],
    ["a coding", postOf(labels, { "content-encoding": "gzip" }), 415, 0],
    ["a type that is not made", postOf(labels, { accept: "text/html" }), 406, 2],
    ["a host that is another's", postOf(labels, { host: "evil.example" }), 421, 0],
    ["no JSON", postOf("{"), 400, 2],
  ])("%s is not answered ahead", async (_, bytes, status, taken) => {
    const { first, second, routed } = await askTwice(server, bytes);
    expect([first.status, second.status, routed]).toEqual([status, status, taken]);
    expect(server.calls()).toEqual([]);
  });
});
