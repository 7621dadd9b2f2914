import { once } from "node:events";
import { connect } from "node:net";
import { afterAll, expect, test } from "vitest";
import { createClient } from "../../src/auth/client.ts";
import { startServer } from "../support/server.ts";

const seen: number[] = [];
const server = await startServer({
  authenticate({ raw }) {
    seen.push(raw.rawHeaders.filter((name) => name.toLowerCase() === "authorization").length);
    return createClient("desk", []);
  },
});
afterAll(() => server[Symbol.asyncDispose]());

const { hostname, port } = new URL(server.url);

/** Sends raw bytes and gives the status of the answer. */
async function statusOf(head: string): Promise<number> {
  const socket = connect(Number(port), hostname);
  socket.write(head);
  const [answer] = await once(socket, "data");
  socket.destroy();
  return Number(String(answer).split(" ")[1]);
}

const query = `GET /graphql?query=%7B__typename%7D HTTP/1.1\r\napollo-require-preflight: true\r\nauthorization: Bearer a\r\n`;

test("a header behind a thousand others counts as one before them", async () => {
  const many = "a:\r\n".repeat(1_100);
  expect(await statusOf(`${query}host: localhost\r\n${many}authorization: Bearer b\r\n\r\n`)).toBe(200);
  expect(seen).toEqual([2]);
  expect(server.calls()).toEqual([]);
});

test.each([
  ["two hosts", `${query}host: localhost\r\nhost: evil.example\r\n\r\n`],
  ["an empty host", `${query}host:\r\n\r\n`],
  ["no host", `${query}\r\n`],
  [
    "a whole URL before its host",
    "GET http://evil.example/graphql?query=%7B__typename%7D HTTP/1.1\r\napollo-require-preflight: true\r\nhost: localhost\r\n\r\n",
  ],
])("a request with %s is refused", async (_, head) => {
  seen.length = 0;
  expect(await statusOf(head)).toBe(400);
  expect(seen).toEqual([]);
});
