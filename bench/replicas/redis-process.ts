import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";
import { setTimeout as delay } from "node:timers/promises";

/** A Redis that keeps nothing on disk. */
export interface RedisProcess {
  readonly url: string;
  start(): Promise<void>;
  kill(): Promise<void>;
  signal(name: "SIGSTOP" | "SIGCONT"): void;
  /** Empties it. */
  flush(): Promise<void>;
}

/** Runs a Redis on a port of the loopback interface. */
export async function runRedis(port: number): Promise<RedisProcess> {
  let child: ChildProcess | undefined;
  const say = (command: string): Promise<boolean> =>
    new Promise((resolve) => {
      const socket = connect(port, "127.0.0.1", () => socket.write(`${command}\r\n`));
      socket.once("data", () => resolve(Boolean(socket.destroy())));
      socket.once("error", () => resolve(false));
    });
  const redis: RedisProcess = {
    url: `redis://127.0.0.1:${port}`,
    async start() {
      const args = ["--port", String(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"];
      child = spawn("redis-server", args, { stdio: "ignore", cwd: "/tmp" });
      while (!(await say("PING"))) await delay(20);
    },
    async kill() {
      if (!child) return;
      const gone = once(child, "exit");
      child.kill("SIGKILL");
      await gone;
      child = undefined;
    },
    signal: (name) => void child?.kill(name),
    flush: async () => void (await say("FLUSHALL")),
  };
  process.once("exit", () => child?.kill("SIGKILL"));
  await redis.start();
  return redis;
}

/** A way to a Redis that can be cut. */
export interface Cuttable {
  readonly url: string;
  cut(): void;
  mend(): void;
}

/** Puts a proxy in front of a port. While it is cut, connections stay silent. */
export async function cuttable(port: number): Promise<Cuttable> {
  let isCut = false;
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(port, "127.0.0.1");
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from);
      from.on("data", (bytes) => !isCut && to.write(bytes));
      from.on("error", () => {});
      from.on("close", () => {
        sockets.delete(from);
        to.destroy();
      });
    }
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  server.unref();
  return {
    url: `redis://127.0.0.1:${(server.address() as { port: number }).port}`,
    cut() {
      isCut = true;
    },
    mend() {
      isCut = false;
      for (const socket of sockets) socket.destroy();
    },
  };
}
