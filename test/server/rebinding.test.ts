import { once } from "node:events";
import { type IncomingMessage, request } from "node:http";
import { json } from "node:stream/consumers";
import { afterAll, expect, test } from "vitest";
import { startServer } from "../support/server.ts";

const write = JSON.stringify({
  query: 'mutation { createUser(input: { email: "new@staff.example" }) { userId } }',
});

/** What a browser sends for a page of `host`, wherever that name leads. */
async function postAs(host: string, port: string, path = "/graphql") {
  const headers = { host, origin: `http://${host}`, "content-type": "application/json" };
  const sent = request({ host: "127.0.0.1", port, method: "POST", path, headers }).end(write);
  const [answer] = (await once(sent, "response")) as [IncomingMessage];
  return { status: answer.statusCode, body: await json(answer) };
}

const server = await startServer();
const { port } = new URL(server.url);
afterAll(() => server[Symbol.asyncDispose]());

test.each([
  "evil.example",
  `evil.example:${port}`,
  "127.0.0.1.evil.example",
  "localhost.evil.example",
  "192.168.1.10:4000",
  "[::2]",
])("on loopback, a page that has %s lead to this machine is refused", async (host) => {
  for (const path of ["/graphql", "/health/live", "/nothing"]) {
    expect(await postAs(host, port, path)).toEqual({
      status: 421,
      body: {
        errors: [
          {
            message: "The gateway listens on this machine only; send requests to localhost or 127.0.0.1.",
            extensions: {
              code: "BAD_REQUEST",
              retryable: false,
              requestId: expect.stringMatching(/^[\w-]{36}$/),
            },
          },
        ],
      },
    });
  }
  expect(server.calls()).toEqual([]);
});

test.each([`localhost:${port}`, "LOCALHOST", `127.0.0.1:${port}`, "127.8.9.10", `[::1]:${port}`])(
  "on loopback, a page of %s is answered",
  async (host) => {
    await using fresh = await startServer();
    expect(await postAs(host, new URL(fresh.url).port)).toMatchObject({
      status: 200,
      body: { data: { createUser: { userId: expect.any(String) } } },
    });
    expect(fresh.calls()).toEqual(["web1on1 POST /users"]);
  },
);

test("on any other address, the name that leads there is the operator's affair", async () => {
  await using open = await startServer({ host: "0.0.0.0" });
  expect(await postAs("gateway.example", new URL(open.url).port)).toMatchObject({ status: 200 });
  expect(open.calls()).toEqual(["web1on1 POST /users"]);
});
