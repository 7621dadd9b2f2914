import { once } from "node:events";
import { connect } from "node:net";
import { afterAll, expect, test } from "vitest";
import { startServer } from "../support/server.ts";

const server = await startServer();
afterAll(() => server[Symbol.asyncDispose]());

const { hostname, port } = new URL(server.url);

test("requests behind one another on a connection that closes are not waited for", async () => {
  const requests = Array.from({ length: 50 }, (_, number) => {
    const body = JSON.stringify({ query: `query Number${number} { __typename }` });
    return `POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
  });
  const socket = connect(Number(port), hostname);
  await once(socket, "connect");
  socket.write(requests.join(""));
  await server.taken(5);
  socket.destroy();
  await expect.poll(() => server.server.operationsInFlight).toBe(0);
  // The last request of the log is that of the last line, whichever was answered.
  await expect.poll(() => server.logLines.filter((line) => line.includes('"msg":"request"')).length).toBe(50);
  expect(server.calls()).toEqual([]);
});
