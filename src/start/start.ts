import { loadTabs } from "../client/tabs.ts";
import type { Config } from "../config/config.ts";
import { createGateway } from "../graphql/gateway.ts";
import { fullModel } from "../graphql/model.ts";
import type { Log } from "../log.ts";
import type { LogOutput } from "../log-output.ts";
import { observers } from "../observation/events.ts";
import { systemClock } from "../rest/clock.ts";
import { createHttpTransport } from "../rest/sending/transport.ts";
import { addressOf } from "../server/address-of.ts";
import { createIdempotencyStore } from "../server/idempotency-store.ts";
import { addressesOf } from "../server/listen.ts";
import { createServer } from "../server/server.ts";
import { systems } from "../systems.ts";
import { startAudit } from "./audit.ts";
import { startAuthenticator } from "./authenticator.ts";
import { loadDocuments } from "./documents.ts";
import { startMetrics } from "./metrics.ts";
import type { OnStop } from "./on-stop.ts";
import { startReplicas } from "./replicas.ts";
import { startSandbox } from "./sandbox.ts";
import { startTracing } from "./tracing.ts";
import { welcome } from "./welcome.ts";

/**
 * Starts the emulated systems, the gateway and its server, and tells where it answers.
 * @param parts.terminal takes text for the person who started it. @default there is none, and the log tells it
 */
export async function start(
  config: Config,
  { log, terminal }: { readonly log: Log; readonly terminal: Pick<LogOutput, "write"> | undefined },
  onStop: OnStop,
): Promise<void> {
  const clock = systemClock;
  const { introspection, isReadOnly } = config;
  const measured = await startMetrics(config.metrics, clock, onStop);
  const observer = measured ? observers([log, measured.metrics]) : log;
  const { close, send: transport } = createHttpTransport();
  onStop(close);
  const authenticator = startAuthenticator(config.auth, { clock, log, transport }, onStop);
  const nowMs = clock.dateMs();
  const { addresses, emulated } = await startSandbox(config.systems, { systems, nowMs }, onStop);
  const audit = startAudit(config.auditFile, log, onStop);
  const tracing = await startTracing(config.tracing, { clock, log }, onStop);
  const tracedSystems = config.tracing?.tracedSystems ?? [];
  const model = config.subgraph ? { ...fullModel, subgraph: config.subgraph } : fullModel;
  const replicas = await startReplicas(config.replicas, { clock, log }, onStop);
  const { catchUp, holdLimits, share } = replicas ?? {};
  const engine = { catchUp, clock, holdLimits, model, share, tracedSystems, transport };
  const parts = { ...engine, audit, introspection, isReadOnly, observer };
  const gateway = createGateway(addresses, parts, log);
  process.once("exit", gateway.abandonWrites);
  const idempotencyStore = createIdempotencyStore(clock, {
    mostBytes: config.idempotencyMebibytes * 1_048_576,
  });
  const server = await createServer({
    gateway,
    log,
    clock,
    allowedHosts: config.allowedHosts,
    allowedOrigins: config.allowedOrigins,
    graphiql: introspection,
    mayExplain: config.mayExplain,
    drainDelayMs: config.drainDelayMs,
    ...config.limits,
    tabs: loadTabs(nowMs, { isSandbox: emulated.length === systems.length }),
    tracing,
    observer,
    replicas,
    documents: loadDocuments(config.documents, gateway.schema),
    idempotencyStore,
    ...(authenticator && { authenticate: ({ raw }) => authenticator.clientOf(raw) }),
  });
  measured?.metrics.watch({
    upstreams: Object.values(gateway.upstreams),
    stores: { ...gateway.stores, answers: server.answers, idempotency_keys: idempotencyStore },
    server,
    droppedLines: { log: () => log.droppedLines, audit: () => log.failedAuditLines },
  });
  onStop(server.drain);
  await server.listen({ hosts: await addressesOf(config.host), port: config.port });
  if (isReadOnly) log.note("READ_ONLY is true: mutations are refused.");
  if (measured) log.note(`Metrics are at ${measured.url}.`);
  const address = addressOf(server.app.server);
  const places = Object.fromEntries(
    systems.map(({ name, title }) => [
      title,
      emulated.includes(name) ? "emulated, with made-up data" : (addresses[name]?.baseUrl ?? ""),
    ]),
  );
  if (!terminal) return log.listening(address, places);
  const asksClients = authenticator !== undefined;
  terminal.write(welcome({ address, systems: places, asksClients, hasGraphiql: introspection }));
}
