import { setTimeout as delay } from "node:timers/promises";
import { sandboxCredentials } from "../../test/support/sandbox.ts";
import { cursorsOf, loadOf } from "../directory-load.ts";
import { loadCore, serverCore, startProcess } from "../process.ts";
import type { DirectoryUpstreamProcess } from "../processes/directory-upstream.ts";
import type { GatewayProcess } from "../processes/gateway.ts";
import { inShort, median, spread } from "../statistics.ts";
import type { Row } from "../table.ts";
import { putUnderLoad } from "../wrk.ts";
import type { RedisProcess } from "./redis-process.ts";

const pairs = 3;
const seconds = 3;
const least = 0.8;
const mostBlockedMs = 50;

/** Sends the load `same` to a gateway that shares through Redis and to one that is alone, in turn. */
export async function sameWithRedis({
  progress,
  redis,
}: {
  readonly redis: RedisProcess;
  readonly progress: (line: string) => void;
}): Promise<Row> {
  const upstream = startProcess<DirectoryUpstreamProcess>("directory-upstream", { core: loadCore });
  const sharing = startProcess<GatewayProcess>("gateway", { core: serverCore });
  const alone = startProcess<GatewayProcess>("gateway", { core: serverCore });
  const baseUrl = await upstream.ask("open");
  const { assembly, assembled, web1on1 } = sandboxCredentials;
  const unused = "http://127.0.0.1:9";
  const addresses = {
    assembly: { baseUrl: unused, ...assembly },
    assembled: { baseUrl: unused, apiVersion: "2024-05-22", ...assembled },
    web1on1: { baseUrl, credentials: { token: web1on1.token } },
  };
  const options = { addresses, reads: { keeps: true, shares: true }, limits: true };
  const urls = await Promise.all([
    sharing.ask("open", { ...options, redisUrl: redis.url }),
    alone.ask("open", options),
  ]);
  // The only replica that is expected is given all units at once.
  await delay(1_000);
  const loads = await Promise.all(urls.map(async (url) => loadOf("same", await cursorsOf(url))));
  const run = async (at: 0 | 1, forSeconds: number): Promise<{ perSecond: number; cpuMs: number }> => {
    const server = [sharing, alone][at] ?? alone;
    const load = loads[at];
    if (!load) throw new Error("There are two.");
    const beforeMs = await server.ask("cpuMs");
    const {
      failed,
      requests,
      seconds: took,
    } = await putUnderLoad(urls[at], load, {
      seconds: forSeconds,
      firstNumber: 0,
    });
    if (failed > 0) throw new Error(`${failed} of ${requests} requests failed.`);
    return { perSecond: requests / took, cpuMs: ((await server.ask("cpuMs")) - beforeMs) / requests };
  };
  await run(0, seconds);
  await run(1, seconds);
  await sharing.ask("blockedMs");
  const rates: number[] = [];
  const cpus: number[] = [];
  for (let pair = 1; pair <= pairs; pair += 1) {
    const [one, other] = [await run(0, seconds), await run(1, seconds)];
    rates.push(one.perSecond / other.perSecond);
    cpus.push(other.cpuMs / one.cpuMs);
    progress(`R13, pair ${pair}: ${inShort(one.perSecond)} against ${inShort(other.perSecond)} a second`);
  }
  const blockedMs = await sharing.ask("blockedMs");
  await Promise.all([sharing.stop(), alone.stop(), upstream.stop(), redis.flush()]);
  return {
    bench: "R13, chat-directory same with Redis",
    mustReach: `>= ${least}x without; event loop never blocked > ${mostBlockedMs} ms`,
    measured: `${spread(rates)}x; CPU ${spread(cpus)}x; blocked ${Math.round(blockedMs)} ms at most`,
    reached: median(rates) >= least && blockedMs <= mostBlockedMs,
  };
}
