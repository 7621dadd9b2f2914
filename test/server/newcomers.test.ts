import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { connect, Socket } from "node:net";
import { expect, test } from "vitest";
import { takeNewcomersFirst } from "../../src/server/newcomers.ts";
import { testClock } from "../support/clock.ts";

const newcomers = 30;

test("connections that come at once are all taken before the second of them is read, and then a few a turn", async () => {
  const order: string[] = [];
  const readInTurn = new Map<number, number>();
  let turn = 0;
  let counting = setImmediate(function count() {
    turn += 1;
    counting = setImmediate(count);
  });
  const server = createServer((_request, response) => {
    order.push("read");
    readInTurn.set(turn, (readInTurn.get(turn) ?? 0) + 1);
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
    clearImmediate(counting);
    for (const socket of sockets) socket.destroy();
    server.close();
  }
  expect(order.filter((event) => event === "taken")).toHaveLength(newcomers);
  const lastTaken = order.lastIndexOf("taken");
  expect(order.slice(0, lastTaken).filter((event) => event === "read").length).toBeLessThanOrEqual(1);
  expect(Math.max(...readInTurn.values())).toBeLessThanOrEqual(8);
});

test("paused connections are read again a few a turn, after those that are new", async () => {
  const server = createServer();
  const connections = takeNewcomersFirst(server, { clock: testClock(), tookConnection: () => {} });
  const turns: number[] = [];
  let turn = 0;
  for (let number = 0; number < 20; number += 1) {
    const socket = new Socket();
    socket.resume = () => {
      turns.push(turn);
      return socket;
    };
    connections.readAgain(socket);
  }
  for (; turn < 5; turn += 1) await new Promise(setImmediate);
  const readIn = (number: number) => turns.filter((known) => known === number).length;
  expect([0, 1, 2, 3].map(readIn)).toEqual([8, 8, 4, 0]);
});
