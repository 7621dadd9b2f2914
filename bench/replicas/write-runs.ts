import { setTimeout as delay } from "node:timers/promises";
import { showcase } from "../../src/sandbox/data/showcase.ts";
import { type Answer, dataOf, post } from "../post.ts";
import { type BenchProcess, loadCore, serverCore, startProcess } from "../process.ts";
import type { EmulatorProcess } from "../processes/emulators.ts";
import type { GatewayOptions, GatewayProcess } from "../processes/gateway.ts";
import type { Row } from "../table.ts";
import { settlingMs } from "./bench.ts";
import type { RedisProcess } from "./redis-process.ts";

const { userId } = showcase.person;
const { organizationId } = showcase.account;
const longestMs = 90_000;

type Addresses = GatewayOptions["addresses"];

/** Two gateways over one set of emulators, with a Redis of their own. */
interface Bench {
  readonly emulators: BenchProcess<EmulatorProcess>;
  readonly gateways: readonly BenchProcess<GatewayProcess>[];
  readonly redis: RedisProcess;
}

/** Opens emulators without limits, and a gateway in each process. @param changed where the systems are, or what opens them. */
async function openBoth(
  { emulators, gateways, redis }: Bench,
  { latencyMs = 0, changed = (addresses: Addresses) => addresses } = {},
): Promise<string[]> {
  await redis.flush();
  const addresses = changed(await emulators.ask("open", { latencyMs, limits: false }));
  const reads = { keeps: true, shares: true };
  const urls = await Promise.all(
    gateways.map((gateway) => gateway.ask("open", { addresses, reads, limits: false, redisUrl: redis.url })),
  );
  await delay(settlingMs);
  return urls;
}

const updatePhone = (id: string, phone: number) => ({
  query: `mutation { updateUser(id: "${id}", input: { phone: "${phone}" }) { userId } }`,
  variables: {},
});
const readPhone = (id: string) => ({ query: `{ user(by: { id: "${id}" }) { phone } }`, variables: {} });
const phoneOf = (data: unknown): number => Number((data as { user: { phone: string } }).user.phone);
const oneOf = <Item>(items: readonly Item[]): Item => items[Math.floor(Math.random() * items.length)] as Item;

/** Writes and reads of a few users over both. @returns reads that showed less than was answered before they began. */
async function writeAndRead(
  urls: readonly string[],
  { mostReads, mostWrites }: { readonly mostReads: number; readonly mostWrites: number },
) {
  const untilMs = performance.now() + longestMs;
  const found = await dataOf(urls[0] ?? "", {
    query: "{ users(first: 8) { nodes { sourceId } } }",
    variables: {},
  });
  const ids = (found as { users: { nodes: { sourceId: string }[] } }).users.nodes.map(
    ({ sourceId }) => sourceId,
  );
  const answered = new Map(ids.map((id) => [id, 0]));
  for (const id of ids) await dataOf(oneOf(urls), updatePhone(id, 0));
  const figures = { writes: 0, reads: 0, stale: 0 };
  const writeAll = async (id: string) => {
    for (let next = 1; figures.writes < mostWrites && performance.now() < untilMs; next += 1) {
      figures.writes += 1;
      await dataOf(oneOf(urls), updatePhone(id, next));
      answered.set(id, next);
      await delay(Math.random() * 80);
    }
  };
  const readAll = async () => {
    while (figures.reads < mostReads && performance.now() < untilMs) {
      figures.reads += 1;
      const id = oneOf(ids);
      const least = answered.get(id) ?? 0;
      if (phoneOf(await dataOf(oneOf(urls), readPhone(id))) < least) figures.stale += 1;
      await delay(Math.random() * 40);
    }
  };
  await Promise.all([...ids.map(writeAll), ...Array.from({ length: 24 }, readAll)]);
  return figures;
}

async function r8(bench: Bench): Promise<Row> {
  const urls = await openBoth(bench, { latencyMs: 40 });
  const { reads, stale, writes } = await writeAndRead(urls, { mostReads: 10_000, mostWrites: 2_000 });
  return {
    bench: "R8, writes and reads over both",
    mustReach: "0 of 10 000 reads show less than was answered",
    measured: `${stale} of ${reads} reads, with ${writes} writes`,
    reached: stale === 0,
  };
}

async function r9(bench: Bench): Promise<Row> {
  const [one = "", other = ""] = await openBoth(bench, { latencyMs: 1_000 });
  await dataOf(other, readPhone(userId));
  const pid = await bench.gateways[0]?.ask("pid");
  const left = post(one, updatePhone(userId, 7)).catch(() => undefined);
  await delay(500);
  if (pid !== undefined) process.kill(pid, "SIGKILL");
  await left;
  const beganMs = performance.now();
  await bench.emulators.ask("calls");
  let asked = 0;
  for (; performance.now() - beganMs < 8_000; asked += 1) await dataOf(other, readPhone(userId));
  const { web1on1 } = await bench.emulators.ask("calls");
  await delay(beganMs + 10_500 - performance.now());
  const after = phoneOf(await dataOf(other, readPhone(userId)));
  return {
    bench: "R9, a replica killed in mid-write",
    mustReach: "nothing is kept for 10 s, then what was written is seen",
    measured: `${asked} reads within 8 s, ${web1on1.made} of them calls; then the written value is ${after === 7 ? "seen" : "not seen"}`,
    reached: web1on1.made === asked && after === 7,
  };
}

async function r10(bench: Bench): Promise<Row> {
  const urls = await openBoth(bench, { latencyMs: 20 });
  const kinds = [
    `mutation ($meta: JSONObject) { updateUser(id: "${userId}", input: { meta: $meta }) { userId } }`,
    `mutation ($meta: JSONObject) { updateOrganization(id: "${organizationId}", input: { meta: $meta }) { organizationId } }`,
  ];
  const patches = Array.from({ length: 200 }, (_, at) => ({
    at,
    query: kinds[Math.floor(at / 2) % 2] ?? "",
  }));
  const answers = await Promise.all(
    patches.map(({ at, query }) =>
      post(urls[at % 2] ?? "", { query, variables: { meta: { [`patch${at}`]: at } } }),
    ),
  );
  const stored = JSON.stringify(
    await dataOf(urls[0] ?? "", {
      query: `{ user(by: { id: "${userId}" }) { meta } organization(by: { id: "${organizationId}" }) { meta } }`,
      variables: {},
    }),
  );
  const done = answers.flatMap(({ errors }: Answer, at) => (errors ? [] : [at]));
  const lost = done.filter((at) => !stored.includes(`"patch${at}":`)).length;
  return {
    bench: "R10, 200 merge patches to two objects through both",
    mustReach: "0 lost of those that were acknowledged",
    measured: `${done.length} acknowledged, ${answers.length - done.length} refused, ${lost} lost`,
    reached: lost === 0 && done.length > 0,
  };
}

async function r11(bench: Bench, password: string | undefined): Promise<Row> {
  const changed = ({ web1on1, ...others }: Addresses): Addresses => {
    const credentials = { email: "gateway@web1on1.example", password: password ?? "wrong", refreshBy: "GET" };
    return { ...others, web1on1: { baseUrl: web1on1?.baseUrl ?? "", credentials } };
  };
  const urls = await openBoth(bench, { changed });
  const query = "{ viewer { sourceId } }";
  const answers = await Promise.all(
    Array.from({ length: 500 }, (_, at) => post(urls[at % 2] ?? "", { query, variables: { at } })),
  );
  const failed = answers.filter(({ errors }) => errors).length;
  const made = await bench.emulators.ask("logIns");
  return {
    bench:
      password === undefined
        ? "R11, 500 requests at both, a wrong password"
        : "R11, 500 requests at both, logged out",
    mustReach: password === undefined ? "1 try" : "1 log-in of each, one at a time",
    measured: `${made} tries; ${failed} of 500 failed`,
    reached: password === undefined ? made === 1 : made === 2 && failed === 0,
  };
}

/** Has a run made over two gateways of its own. */
const overBoth =
  (redis: RedisProcess, run: (bench: Bench) => Promise<Row>): (() => Promise<Row>) =>
  async () => {
    const emulators = startProcess<EmulatorProcess>("emulators", { core: loadCore });
    const gateways = [serverCore, loadCore].map((core) => startProcess<GatewayProcess>("gateway", { core }));
    try {
      return await run({ emulators, gateways, redis });
    } finally {
      await Promise.all([emulators, ...gateways].map((made) => made.stop()));
      await redis.flush();
    }
  };

/** Runs of two gateways that write, by name. */
export const writeRuns = (redis: RedisProcess): readonly (readonly [string, () => Promise<Row>])[] => [
  ["R8", overBoth(redis, r8)],
  ["R9", overBoth(redis, r9)],
  ["R10", overBoth(redis, r10)],
  ["R11 log-in", overBoth(redis, (bench) => r11(bench, "planted-secret-password-gateway"))],
  ["R11 wrong password", overBoth(redis, (bench) => r11(bench, undefined))],
];
