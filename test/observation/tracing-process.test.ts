import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { post, runIn } from "../support/gateway-process.ts";
import { openCollector } from "./otlp-collector.ts";

const folder = await mkdtemp(join(tmpdir(), "tributary-tracing-"));
afterAll(() => rm(folder, { recursive: true }));

/** Packages of OpenTelemetry whose scripts a gateway has loaded once it has answered an operation and ended, as V8 tells it. */
async function loadedPackages(env: Readonly<Record<string, string>>): Promise<ReadonlySet<string>> {
  const scripts = await mkdtemp(join(folder, "scripts-"));
  await using gateway = runIn(folder, { ...env, NODE_V8_COVERAGE: scripts });
  const address = await gateway.listening;
  expect((await post(address, '{"query":"{ teams { name } }"}')).status).toBe(200);
  gateway.child.kill("SIGTERM");
  expect(await gateway.ended).toBe(0);
  const files = await readdir(scripts);
  const texts = await Promise.all(files.map((file) => readFile(join(scripts, file), "utf8")));
  const urls = texts.flatMap((text) => (JSON.parse(text).result as { url: string }[]).map(({ url }) => url));
  expect(urls.some((url) => url.endsWith("/dist/start/start.js"))).toBe(true);
  return new Set(urls.flatMap((url) => /@opentelemetry\/[\w-]+/.exec(url) ?? []));
}

test("a gateway loads OpenTelemetry where a collector is named, and nothing of it elsewhere", async () => {
  expect([...(await loadedPackages({ OTEL_SERVICE_NAME: "gateway-1" }))]).toEqual([]);
  await using collector = await openCollector();
  const loaded = await loadedPackages({ OTEL_EXPORTER_OTLP_ENDPOINT: collector.url });
  expect([...loaded]).toContain("@opentelemetry/sdk-trace-node");
  expect(collector.spans()).not.toEqual([]);
}, 60_000);
