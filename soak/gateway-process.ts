import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { SystemAddresses } from "../src/resolving/system.ts";

/** The settings that a gateway is opened with. */
export interface GatewaySettings {
  readonly addresses: SystemAddresses;
  /** How fast its time passes. */
  readonly speed: number;
  /** The time of its clock when it is opened. */
  readonly startMs: number;
  /** Whether it keeps to the documented rates. */
  readonly limits: boolean;
  /** Path of the file that takes its audit. */
  readonly auditFile: string;
}

/** The objects, connections and timers that a process holds. */
export interface Figures {
  /** Live objects after a collection. */
  readonly heapBytes: number;
  /** Sockets and timers. */
  readonly handles: number;
  /** The longest that its event loop was kept waiting, by itself or by other processes, since it was last asked. */
  readonly stallMs: number;
}

/** A gateway in a process of its own, so that its memory is its own, too. */
export interface GatewayProcess {
  readonly url: string;
  /** Whether it still runs. */
  readonly isAlive: boolean;
  figures(): Promise<Figures>;
  stop(): Promise<void>;
}

/** Starts a gateway and waits until it answers. */
export async function startGateway(settings: GatewaySettings): Promise<GatewayProcess> {
  const child = fork(fileURLToPath(new URL("./gateway.ts", import.meta.url)), {
    execArgv: ["--import", "tsx", "--expose-gc"],
    env: { ...process.env, NODE_ENV: "production" },
  });
  const gone = once(child, "exit");
  const ask = async (question: GatewaySettings | "figures"): Promise<unknown> => {
    const answer = once(child, "message");
    child.send(question);
    const [message] = await Promise.race([answer, gone.then(() => Promise.reject(new Error("It died.")))]);
    return message;
  };
  const url = (await ask(settings)) as string;
  return {
    url,
    get isAlive() {
      return child.connected;
    },
    figures: async () => (await ask("figures")) as Figures,
    async stop() {
      if (child.connected) child.disconnect();
      await gone;
    },
  };
}
