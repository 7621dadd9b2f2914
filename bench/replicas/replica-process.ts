import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { constants, setPriority } from "node:os";
import { fileURLToPath } from "node:url";
import { serverCore } from "../process.ts";
import type { ReplicaFigures, ReplicaOptions } from "../processes/replica.ts";

/** A replica in a process of its own. */
export interface ReplicaProcess {
  /** Has so many callers call without end, each with a pause after its answer. */
  load(callers: number, pauseMs?: number): Promise<void>;
  figures(): Promise<ReplicaFigures>;
  /** Gives its units back, as on SIGTERM, and ends. */
  leave(): Promise<void>;
  /** Has it run before all else on its core, where this process may say so: what others do there is no wait of its own. */
  prefer(): void;
  signal(name: "SIGKILL" | "SIGSTOP" | "SIGCONT"): void;
}

const file = fileURLToPath(new URL("../processes/replica.ts", import.meta.url));
const running = new Set<ChildProcess>();
process.once("exit", () => {
  for (const child of running) child.kill("SIGKILL");
});

/** Starts a replica, on another core than the judge and Redis: they must not take time from it. */
export async function startReplica(options: ReplicaOptions): Promise<ReplicaProcess> {
  const node = ["--cpu-list", String(serverCore), process.execPath, "--import", "tsx", file];
  const child = spawn("taskset", node, { stdio: ["ignore", "ignore", "inherit", "ipc"] });
  running.add(child);
  const ask = async (what: string, argument?: unknown): Promise<unknown> => {
    const answered = once(child, "message");
    child.send({ what, argument });
    const [answer] = await answered;
    return answer;
  };
  await ask("open", options);
  return {
    load: async (callers, pauseMs = 0) => void (await ask("load", [callers, pauseMs])),
    figures: async () => (await ask("figures")) as ReplicaFigures,
    async leave() {
      const gone = once(child, "exit");
      await ask("leave");
      await gone;
    },
    prefer() {
      try {
        setPriority(child.pid ?? 0, constants.priority.PRIORITY_HIGHEST);
      } catch {
        // Another user than root may not.
      }
    },
    signal: (name) => void child.kill(name),
  };
}
