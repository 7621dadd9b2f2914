import { once } from "node:events";
import { connect } from "node:net";
import { describe, expect, test } from "vitest";
import { GatewayError } from "../../src/errors.ts";
import { startServer, type TestServer } from "../support/server.ts";

/** Sends bytes as they are and reads until the server closes the connection. */
async function send({ url }: TestServer, text: string): Promise<string> {
  const socket = connect(Number(new URL(url).port), "127.0.0.1");
  let answer = "";
  socket.on("data", (chunk) => {
    answer += chunk;
  });
  // A reset after the answer is one way to close.
  socket.on("error", () => {});
  socket.write(text);
  await once(socket, "close");
  return answer;
}

const linesOf = ({ logLines }: TestServer) => logLines.map((line) => JSON.parse(line));

describe("a request that Node refuses is answered, and is in the log with nothing of itself", () => {
  test.each([
    ["no HTTP", "planted planted planted\r\n\r\n", "malformed", 400],
    ["a method that there is not", "PLANTED /graphql HTTP/1.1\r\nhost: localhost\r\n\r\n", "malformed", 400],
    [
      "two lengths",
      "POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\n{}",
      "malformed",
      400,
    ],
    [
      "headers of 20 kB",
      `GET /planted HTTP/1.1\r\nhost: localhost\r\nx: ${"planted".repeat(3_000)}\r\n\r\n`,
      "header overflow",
      431,
    ],
    ["CONNECT", "CONNECT planted.example:443 HTTP/1.1\r\nhost: planted.example\r\n\r\n", "connect", 405],
    [
      "an expectation",
      "GET /graphql HTTP/1.1\r\nhost: localhost\r\nexpect: planted\r\n\r\n",
      "expectation",
      417,
    ],
  ])("%s", async (_what, text, reason, status) => {
    await using server = await startServer();
    const answer = await send(server, text);
    expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    expect(answer).toMatch(/^cache-control: no-store\r$/m);
    expect(answer).toMatch(/^x-content-type-options: nosniff\r$/m);
    const [, body = ""] = answer.split("\r\n\r\n");
    const { requestId } = JSON.parse(body.slice(body.indexOf("{"), body.lastIndexOf("}") + 1)).errors[0]
      .extensions;
    expect(linesOf(server)).toMatchObject([{ level: 30, requestId, reason, status, msg: "request refused" }]);
    expect(server.logLines.join("").toLowerCase()).not.toContain("planted");
  });

  test("a request without a host is refused as all others are", async () => {
    await using server = await startServer();
    const answer = await send(server, "GET /graphql HTTP/1.1\r\nconnection: close\r\n\r\n");
    expect(answer).toMatch(/^HTTP\/1\.1 400 .*names its host/s);
    expect(linesOf(server)).toMatchObject([{ method: "GET", status: 400, msg: "request" }]);
  });
});

describe("the line of a request", () => {
  test("names the client that sent it, and none where it is not known", async () => {
    await using server = await startServer({
      authenticate: ({ headers }) => {
        if (headers.authorization !== "Bearer known") throw new GatewayError("UNAUTHENTICATED", "Who is it?");
        return server.gateway.anonymous;
      },
    });
    await server.post({ query: "{ viewer { id } }" }, { authorization: "Bearer planted" });
    await server.post({ query: "query Named { viewer { id } nothing }" }, { authorization: "Bearer known" });
    const lines = linesOf(server).filter(({ msg }) => msg === "request");
    expect(lines).toMatchObject([{ status: 401 }, { status: 400, client: "anonymous" }]);
    expect(lines[0]).not.toHaveProperty("client");
    expect(server.logLines.join("")).not.toContain("planted");
  });
});

test("the line of an operation tells its errors by their codes, and a long name in part", async () => {
  await using server = await startServer();
  const name = `Named${"x".repeat(100)}`;
  await server.post({
    query: `query ${name} { one: node(id: "planted") { id } two: node(id: "planted") { id } }`,
  });
  expect(linesOf(server).filter(({ msg }) => msg === "operation")).toMatchObject([
    {
      client: "anonymous",
      name: name.slice(0, 64),
      kind: "query",
      status: 200,
      errors: 2,
      errorCodes: { BAD_USER_INPUT: 2 },
      answeredBy: "run",
      calls: 0,
    },
  ]);
  expect(server.logLines.join("")).not.toContain("planted");
});
