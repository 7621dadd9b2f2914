import { spawn } from "node:child_process";
import { once } from "node:events";
import { openSync } from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const main = fileURLToPath(new URL("../dist/main.js", import.meta.url));

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, "close");
  return port;
}

/** Starts a gateway over sandboxes whose standard output is `out`; resolves once it is ready. */
async function start(out: "pipe" | number) {
  const port = await freePort();
  const child = spawn(process.execPath, [main], {
    cwd: tmpdir(),
    env: { PATH: process.env.PATH, PORT: String(port), DRAIN_DELAY_MS: "0" },
    stdio: ["ignore", out, "pipe"],
  });
  let error = "";
  child.stderr?.on("data", (chunk) => {
    error += chunk;
  });
  const ended = once(child, "exit").then(([code, signal]) => code ?? signal);
  const url = `http://127.0.0.1:${port}`;
  let isReady = false;
  while (!isReady && child.exitCode === null) {
    isReady = await fetch(`${url}/health/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
    // It prints nothing that could be read, and asked without a pause it would hardly get to start.
    if (!isReady) await delay(50);
  }
  return {
    child,
    port,
    ended,
    error: () => error,
    async ask(query: string) {
      const headers = { "content-type": "application/json" };
      const answer = await fetch(`${url}/graphql`, {
        method: "POST",
        headers,
        body: JSON.stringify({ query }),
      });
      return answer.json();
    },
    async droppedLines(): Promise<number> {
      const { log } = (await (await fetch(`${url}/health/ready`)).json()) as {
        log: { droppedLines: number };
      };
      return log.droppedLines;
    },
    async [Symbol.asyncDispose]() {
      child.kill("SIGKILL");
      await ended;
    },
  };
}

const answered = { data: { viewer: { status: "ACTIVE" } } };

describe("the gateway goes on and ends as usual", { timeout: 60_000 }, () => {
  test("when the reader of its log has left", async () => {
    await using gateway = await start("pipe");
    gateway.child.stdout?.destroy();
    for (let turn = 0; turn < 5; turn += 1)
      expect(await gateway.ask("{ viewer { status } }")).toEqual(answered);
    expect(await gateway.droppedLines()).toBeGreaterThan(0);
    gateway.child.kill("SIGTERM");
    expect(await gateway.ended).toBe(0);
    expect(gateway.error()).toBe("");
  });

  test("when the disk of its log is full, from its first text on", async () => {
    await using gateway = await start(openSync("/dev/full", "w"));
    expect(await gateway.ask("{ viewer { status } }")).toEqual(answered);
    expect(await gateway.droppedLines()).toBeGreaterThan(2);
    gateway.child.kill("SIGTERM");
    expect(await gateway.ended).toBe(0);
    expect(gateway.error()).toBe("");
  });

  test("when the reader of its log stalls for good", async () => {
    await using gateway = await start("pipe");
    const socket = connect(gateway.port, "127.0.0.1");
    const one = `GET /health/live HTTP/1.1\r\nhost: localhost\r\nx-request-id: ${"x".repeat(64)}\r\n\r\n`;
    socket.end(one.repeat(8_000));
    socket.resume();
    await once(socket, "close");
    expect(await gateway.droppedLines()).toBeGreaterThan(0);
    expect(await gateway.ask("{ viewer { status } }")).toEqual(answered);
    gateway.child.kill("SIGTERM");
    expect(await gateway.ended).toBe(0);
    expect(gateway.error()).toBe("");
  });
});
