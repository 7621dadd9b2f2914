import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

/** The gateway as a process of its own, as it was built. */
export interface Running extends AsyncDisposable {
  readonly child: ChildProcess;
  /** Everything written so far, or at all once the process has ended. */
  readonly written: { out: string; error: string };
  /** Resolves with the address once it is printed. */
  readonly listening: Promise<string>;
  /** Resolves with the exit code, or the signal that killed it. */
  readonly ended: Promise<number | string | null>;
}

const main = fileURLToPath(new URL("../../dist/main.js", import.meta.url));

/** Starts the gateway in a folder that may hold a `.env` file, with these settings and no others, on a free port unless told which. */
export function runIn(cwd: string, env: Readonly<Record<string, string>>, ...args: string[]): Running {
  const child = spawn(process.execPath, [main, ...args], {
    cwd,
    env: { PATH: process.env.PATH, PORT: "0", DRAIN_DELAY_MS: "0", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const written = { out: "", error: "" };
  child.stderr.on("data", (chunk) => {
    written.error += chunk;
  });
  const ended = once(child, "close").then(([code, signal]) => code ?? signal);
  const listening = new Promise<string>((resolve, reject) => {
    child.stdout.on("data", (chunk) => {
      written.out += chunk;
      const [, address] = /answers at (\S+)\/graphql"}\n/.exec(written.out) ?? [];
      if (address) resolve(address);
    });
    ended.then(() => reject(new Error(`It ended: ${written.error}`)), reject);
  });
  // Some tests are about a process that never listens.
  listening.catch(() => undefined);
  return {
    child,
    written,
    listening,
    ended,
    async [Symbol.asyncDispose]() {
      child.kill("SIGKILL");
      await ended;
    },
  };
}

/** Posts JSON to `/graphql` at an address. */
export async function post(address: string, body: string): Promise<{ status: number; json: unknown }> {
  const headers = { "content-type": "application/json" };
  const response = await fetch(`${address}/graphql`, { method: "POST", headers, body });
  return { status: response.status, json: await response.json() };
}
