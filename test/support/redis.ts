import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { Redis } from "ioredis";
import { freePorts } from "./free-ports.ts";

/** Whether `redis-server` is installed. */
export const hasRedis = (): boolean => spawnSync("redis-server", ["--version"]).status === 0;

/** A Redis of its own, on a free port of the loopback interface, that keeps nothing on disk. */
export interface TestRedis extends AsyncDisposable {
  readonly url: string;
  /** For what a test wants to see or to do. */
  readonly client: Redis;
  /** Ends it at once, with all that it holds. */
  kill(): Promise<void>;
  /** Starts it again, empty. */
  start(): Promise<void>;
  /** Has it stand still, or go on. */
  signal(name: "SIGSTOP" | "SIGCONT"): void;
}

/** Starts a Redis. @param args beside those that keep it to itself. */
export async function startRedis(...args: string[]): Promise<TestRedis> {
  const port = await freePorts(1);
  const folder = mkdtempSync(join(tmpdir(), "tributary-redis-"));
  const own = [
    "--port",
    String(port),
    "--bind",
    "127.0.0.1",
    "--dir",
    folder,
    "--save",
    "",
    "--appendonly",
    "no",
  ];
  const client = new Redis({ port, host: "127.0.0.1", lazyConnect: true, retryStrategy: () => 50 });
  client.on("error", () => {});
  let child: ChildProcess | undefined;
  const start = async () => {
    child = spawn("redis-server", [...own, ...args], { stdio: "ignore" });
    for (;;) {
      const probe = new Redis({ port, host: "127.0.0.1", lazyConnect: true, retryStrategy: () => null });
      probe.on("error", () => {});
      const isUp = await probe.connect().then(
        () => true,
        () => false,
      );
      probe.disconnect();
      if (isUp) return;
      await delay(20);
    }
  };
  const kill = async () => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, "exit");
    child.kill("SIGKILL");
    await ended;
  };
  await start();
  await client.connect();
  return {
    url: `redis://127.0.0.1:${port}`,
    client,
    start,
    kill,
    signal: (name) => void child?.kill(name),
    async [Symbol.asyncDispose]() {
      client.disconnect();
      await kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
