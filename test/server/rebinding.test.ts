import { once } from "node:events";
import { type IncomingMessage, request } from "node:http";
import { json } from "node:stream/consumers";
import { afterAll, describe, expect, test } from "vitest";
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
            message:
              "The request names a host that is not the gateway's: it takes localhost, 127.0.0.1, and those of ALLOWED_HOSTS.",
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

test("on any other address, without a setting, the name that leads there is the operator's affair", async () => {
  await using open = await startServer({ host: "0.0.0.0" });
  expect(await postAs("gateway.example", new URL(open.url).port)).toMatchObject({ status: 200 });
  expect(open.calls()).toEqual(["web1on1 POST /users"]);
});

describe("hosts that are allowed", () => {
  const allowedHosts = ["gateway.example", "10.0.0.7"];

  test.each(["gateway.example", "GATEWAY.example:8443", "10.0.0.7:4000", "localhost", "[::1]:4000"])(
    "with a setting, %s is answered on whatever address",
    async (host) => {
      for (const listened of ["127.0.0.1", "0.0.0.0"]) {
        await using named = await startServer({ allowedHosts, host: listened });
        expect(await postAs(host, new URL(named.url).port)).toMatchObject({ status: 200 });
        expect(named.calls()).toEqual(["web1on1 POST /users"]);
      }
    },
  );

  test.each(["evil.example", "evil.gateway.example", "gateway.example.", "10.0.0.71", "gateway.example:x"])(
    "with a setting, %s is refused on whatever address",
    async (host) => {
      for (const listened of ["127.0.0.1", "0.0.0.0"]) {
        await using named = await startServer({ allowedHosts, host: listened });
        expect(await postAs(host, new URL(named.url).port)).toMatchObject({
          status: 421,
          body: { errors: [{ message: expect.stringContaining("ALLOWED_HOSTS") }] },
        });
        expect(named.calls()).toEqual([]);
      }
    },
  );

  test("* allows any", async () => {
    await using any = await startServer({ allowedHosts: ["*"] });
    expect(await postAs("gateway.example", new URL(any.url).port)).toMatchObject({ status: 200 });
    expect(any.calls()).toEqual(["web1on1 POST /users"]);
  });

  test("probes that come by the address of a pod are answered, and nothing else is", async () => {
    await using named = await startServer({ allowedHosts, host: "0.0.0.0" });
    const { port } = new URL(named.url);
    for (const path of ["/health/live", "/health/ready"]) {
      expect(await postAs("10.1.2.3:4000", port, path)).toMatchObject({ status: 404 });
      expect(await statusOf("10.1.2.3:4000", port, path)).toBe(200);
    }
    for (const path of ["/", "/graphql?query={__typename}", "/graphql/health/live", "/nothing"]) {
      expect(await statusOf("10.1.2.3:4000", port, path)).toBe(421);
    }
    expect(named.calls()).toEqual([]);
  });
});

async function statusOf(host: string, port: string, path: string): Promise<number | undefined> {
  const sent = request({ host: "127.0.0.1", port, path, headers: { host } }).end();
  const [answer] = (await once(sent, "response")) as [IncomingMessage];
  answer.resume();
  return answer.statusCode;
}
