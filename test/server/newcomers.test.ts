import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { connect, type Socket } from "node:net";
import { expect, test } from "vitest";
import { takeNewcomersFirst } from "../../src/server/newcomers.ts";
import { testClock } from "../support/clock.ts";

const newcomers = 30;

test("connections that come at once are all taken before the second of them is read", async () => {
  const order: string[] = [];
  const server = createServer((_request, response) => {
    order.push("read");
    response.end();
  });
  takeNewcomersFirst(server, { clock: testClock(), tookConnection: () => order.push("taken") });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const sockets: Socket[] = [];
  try {
    await Promise.all(
      Array.from({ length: newcomers }, async () => {
        const socket = connect(port, "127.0.0.1");
        sockets.push(socket);
        socket.write("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
        const [answer] = await once(socket, "data");
        expect(String(answer)).toMatch(/^HTTP\/1.1 200 /);
      }),
    );
  } finally {
    for (const socket of sockets) socket.destroy();
    server.close();
  }
  expect(order.filter((event) => event === "taken")).toHaveLength(newcomers);
  const lastTaken = order.lastIndexOf("taken");
  expect(order.slice(0, lastTaken).filter((event) => event === "read").length).toBeLessThanOrEqual(1);
});
