import type { Target } from "./directory.ts";
import { serverCore, startProcess } from "./process.ts";
import type { BareProcess } from "./processes/bare.ts";
import type { Load } from "./wrk.ts";

/** A server that is nothing but `node:http`, as a floor under everything that answers by HTTP in Node. */
export interface Bare extends Target {
  stop(): Promise<void>;
}

/**
 * Starts bare `node:http` on the core of the gateway, over the gateway's own answer to the operation as ready bytes.
 * @param gatewayUrl where that answer is asked for.
 */
export async function openBare(gatewayUrl: string, load: Load): Promise<Bare> {
  const headers = { "content-type": "application/json" };
  const answer = await fetch(gatewayUrl, { method: "POST", headers, body: load.bodies[0] ?? "" });
  const bare = startProcess<BareProcess>("bare", { core: serverCore });
  const contentType = answer.headers.get("content-type") ?? "";
  const url = await bare.ask("open", { contentType, body: await answer.text() });
  return { url, load, cpuMs: () => bare.ask("cpuMs"), stop: bare.stop };
}
