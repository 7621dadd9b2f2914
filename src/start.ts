import { loadTabs } from "./client/tabs.ts";
import type { Config } from "./config/config.ts";
import { createGateway } from "./graphql/gateway.ts";
import { loadDocuments } from "./load-documents.ts";
import type { Log } from "./log.ts";
import type { LogOutput } from "./log-output.ts";
import { observers } from "./observation/events.ts";
import { systemClock } from "./rest/clock.ts";
import { createHttpTransport } from "./rest/transport.ts";
import { addressOf } from "./server/address-of.ts";
import { createIdempotencyStore } from "./server/idempotency-store.ts";
import { addressesOf } from "./server/listen.ts";
import { createServer } from "./server/server.ts";
import { openAudit } from "./start-audit.ts";
import { startAuth } from "./start-auth.ts";
import { startMetrics } from "./start-metrics.ts";
import { addSandbox } from "./start-sandbox.ts";
import { startTracing } from "./start-tracing.ts";
import { systems } from "./systems.ts";
import { welcome } from "./welcome.ts";

/**
 * Starts the emulated systems, the gateway and its server, and prints where it answers.
 * @param onStop is given what closes each of them, in the order in which they were opened.
 */
export async function start(
  config: Config,
  { log, output }: { readonly log: Log; readonly output: LogOutput },
  onStop: (close: () => Promise<void>) => void,
): Promise<void> {
  const clock = systemClock;
  const { allowedHosts, allowedOrigins, drainDelayMs, host, introspection, isReadOnly, mayExplain, port } =
    config;
  const measured = await startMetrics(config, clock, onStop);
  const observer = measured ? observers([log, measured.metrics]) : log;
  const transport = createHttpTransport();
  onStop(transport.close);
  const authenticator = startAuth(config.auth, { clock, log, transport: transport.send }, onStop);
  const { addresses, emulated, closeSandbox } = await addSandbox(config, systems, clock.dateMs());
  onStop(closeSandbox);
  const { audit, closeAudit } = openAudit(config.auditFile, log);
  onStop(closeAudit);
  const tracing = await startTracing(config.tracing, { clock, log }, onStop);
  const traced = config.tracing?.upstreams ?? [];
  const parts = { transport: transport.send, clock, audit, introspection, isReadOnly, observer, traced };
  const gateway = createGateway(addresses, parts, log);
  process.once("exit", gateway.abandonWrites);
  const server = await createServer({
    gateway,
    log,
    clock,
    allowedHosts,
    allowedOrigins,
    graphiql: introspection,
    mayExplain,
    drainDelayMs,
    ...config.limits,
    tabs: loadTabs(clock.dateMs()),
    tracing,
    observer,
    documents: loadDocuments(config.documents, gateway.schema),
    idempotencyStore: createIdempotencyStore(clock, { mostBytes: config.idempotencyMebibytes * 1_048_576 }),
    ...(authenticator && { authenticate: ({ raw }) => authenticator.clientOf(raw) }),
  });
  measured?.metrics.watch({
    upstreams: Object.values(gateway.upstreams),
    stores: { ...gateway.stores, answers: server.answers },
    server,
    droppedLines: { log: () => log.droppedLines },
  });
  onStop(server.drain);
  await server.listen({ hosts: await addressesOf(host), port });
  if (isReadOnly) log.note("READ_ONLY is true: mutations are refused.");
  if (emulated.length > 0) log.note(`Emulated, with made-up data: ${emulated.join(", ")}.`);
  if (measured) log.note(`Metrics are at ${measured.url}.`);
  const asksClients = authenticator !== undefined;
  output.write(welcome(addressOf(server.app.server), { asksClients, hasGraphiql: introspection }));
}
