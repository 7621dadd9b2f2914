import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { afterAll, describe, expect, test } from "vitest";
import { startServer } from "../support/server.ts";

const server = await startServer();
afterAll(() => server[Symbol.asyncDispose]());

/** Sends lines as they are; resolves with the whole answer. */
async function sent(...lines: readonly string[]): Promise<{ head: string; body: string }> {
  const socket = connect(Number(new URL(server.url).port), "127.0.0.1");
  socket.write(`${lines.join("\r\n")}\r\n\r\n`);
  const [head = "", body = ""] = (await text(socket)).split("\r\n\r\n");
  return { head: head.toLowerCase(), body };
}

test.each(["/health/live", "/health/ready"])(
  "%s is answered to a check by HTTP/1.0, which names no host",
  async (path) => {
    const { head, body } = await sent(`GET ${path} HTTP/1.0`);
    expect(head).toMatch(/^http\/1\.[01] 200 /);
    expect(JSON.parse(body).status).toMatch(/^(live|ready)$/);
    expect(server.calls()).toEqual([]);
  },
);

test("a check by HTTP/1.0 that names another host is refused all the same", async () => {
  const { head } = await sent("GET /health/live HTTP/1.0", "host: evil.example");
  expect(head).toMatch(/^http\/1\.[01] 421 /);
  expect(server.calls()).toEqual([]);
});

describe("OPTIONS that is no preflight tells what a path takes", () => {
  test.each([
    ["/graphql", "get, head, post"],
    ["/graphql?query=x", "get, head, post"],
    ["/health/ready", "get, head"],
    ["/", "get, head"],
    ["*", "get, head, post"],
  ])("%s", async (path, allow) => {
    const { head, body } = await sent(`OPTIONS ${path} HTTP/1.0`);
    expect(head).toMatch(/^http\/1\.[01] 204 /);
    expect(head).toContain(`\r\nallow: ${allow}\r\n`);
    expect(head).toContain("\r\nx-request-id: ");
    expect(body).toBe("");
    expect(server.calls()).toEqual([]);
  });

  test("and refuses a path where nothing is, as every other request", async () => {
    const { head, body } = await sent("OPTIONS /nothing HTTP/1.1", "host: localhost", "connection: close");
    expect(head).toMatch(/^http\/1\.1 404 /);
    expect(JSON.parse(body).errors).toMatchObject([
      { extensions: { code: "BAD_REQUEST", requestId: expect.any(String) } },
    ]);
    expect(server.calls()).toEqual([]);
  });
});
