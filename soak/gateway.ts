import { monitorEventLoopDelay } from "node:perf_hooks";
import { createGateway } from "../src/graphql/gateway.ts";
import { createAudit, createLog } from "../src/log.ts";
import { openAuditFile } from "../src/observation/audit-file.ts";
import { systemClock } from "../src/rest/clock.ts";
import { createHttpTransport } from "../src/rest/sending/transport.ts";
import { addressOf } from "../src/server/address-of.ts";
import { createServer } from "../src/server/server.ts";
import { fastClock } from "./fast-clock.ts";
import type { Figures, GatewaySettings } from "./gateway-process.ts";

/** Opens the gateway under test. @returns its address. */
async function open({ addresses, auditFile, limits, speed, startMs }: GatewaySettings): Promise<string> {
  const clock = speed === 1 ? systemClock : fastClock(speed, startMs);
  const log = createLog({ write() {} });
  const audit = createAudit(openAuditFile(auditFile));
  const transport = createHttpTransport().send;
  const gateway = createGateway(addresses, { transport, clock, limits, audit }, log);
  const server = await createServer({
    gateway,
    log,
    clock,
    allowedOrigins: undefined,
    mayExplain: false,
    drainDelayMs: 0,
    tabs: [],
  });
  await server.listen({ hosts: ["127.0.0.1"], port: 0 });
  return addressOf(server.app.server);
}

const eventLoop = monitorEventLoopDelay({ resolution: 5 });
eventLoop.enable();

function figures(): Figures {
  const stallMs = eventLoop.max / 1e6;
  eventLoop.reset();
  // The second finds what the first has set free.
  globalThis.gc?.();
  globalThis.gc?.();
  const held = process.getActiveResourcesInfo();
  return {
    heapBytes: process.memoryUsage().heapUsed,
    handles: held.filter((kind) => kind === "TCPSocketWrap" || kind === "Timeout").length,
    stallMs,
  };
}

process.on("message", (message: GatewaySettings | "figures") => {
  if (message === "figures") process.send?.(figures());
  else void open(message).then((url) => process.send?.(url));
});
process.once("disconnect", () => process.exit());
