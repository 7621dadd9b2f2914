import { setTimeout as delay } from "node:timers/promises";
import { realTime, sandboxCredentials, startSandbox } from "../../test/support/sandbox.ts";
import type { Row } from "../table.ts";
import { over } from "./bench.ts";
import { startCountingProxy } from "./counting-proxy.ts";
import { isReady, startGateway } from "./gateway-processes.ts";
import type { RedisProcess } from "./redis-process.ts";

const ports = [24_401, 24_402];
const restarts = 3;
const clients = 10;
/** Between an answer and the next operation of a client. */
const pauseMs = 250;
/** How often the load balancer asks whether a gateway is ready. */
const probeMs = 200;

/** Restarts two gateways in turn, as they are in a container, while clients ask them through a load balancer that probes both. */
export async function rollingRestart(redis: RedisProcess): Promise<Row> {
  const { close, urls } = await startSandbox(["assembly", "assembled", "web1on1"], realTime);
  const proxy = await startCountingProxy(urls.assembly ?? "");
  const settings = settingsOf(redis.url, { ...urls, assembly: proxy.url });
  const gateways = await Promise.all(ports.map((port) => startGateway(port, settings)));
  // Both must have been heard of before units of either are given out.
  await delay(2_000);
  const load = startLoad(gateways.map(({ url }) => url));
  await delay(1_000);
  for (let round = 0; round < restarts; round += 1) {
    for (const gateway of gateways) {
      await gateway.restart();
      await delay(1_000);
    }
  }
  const { answers, faults } = await load.stop();
  for (const gateway of gateways) gateway.kill();
  await Promise.all([close(), redis.flush()]);
  proxy.close();
  const exceeded = over.assembly(proxy.counted());
  return {
    bench: "R12, two gateways restarted in turn, 3 times",
    mustReach: "0 answers but 200, 0 socket errors, 0 over",
    measured: `${answers} answers; faults: ${[...faults].map(([what, count]) => `${count} ${what}`).join(", ") || "none"}; ${exceeded} over of ${proxy.counted().length} calls, ${proxy.refused} refused`,
    reached: faults.size === 0 && exceeded === 0 && proxy.refused === 0,
  };
}

const settingsOf = (redisUrl: string, urls: Readonly<Partial<Record<string, string>>>) => ({
  REDIS_URL: redisUrl,
  REPLICAS: "2",
  DRAIN_DELAY_MS: "1500",
  ASSEMBLY_URL: urls.assembly ?? "",
  ASSEMBLY_API_KEY: sandboxCredentials.assembly.apiKey,
  ASSEMBLED_URL: urls.assembled ?? "",
  ASSEMBLED_API_KEY: sandboxCredentials.assembled.apiKey,
  WEB1ON1_URL: urls.web1on1 ?? "",
  WEB1ON1_TOKEN: sandboxCredentials.web1on1.token,
});

/** Has clients ask, each time one of the gateways that were ready when they were last asked. */
function startLoad(urls: readonly string[]) {
  let ready = urls;
  let isOver = false;
  let answers = 0;
  let turn = 0;
  const faults = new Map<string, number>();
  const note = (fault: string) => void faults.set(fault, (faults.get(fault) ?? 0) + 1);
  const probe = async (): Promise<void> => {
    while (!isOver) {
      const states = await Promise.all(urls.map(isReady));
      ready = urls.filter((_, place) => states[place]);
      await delay(probeMs);
    }
  };
  const ask = async (): Promise<void> => {
    while (!isOver) {
      const url = ready[turn++ % Math.max(1, ready.length)];
      const fault = url === undefined ? "no gateway ready" : await faultOf(url);
      if (fault) note(fault);
      answers += 1;
      await delay(pauseMs);
    }
  };
  const all = [probe(), ...Array.from({ length: clients }, ask)];
  return {
    async stop() {
      isOver = true;
      await Promise.all(all);
      return { answers, faults };
    },
  };
}

/** Asks a gateway for something that costs a call. @returns what was wrong with the answer, if anything. */
async function faultOf(url: string): Promise<string | undefined> {
  try {
    const response = await fetch(`${url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", "cache-control": "no-cache" },
      body: JSON.stringify({ query: "{ labels { name } }" }),
    });
    const { errors } = (await response.json()) as { errors?: { extensions: { code: string } }[] };
    if (response.status !== 200) return `answers ${response.status}`;
    return errors?.[0]?.extensions.code;
  } catch {
    return "socket errors";
  }
}
