import { loadTabs } from "./client/tabs.ts";
import type { Config, TracingConfig } from "./config/config.ts";
import { createGateway } from "./graphql/gateway.ts";
import type { Log } from "./log.ts";
import type { LogOutput } from "./log-output.ts";
import { observers } from "./observation/events.ts";
import type { Tracing } from "./observation/tracing.ts";
import { type Clock, systemClock } from "./rest/clock.ts";
import { createHttpTransport } from "./rest/transport.ts";
import { addressesOf } from "./server/listen.ts";
import { addressOf, createServer } from "./server/server.ts";
import { openAudit } from "./start-audit.ts";
import { startMetrics } from "./start-metrics.ts";
import { addSandbox } from "./start-sandbox.ts";
import { systems } from "./systems.ts";

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
  const { addresses, emulated, closeSandbox } = await addSandbox(config, systems, clock.dateMs());
  onStop(closeSandbox);
  const { audit, closeAudit } = openAudit(config.auditFile, log);
  onStop(closeAudit);
  const tracing = config.tracing && (await startTracing(config.tracing, { clock, log }));
  if (tracing) onStop(tracing.close);
  const transport = createHttpTransport();
  onStop(transport.close);
  const traced = config.tracing?.upstreams ?? [];
  const parts = { transport: transport.send, clock, audit, introspection, isReadOnly, observer, traced };
  const gateway = createGateway(addresses, parts, log);
  process.once("exit", gateway.abandonWrites);
  const server = await createServer({
    gateway,
    log,
    clock,
    allowedOrigins,
    allowedHosts,
    graphiql: introspection,
    mayExplain,
    drainDelayMs,
    tabs: loadTabs(clock.dateMs()),
    tracing,
    observer,
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
  output.write(welcome(addressOf(server.app.server), introspection));
}

/** Loads the SDK of traces only where they are asked for. */
async function startTracing(
  settings: TracingConfig,
  { clock, log }: { readonly clock: Clock; readonly log: Log },
): Promise<Tracing> {
  const { createTracing } = await import("./observation/otlp-tracing.ts");
  const onExport = (fails: boolean) => log.tracesTaken(!fails);
  return createTracing(settings, { clock, onExport });
}

function welcome(address: string, hasGraphiql: boolean): string {
  const graphiql = hasGraphiql ? `${address}/graphql` : "closed; INTROSPECTION=true opens it";
  return `
Tributary answers at ${address}/graphql

  GraphiQL   ${graphiql}
  Example    curl -s ${address}/graphql -H 'content-type: application/json' \\
               -d '{"query":"{ account(by: {domain: \\"acme.example\\"}) { name organization { name users(first: 3) { nodes { displayName person { firstName site { name } } } } } } }"}'

`;
}
