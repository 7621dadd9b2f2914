import { expect, test } from "vitest";
import { readConfig } from "../../src/config/config.ts";
import { createLog } from "../../src/log.ts";
import { standardOutput } from "../../src/log-output.ts";
import { start } from "../../src/start/start.ts";
import { systems } from "../../src/systems.ts";

/** Starts a gateway in this process. */
async function started(settings: Readonly<Record<string, string>>) {
  const lines: string[] = [];
  const opened: (() => Promise<void>)[] = [];
  const output = { ...standardOutput(), write: (line: string) => void lines.push(line) };
  const config = readConfig({ PORT: "0", DRAIN_DELAY_MS: "0", ...settings }, systems);
  await start(config, { log: createLog(output), terminal: undefined }, (close) => void opened.unshift(close));
  const text = lines.join("");
  return {
    url: /answers at (\S+)"/.exec(text)?.[1] ?? "",
    metricsUrl: /Metrics are at (\S+)\./.exec(text)?.[1],
    opened,
  };
}

const lineOf = async (url: string, name: string) =>
  (await (await fetch(url)).text()).split("\n").find((line) => line.startsWith(`${name} `));

test("metrics go on while the gateway drains, and end last", async () => {
  const { metricsUrl = "", opened, url } = await started({ METRICS_PORT: "0" });
  const body = JSON.stringify({ query: "query AccountDesk { labels { name } }" });
  await fetch(url, { method: "POST", headers: { "content-type": "application/json" }, body });
  const operations = 'tributary_operations_total{client="anonymous",operation="AccountDesk",outcome="ok"}';
  expect(await lineOf(metricsUrl, operations)).toBe(`${operations} 1`);
  expect(await lineOf(metricsUrl, "tributary_ready")).toBe("tributary_ready 1");
  const [drain, ...others] = opened;
  await drain?.();
  await expect(fetch(url)).rejects.toThrow();
  expect(await lineOf(metricsUrl, "tributary_ready")).toBe("tributary_ready 0");
  for (const close of others) {
    expect((await fetch(metricsUrl)).status).toBe(200);
    await close();
    if (close === others.at(-2)) break;
  }
  await expect(fetch(metricsUrl)).rejects.toThrow();
  await others.at(-1)?.();
}, 30_000);

test("lines that AUDIT_FILE does not take, and keys of mutations, are counted", async () => {
  const { metricsUrl = "", opened, url } = await started({ METRICS_PORT: "0", AUDIT_FILE: "/dev/full" });
  const query = 'mutation { createLabel(input: { type: TIER, name: "Gold", color: "#123456" }) { labelId } }';
  for (let sent = 0; sent < 3; sent += 1) {
    const headers = { "content-type": "application/json", "idempotency-key": "key-1" };
    await fetch(url, { method: "POST", headers, body: JSON.stringify({ query }) });
  }
  for (const line of [
    'tributary_dropped_lines_total{output="audit"} 1',
    'tributary_dropped_lines_total{output="log"} 0',
    'tributary_cache_entries{store="idempotency_keys"} 1',
    'tributary_cache_requests_total{store="idempotency_keys",result="hit"} 2',
    'tributary_cache_requests_total{store="idempotency_keys",result="miss"} 1',
  ]) {
    expect(await lineOf(metricsUrl, line.slice(0, line.lastIndexOf(" ")))).toBe(line);
  }
  for (const close of opened) await close();
}, 30_000);

test("nothing is measured unless METRICS_PORT is set", async () => {
  const { metricsUrl, opened } = await started({});
  expect(metricsUrl).toBe(undefined);
  for (const close of opened) await close();
}, 30_000);
