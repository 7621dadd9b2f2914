import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Attack, attacks } from "./attack-list.ts";
import type { Usage } from "./attacked-gateway.ts";

/** CPU time that one request may take: 50 ms on a quiet machine, and as much again where other tests share the core. */
const mostCpuMs = 100;
/** Growth of the peak of memory that one request may cause. */
const mostBytes = 32 * 1024 * 1024;
/** Time within which a light query beside an attack is answered. */
const lightWithinMs = 100;
/** The machine has other things to do: the best of so many tries counts. */
const tries = 5;

let child: ChildProcess;
let url: string;

async function usage(): Promise<Usage> {
  const told = once(child, "message");
  child.send("look");
  const [now] = await told;
  return now as Usage;
}

async function send({
  body,
  headers,
  path = "/graphql",
}: Omit<Attack, "name" | "code">): Promise<{ status: number; text: string }> {
  const response = await fetch(url + path, {
    method: body === undefined ? "GET" : "POST",
    headers: { "content-type": "application/json", accept: "application/graphql-response+json", ...headers },
    ...(body !== undefined && { body }),
  });
  return { status: response.status, text: await response.text() };
}

const light = { body: JSON.stringify({ query: "{ viewer { status } }" }) };

beforeAll(async () => {
  child = fork(fileURLToPath(new URL("./attacked-gateway.ts", import.meta.url)), {
    execArgv: ["--import", import.meta.resolve("tsx")],
  });
  [url] = (await once(child, "message")) as [string];
  // Code that has not run yet is slow, and a heap that is small grows.
  const warmUp =
    "{ users(first: 100) { nodes { displayName email organization { name users(first: 50) { nodes { id } } } } } people(first: 100) { nodes { firstName user { id } } } }";
  for (let turn = 0; turn < 20; turn += 1) {
    await send({ body: JSON.stringify({ query: `${warmUp} # ${turn}` }) });
    await send({
      body: JSON.stringify({
        query: `{ users(first: ${turn}) { nodes { nothing${turn} } } }`,
        extensions: { turn },
      }),
    });
  }
  await send({ body: `{"query":"${" ".repeat(1_000_000)}"}` });
}, 60_000);
afterAll(async () => {
  const ended = once(child, "exit");
  child.disconnect();
  await ended;
});

test.each(attacks)(
  "$name costs little, and others are answered beside it",
  { timeout: 30_000 },
  async (attack) => {
    const best = { cpuMs: Infinity, lightMs: Infinity, grownBytes: Infinity };
    const isCheap = () =>
      best.cpuMs <= mostCpuMs && best.lightMs <= lightWithinMs && best.grownBytes <= mostBytes;
    for (let turn = 0; turn < tries && !isCheap(); turn += 1) {
      const before = await usage();
      const attacked = send(attack);
      const sentAtMs = performance.now();
      const beside = await send(light);
      const lightMs = performance.now() - sentAtMs;
      const { status, text } = await attacked;
      const after = await usage();
      best.cpuMs = Math.min(best.cpuMs, after.cpuMs - before.cpuMs);
      best.lightMs = Math.min(best.lightMs, lightMs);
      best.grownBytes = Math.min(best.grownBytes, after.peakBytes - before.peakBytes);

      expect(beside).toEqual({ status: 200, text: '{"data":{"viewer":{"status":"ACTIVE"}}}\n' });
      expect(status).toBe(attack.status ?? (attack.code ? 400 : 200));
      const codes = (JSON.parse(text).errors ?? []).map(
        ({ extensions }: { extensions: { code: string } }) => extensions.code,
      );
      expect([...new Set(codes)]).toEqual(attack.code ? [attack.code] : []);
      expect(after.faults).toBe(0);
      if (attack.code) expect(after.calls.filter((call) => !call.includes("/users/me"))).toEqual([]);
    }
    expect(best.cpuMs).toBeLessThanOrEqual(mostCpuMs);
    expect(best.lightMs).toBeLessThanOrEqual(lightWithinMs);
    expect(best.grownBytes).toBeLessThanOrEqual(mostBytes);
  },
);
