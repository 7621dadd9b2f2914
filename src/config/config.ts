import { type AuthConfig, asksClients, authConfig, authProblems } from "./auth-config.ts";
import type { ConfigurableSystem, Configured, SystemAddress } from "./configurable-system.ts";
import { unlisted } from "./documents-settings.ts";
import { asSeen, hasUnseen } from "./env-text.ts";
import { isLoopback } from "./loopback.ts";
import { entriesOf } from "./parsers.ts";
import { fileSettingOf, readSecretFiles } from "./secret-files.ts";
import { type Environment, readSettings } from "./setting.ts";
import { gatewaySettings, settingSections } from "./settings.ts";
import { unknownSettings } from "./unknown-settings.ts";

/** A system that is emulated inside the gateway, or that is real. */
export type SystemConfig =
  | { readonly mode: "sandbox" }
  | { readonly mode: "real"; readonly address: SystemAddress };

/** Where traces of operations go. */
export interface TracingConfig {
  /** Base URL of the collector, without a final slash. */
  readonly endpoint: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly serviceName: string;
  /** Systems that are sent `traceparent`. */
  readonly upstreams: readonly string[];
}

/** How the gateway runs, where the systems are, and what opens them. */
export interface Config {
  readonly port: number;
  readonly host: string;
  /** Origins whose pages may call the gateway; loopback origins when undefined. */
  readonly allowedOrigins: readonly string[] | undefined;
  /** Hosts that requests may name, in lower case and without ports. @default see `knownHosts` of the server */
  readonly allowedHosts: readonly string[] | undefined;
  /** Whether all clients may ask for the schema, and browsers get GraphiQL. */
  readonly introspection: boolean;
  /** Whether clients may be told of the calls behind their operations. */
  readonly mayExplain: boolean;
  /** Whether all mutations are refused. */
  readonly isReadOnly: boolean;
  /** Longest time between the signal to end and the last connection that is taken, in milliseconds. */
  readonly drainDelayMs: number;
  /** Path of the file that takes the audit; the log does when undefined. */
  readonly auditFile: string | undefined;
  /** Where traces go; none are made when undefined. */
  readonly tracing: TracingConfig | undefined;
  /** Where metrics are given out; undefined where nothing is measured. */
  readonly metrics: { readonly host: string; readonly port: number } | undefined;
  readonly auth: AuthConfig;
  /** Which documents are run, and where the trusted ones are listed. */
  readonly documents: { readonly mode: "any" | "prefer" | "only"; readonly path: string | undefined };
  /** Memory for answers that are kept for idempotency keys. */
  readonly idempotencyMebibytes: number;
  /** As `limitSettings` says. */
  readonly limits: { readonly clientOperationsPerSecond: number; readonly maxInFlight: number };
  /** By name. */
  readonly systems: Readonly<Record<string, SystemConfig>>;
  /** Sentences on settings that an operator may want to mend. */
  readonly notes: readonly string[];
}

/** Every reason why the gateway cannot start as it is configured; no value of a secret is in any. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`The configuration does not work:\n${problems.map((problem) => `- ${problem}`).join("\n")}`);
    this.problems = problems;
  }
}

/** A system with what its settings make of it. */
interface ConfiguredSystem {
  readonly system: ConfigurableSystem;
  readonly configured: Configured;
}

/**
 * Reads the environment. An empty variable counts as absent.
 * @param systems that the gateway joins.
 * @throws ConfigError with all problems at once.
 */
export function readConfig(env: Environment, systems: readonly ConfigurableSystem[]): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => /[^ ]/.test(value ?? "")));
  const settings = settingSections(systems).flatMap((section) => [...section.settings]);
  const { environment: filled, problems: unreadFiles } = readSecretFiles(settings, given);
  const isProduction = filled.NODE_ENV === "production";
  const gateway = readSettings(gatewaySettings(systems), filled);
  const ofSystems = systems.map((system) => ({ system, ...readSettings(system.settings, filled) }));
  const unread = [gateway, ...ofSystems].flatMap(({ problems }) => problems);
  const names = settings.flatMap(({ name, secret }) => (secret ? [name, fileSettingOf(name)] : [name]));
  const unknown = unknownSettings(names, filled);
  const sound = names.filter((name) => !unread.some((problem) => problem.name === name));
  const configured = ofSystems.map(
    ({ system, values }): ConfiguredSystem => ({ system, configured: system.configure(values) }),
  );
  const anyReal = configured.some((entry) => hasCredentials(entry.configured));
  const problems = [
    ...unreadFiles,
    ...unread.map(({ problem }) => problem),
    ...unreadable(filled, { names, sound }),
    ...(isProduction ? unknown : almostProduction(filled)),
    ...missing(filled, configured),
    ...authProblems(filled),
    ...unlisted(gateway.values),
    ...(anyReal ? [...exposed(filled, gateway.values.HOST), ...unchecked(filled)] : []),
    ...(anyReal && isProduction ? unnamed(filled, gateway.values.HOST) : []),
  ];
  if (problems.length > 0) throw new ConfigError(problems);
  const { PORT: port, HOST: host, ALLOWED_ORIGINS: allowedOrigins } = gateway.values;
  const { METRICS_PORT: metricsPort, METRICS_HOST: metricsHost } = gateway.values;
  const modes = configured.map(({ system, configured }): [string, SystemConfig] => [
    system.name,
    "address" in configured ? { mode: "real", address: configured.address } : { mode: "sandbox" },
  ]);
  return {
    port,
    host,
    // In production pages of the machine itself are no development of one's own.
    allowedOrigins: allowedOrigins ?? (isProduction ? [] : undefined),
    allowedHosts: gateway.values.ALLOWED_HOSTS,
    introspection: gateway.values.INTROSPECTION ?? !isProduction,
    mayExplain: gateway.values.EXPLAIN ?? !isProduction,
    isReadOnly: gateway.values.READ_ONLY ?? false,
    drainDelayMs: gateway.values.DRAIN_DELAY_MS,
    auditFile: gateway.values.AUDIT_FILE,
    tracing: tracingOf(gateway.values),
    metrics: metricsPort === undefined ? undefined : { host: metricsHost, port: metricsPort },
    auth: authConfig(gateway.values),
    documents: { mode: gateway.values.DOCUMENTS, path: gateway.values.DOCUMENTS_FILE },
    idempotencyMebibytes: gateway.values.IDEMPOTENCY_MEBIBYTES,
    limits: {
      clientOperationsPerSecond: gateway.values.CLIENT_OPERATIONS_PER_SECOND,
      maxInFlight: gateway.values.MAX_IN_FLIGHT,
    },
    systems: Object.fromEntries(modes),
    notes: isProduction ? [] : unknown,
  };
}

const tracingOf = (values: {
  readonly OTEL_EXPORTER_OTLP_ENDPOINT: string | undefined;
  readonly OTEL_EXPORTER_OTLP_HEADERS: Readonly<Record<string, string>> | undefined;
  readonly OTEL_SERVICE_NAME: string;
  readonly TRACE_UPSTREAM: readonly string[] | undefined;
}): TracingConfig | undefined =>
  values.OTEL_EXPORTER_OTLP_ENDPOINT === undefined
    ? undefined
    : {
        endpoint: values.OTEL_EXPORTER_OTLP_ENDPOINT,
        headers: values.OTEL_EXPORTER_OTLP_HEADERS ?? {},
        serviceName: values.OTEL_SERVICE_NAME,
        upstreams: values.TRACE_UPSTREAM ?? [],
      };

/** Settings whose name or value is not what it looks like, as they come from files that were copied or have a byte order mark. */
function unreadable(
  values: Environment,
  { names, sound }: { readonly names: readonly string[]; readonly sound: readonly string[] },
): string[] {
  const disguised = Object.keys(values).filter(
    (name) => !names.includes(name) && names.includes(asSeen(name)),
  );
  return [
    ...disguised.map((name) => `${asSeen(name)} is set under a name with characters that cannot be seen.`),
    ...sound
      .filter((name) => hasUnseen(values[name] ?? ""))
      .map((name) => `${name} holds characters that cannot be seen.`),
  ];
}

const hasCredentials = (configured: Configured): boolean =>
  "address" in configured || configured.hasCredentials;

/** A profile that was meant and is not in force would leave open what it closes. */
const almostProduction = ({ NODE_ENV = "" }: Environment): string[] =>
  /^prod/i.test(NODE_ENV.trim()) ? ["NODE_ENV is not production, though it looks like it."] : [];

/**
 * Real and emulated data never mix by accident: a system without credentials must be named to be emulated. In production
 * none is emulated for want of settings, since a secret that was not mounted must not have customers made up.
 */
function missing(values: Environment, systems: readonly ConfiguredSystem[]): string[] {
  // Any setting of a system says that a real one is wanted, even one that is of no use alone.
  const isOfSystem = systems.some(({ system }) =>
    system.settings.some(({ name }) => values[name] !== undefined),
  );
  const isProduction = values.NODE_ENV === "production";
  const isEmpty = !isOfSystem && !values.SANDBOX;
  if (isEmpty && !isProduction) return [];
  const toEmulate = entriesOf(values.SANDBOX ?? "");
  const all = systems.map(({ system }) => system.name).join();
  const firstLook = `With NODE_ENV production nothing is made up unless SANDBOX says so; for a first look set SANDBOX=${all} (docker run -e SANDBOX=${all} …).`;
  const missingOnes = systems.flatMap(({ system: { name }, configured }) => {
    const emulated = toEmulate.includes(name);
    if (emulated && hasCredentials(configured)) {
      return [`SANDBOX names ${name}, which has credentials, too; take one of them away.`];
    }
    if (emulated || "address" in configured) return [];
    return [`${configured.missing} is missing; set it, or name ${name} in SANDBOX to emulate it.`];
  });
  return isEmpty ? [...missingOnes, firstLook] : missingOnes;
}

/** Unless clients show who they are, all that they reach must be their own or made up. */
function exposed(values: Environment, host: string): string[] {
  if (isLoopback(host) || asksClients(values)) return [];
  return [
    `HOST is ${host}, where anyone who reaches it could write to real systems. Set HOST to 127.0.0.1, or AUTH to keys or jwt.`,
  ];
}

/** A page whose own name leads to the gateway is told apart by that name alone. */
function unnamed(values: Environment, host: string): string[] {
  if (isLoopback(host) || values.ALLOWED_HOSTS) return [];
  return [
    "ALLOWED_HOSTS is missing; set it to the names that clients call the gateway by, or to * if a proxy in front sees to that.",
  ];
}

/** Node reads this variable at every connection; a key must not go to a server that cannot show who it is. */
function unchecked(values: Environment): string[] {
  if (values.NODE_TLS_REJECT_UNAUTHORIZED !== "0") return [];
  return [
    "NODE_TLS_REJECT_UNAUTHORIZED is 0, so that keys would go to servers whose certificates are not checked. Take it away; NODE_EXTRA_CA_CERTS adds a certificate authority of your own.",
  ];
}
