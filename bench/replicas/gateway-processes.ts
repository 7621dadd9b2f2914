import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { resolve } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { serverCore } from "../process.ts";
import { startFlags } from "../start-flags.ts";

/** A gateway as a container runs it, on a port of its own, which can be restarted. */
export interface RestartingGateway {
  readonly url: string;
  /** Sends SIGTERM, waits until it has ended, starts another one, and waits until that is ready. */
  restart(): Promise<void>;
  /** Ends it at once. */
  kill(): void;
}

/** Starts a gateway, and waits until it is ready. @param settings beside its port. */
export async function startGateway(
  port: number,
  settings: Readonly<Record<string, string>>,
): Promise<RestartingGateway> {
  const url = `http://127.0.0.1:${port}`;
  let child: ChildProcess | undefined;
  const start = async (): Promise<void> => {
    const node = ["--cpu-list", String(serverCore), process.execPath, ...startFlags, resolve("dist/main.js")];
    child = spawn("taskset", node, {
      cwd: tmpdir(),
      env: { PATH: process.env.PATH, PORT: String(port), ...settings },
      stdio: "ignore",
    });
    while (!(await isReady(url))) await delay(50);
  };
  process.once("exit", () => child?.kill("SIGKILL"));
  await start();
  return {
    url,
    async restart() {
      if (!child) return;
      const gone = once(child, "exit");
      child.kill("SIGTERM");
      await gone;
      await start();
    },
    kill: () => void child?.kill("SIGKILL"),
  };
}

/** Whether a gateway says that it takes operations, which a load balancer asks. */
export const isReady = (url: string): Promise<boolean> =>
  fetch(`${url}/health/ready`).then(
    async (response) => {
      await response.arrayBuffer();
      return response.ok;
    },
    () => false,
  );
