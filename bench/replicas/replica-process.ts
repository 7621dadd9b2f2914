import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { ReplicaFigures, ReplicaOptions } from "../processes/replica.ts";

/** A replica in a process of its own. */
export interface ReplicaProcess {
  /** Has so many callers call without end, each with a pause after its answer. */
  load(callers: number, pauseMs?: number): Promise<void>;
  figures(): Promise<ReplicaFigures>;
  /** Gives its units back, as on SIGTERM, and ends. */
  leave(): Promise<void>;
  signal(name: "SIGKILL" | "SIGSTOP" | "SIGCONT"): void;
}

const file = fileURLToPath(new URL("../processes/replica.ts", import.meta.url));
const running = new Set<ReturnType<typeof fork>>();
process.once("exit", () => {
  for (const child of running) child.kill("SIGKILL");
});

/** Starts a replica. */
export async function startReplica(options: ReplicaOptions): Promise<ReplicaProcess> {
  const child = fork(file, { execArgv: ["--import", "tsx"], stdio: ["ignore", "ignore", "inherit", "ipc"] });
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
    signal: (name) => void child.kill(name),
  };
}
