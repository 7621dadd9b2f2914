/**
 * Restarts two gateways in turn behind nginx, under load, and counts the requests that are lost: `npx tsx
 * scripts/rolling-restart.ts` after `npm run build`. nginx runs as deploy/nginx.conf has it. Everything is on the loopback interface
 * and over sandboxes; it ends by itself.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { Agent, request } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { hasNginx, spawnNginx, writeLocalNginx } from "./local-nginx.ts";

const restarts = 6;
const leastRequests = 10_000;
const clients = 8;
const pauseMs = 15;
/** Ends a run that does not come to an end. */
const longestMs = 500_000;
const root = fileURLToPath(new URL("..", import.meta.url));

if (!hasNginx()) {
  process.stderr.write("nginx or openssl is missing. On Debian: apt-get install nginx-light openssl\n");
  process.exit(1);
}
const timeIsUp = AbortSignal.timeout(longestMs);
const children = new Set<ChildProcess>();
const folder = mkdtempSync(join(tmpdir(), "tributary-nginx-"));
process.once("exit", () => {
  // A killed nginx would leave its workers behind.
  for (const child of children) child.kill(child.spawnfile === "nginx" ? "SIGTERM" : "SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

// Below those that the system gives to outgoing connections.
const [first, second, front] = [24_001, 24_002, 24_080];
const gateways = [await startGateway(first), await startGateway(second)];
const nginx = await startNginx();
const startedMs = performance.now();
const load = startLoad();
for (let at = 0; at < restarts; at += 1) {
  await delay(500);
  const { child, port } = gateways[at % 2] ?? fail("There is no such gateway.");
  const stoppedMs = performance.now();
  child.kill("SIGTERM");
  const code = await exitCodeOf(child);
  const tookMs = Math.round(performance.now() - stoppedMs);
  gateways[at % 2] = await startGateway(port);
  process.stdout.write(`restart ${at + 1}: ended with ${code} after ${tookMs} ms\n`);
}
while (load.requests < leastRequests) await delay(100);
const lost = await load.stop();
const seconds = ((performance.now() - startedMs) / 1_000).toFixed(1);
process.stdout.write(`${load.requests} requests, ${lost.length} lost, ${restarts} restarts, ${seconds} s\n`);
for (const reason of new Set(lost)) process.stdout.write(`lost: ${reason}\n`);
for (const { child } of gateways) child.kill("SIGTERM");
nginx.kill("SIGQUIT");
await Promise.all([...children].map(exitCodeOf));
process.exitCode = lost.length === 0 ? 0 : 1;

interface Gateway {
  readonly port: number;
  readonly child: ChildProcess;
}

/** Starts a gateway and waits until it is ready. */
async function startGateway(port: number): Promise<Gateway> {
  const env = {
    PATH: process.env.PATH,
    PORT: String(port),
    NODE_ENV: "production",
    SANDBOX: "assembly,assembled,web1on1",
    INTROSPECTION: "true",
  };
  const stdio = ["ignore", "ignore", "inherit"] as const;
  const child = watch(
    spawn(process.execPath, [join(root, "dist/main.js")], { cwd: folder, env, stdio: [...stdio] }),
  );
  await untilReady(async () => {
    const { status } = await fetch(`http://127.0.0.1:${port}/health/ready`, { signal: timeIsUp });
    return { status };
  });
  return { port, child };
}

/** Starts nginx with its configuration, on ports of this run; the load comes from one address, and is not limited. */
async function startNginx(): Promise<ChildProcess> {
  const ports = { gateways: [first, second] as const, tlsPort: front, plainPort: front + 1 };
  const child = watch(spawnNginx(writeLocalNginx({ folder, ...ports, rate: "100000r/s" })));
  await untilReady(() => send(new Agent(), "GET", "/health/ready"));
  return child;
}

/** Ends a process with this one, and this one with a process that fails. */
function watch(child: ChildProcess): ChildProcess {
  children.add(child);
  child.once("exit", () => {
    children.delete(child);
    if (child.exitCode !== 0) fail(`${child.spawnfile} ended with ${child.exitCode}.`);
  });
  return child;
}

/** Sends operations and reads files of GraphiQL through nginx, until it is stopped. */
function startLoad() {
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const lost: string[] = [];
  const count = { requests: 0 };
  let isOver = false;
  const client = async (number: number) => {
    for (let turn = number; !isOver; turn += 1) {
      count.requests += 1;
      const reason = await (turn % 20 === 0 ? readPage(agent) : askTeams(agent)).catch(String);
      if (reason !== undefined) lost.push(reason);
      await delay(pauseMs);
    }
  };
  const ended = Promise.all(Array.from({ length: clients }, (_, number) => client(number)));
  return {
    get requests() {
      return count.requests;
    },
    async stop(): Promise<readonly string[]> {
      isOver = true;
      await ended;
      agent.destroy();
      return lost;
    },
  };
}

/** @returns why the answer is none, or undefined. */
async function askTeams(agent: Agent): Promise<string | undefined> {
  const { status, body } = await send(
    agent,
    "POST",
    "/graphql",
    '{"query":"{ teams { name } roles { name } }"}',
  );
  if (status !== 200) return `POST answered ${status}`;
  const { data, errors } = JSON.parse(body) as { data?: object; errors?: object };
  return data && !errors ? undefined : `POST answered ${body.slice(0, 200)}`;
}

/** A page of some size, whose end shows that it was sent whole. */
async function readPage(agent: Agent): Promise<string | undefined> {
  const { status, body } = await send(agent, "GET", "/graphql");
  return status === 200 && body.trimEnd().endsWith("</html>") ? undefined : `GET answered ${status}`;
}

async function send(agent: Agent, method: string, path: string, body?: string) {
  const headers = { accept: body ? "application/json" : "text/html", "content-type": "application/json" };
  // The certificate is made for this run.
  const to = { host: "127.0.0.1", port: front, rejectUnauthorized: false };
  const sent = request({ agent, ...to, method, path, headers, signal: timeIsUp });
  sent.end(body);
  const [answer] = await once(sent, "response");
  let text = "";
  for await (const chunk of answer.setEncoding("utf8")) text += chunk;
  return { status: Number(answer.statusCode), body: text };
}

/** Waits until a server answers 200. */
async function untilReady(ask: () => Promise<{ readonly status: number }>): Promise<void> {
  for (;;) {
    const answer = await ask().catch(() => undefined);
    if (answer?.status === 200) return;
    timeIsUp.throwIfAborted();
    await delay(50);
  }
}

async function exitCodeOf(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) await once(child, "exit", { signal: timeIsUp });
  return child.exitCode;
}

function fail(message: string): never {
  throw new Error(message);
}
