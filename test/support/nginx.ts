import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { connect, type TLSSocket } from "node:tls";
import { spawnNginx, writeLocalNginx } from "../../scripts/local-nginx.ts";

/** nginx in front of a gateway, on free ports of the loopback interface. */
export interface TestNginx extends AsyncDisposable {
  readonly tlsPort: number;
  readonly plainPort: number;
  /** The configuration that it runs. */
  readonly file: string;
  /** The certificate that it shows. */
  readonly certificate: Buffer;
  /** Lines of its log so far. */
  logLines(): readonly string[];
  /** Opens a connection with TLS. */
  open(): Promise<TLSSocket>;
}

/** Starts nginx as `deploy/nginx.conf` has it. @param rate of requests that one address may send. @default as deployed */
export async function startNginx(gatewayPort: number, rate?: string): Promise<TestNginx> {
  const folder = mkdtempSync(join(tmpdir(), "tributary-nginx-"));
  const [tlsPort, plainPort] = [await freePort(), await freePort()];
  const gateways = [gatewayPort, gatewayPort] as const;
  const file = writeLocalNginx({ folder, gateways, tlsPort, plainPort, ...(rate && { rate }) });
  const child = spawnNginx(file);
  const ended = once(child, "exit");
  const certificate = readFileSync(join(folder, "tls.crt"));
  const open = async () => {
    const socket = connect({ host: "127.0.0.1", port: tlsPort, servername: "localhost", ca: certificate });
    await once(socket, "secureConnect");
    return socket;
  };
  for (let isUp = false; !isUp; ) {
    isUp = await open().then(
      (socket) => Boolean(socket.destroy()),
      () => delay(20).then(() => false),
    );
    if (child.exitCode !== null) throw new Error("nginx did not start.");
  }
  return {
    tlsPort,
    plainPort,
    file,
    certificate,
    open,
    logLines: () => readFileSync(join(folder, "access.log"), "utf8").split("\n").filter(Boolean),
    async [Symbol.asyncDispose]() {
      child.kill("SIGTERM");
      await ended;
      rmSync(folder, { recursive: true });
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  server.close();
  return port;
}
