import { once } from "node:events";
import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";

/** A proxy in front of a system that counts calls as a judge does. */
export interface CountingProxy {
  readonly url: string;
  /** When calls were counted, in milliseconds, in order. */
  counted(): readonly number[];
  /** Calls that the system answered 429. */
  readonly refused: number;
  close(): void;
}

/** How much longer an answer takes than the system, at most. */
const latencyMs = 40;

/** Puts a proxy in front of a system. It counts half of the calls when they come, and half at some moment before the answer. */
export async function startCountingProxy(target: string): Promise<CountingProxy> {
  const times: number[] = [];
  let refused = 0;
  const server = createServer((asked, answer) => {
    const count = () => times.push(performance.now());
    const takesMs = Math.random() * latencyMs;
    if (Math.random() < 0.5) count();
    else setTimeout(count, Math.random() * takesMs);
    const { headers, method, url = "" } = asked;
    const onward = request(new URL(url, target), { method, headers }, (reply) => {
      if (reply.statusCode === 429) refused += 1;
      setTimeout(() => {
        answer.writeHead(reply.statusCode ?? 502, reply.headers);
        reply.pipe(answer);
      }, takesMs + 0.5);
    });
    onward.on("error", () => answer.destroy());
    asked.pipe(onward);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    counted: () => times.toSorted((a, b) => a - b),
    get refused() {
      return refused;
    },
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
