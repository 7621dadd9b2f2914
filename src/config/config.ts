import { type AuthConfig, authConfig } from "./auth-config.ts";
import type { ConfigurableSystem, SystemAddress } from "./configurable-system.ts";
import { type ConfiguredSystem, inconsistencies } from "./consistency.ts";
import { asSeen, hasUnseen } from "./env-text.ts";
import type { LogLevel } from "./observation-settings.ts";
import { type ReplicasConfig, replicasConfig } from "./replica-settings.ts";
import { fileSettingOf, readSecretFiles } from "./secret-files.ts";
import { type Environment, readSettings, type ValuesOf } from "./setting.ts";
import { ownSettings, settingSections } from "./settings.ts";
import { type TracingConfig, tracingConfig } from "./tracing-settings.ts";
import { unknownSettings } from "./unknown-settings.ts";

/** A system that is emulated inside the gateway, or that is real. */
export type SystemConfig =
  | { readonly mode: "sandbox" }
  | { readonly mode: "real"; readonly address: SystemAddress };

/** How the gateway runs, by the sections of its settings, where the systems are, and what opens them. */
export interface Config {
  readonly port: number;
  readonly host: string;
  /** Hosts that requests may name, in lower case and without ports. @default see `knownHosts` of the server */
  readonly allowedHosts: readonly string[] | undefined;
  /** Origins whose pages may call the gateway; loopback origins when undefined. */
  readonly allowedOrigins: readonly string[] | undefined;
  /** Longest time between the signal to end and the last connection that is taken, in milliseconds. */
  readonly drainDelayMs: number;

  readonly auth: AuthConfig;

  /** Whether all mutations are refused. */
  readonly isReadOnly: boolean;
  /** Whether all clients may ask for the schema, and browsers get GraphiQL. */
  readonly introspection: boolean;
  /** Whether clients may be told of the calls behind their operations. */
  readonly mayExplain: boolean;
  /** Which documents are run, and where the trusted ones are listed. */
  readonly documents: { readonly mode: "any" | "prefer" | "only"; readonly path: string | undefined };

  /** How the gateway is a subgraph: whether routers may ask it for `node`, and what stands in front of the names of its types and of its fields of `Query` and `Mutation`; undefined where it is none. */
  readonly subgraph:
    | { readonly hasNode: boolean; readonly prefix: string; readonly fieldPrefix: string }
    | undefined;

  /** As `limitSettings` says. */
  readonly limits: { readonly clientOperationsPerSecond: number; readonly maxInFlight: number };
  /** Memory for answers that are kept for idempotency keys. */
  readonly idempotencyMebibytes: number;

  /** Where replicas share what they have in common; undefined where the gateway is alone. */
  readonly replicas: ReplicasConfig | undefined;

  /** The least level of lines of the log. */
  readonly logLevel: LogLevel;
  /** Path of the file that takes the audit; the log does when undefined. */
  readonly auditFile: string | undefined;
  /** Where metrics are given out; undefined where nothing is measured. */
  readonly metrics: { readonly host: string; readonly port: number } | undefined;
  /** Where traces go; none are made when undefined. */
  readonly tracing: TracingConfig | undefined;

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
  const own = readSettings(ownSettings(systems), filled);
  const ofSystems = systems.map((system) => ({ system, ...readSettings(system.settings, filled) }));
  const unread = [own, ...ofSystems].flatMap(({ problems }) => problems);
  const names = settings.flatMap(({ name, secret }) => (secret ? [name, fileSettingOf(name)] : [name]));
  const unknown = unknownSettings(names, filled);
  // Others may be those of another program on a developer's machine; in production there is none.
  const refused = unknown.filter(({ isMisspelt }) => isProduction || isMisspelt);
  const sound = names.filter((name) => !unread.some((problem) => problem.name === name));
  const configured = ofSystems.map(
    ({ system, values }): ConfiguredSystem => ({ system, configured: system.configure(values) }),
  );
  const problems = [
    ...unreadFiles,
    ...unread.map(({ problem }) => problem),
    ...unreadable(filled, { names, sound }),
    ...refused.map(({ problem }) => problem),
    ...inconsistencies(filled, { host: own.values.HOST, systems: configured }),
  ];
  if (problems.length > 0) throw new ConfigError(problems);
  return {
    ...ownConfig(own.values, isProduction),
    systems: Object.fromEntries(
      configured.map(({ system, configured }): [string, SystemConfig] => [
        system.name,
        "address" in configured ? { mode: "real", address: configured.address } : { mode: "sandbox" },
      ]),
    ),
    notes: unknown.filter((entry) => !refused.includes(entry)).map(({ problem }) => problem),
  };
}

/** @param values of settings that have no problem. */
const ownConfig = (
  values: ValuesOf<ReturnType<typeof ownSettings>>,
  isProduction: boolean,
): Omit<Config, "systems" | "notes"> => ({
  port: values.PORT,
  host: values.HOST,
  allowedHosts: values.ALLOWED_HOSTS,
  // In production pages of the machine itself are no development of one's own.
  allowedOrigins: values.ALLOWED_ORIGINS ?? (isProduction ? [] : undefined),
  drainDelayMs: values.DRAIN_DELAY_MS,
  auth: authConfig(values),
  isReadOnly: values.READ_ONLY ?? false,
  introspection: values.INTROSPECTION ?? !isProduction,
  mayExplain: values.EXPLAIN ?? !isProduction,
  documents: { mode: values.DOCUMENTS, path: values.DOCUMENTS_FILE },
  subgraph: values.SUBGRAPH
    ? {
        hasNode: values.SUBGRAPH_NODE ?? true,
        prefix: values.SUBGRAPH_PREFIX ?? "",
        fieldPrefix: values.SUBGRAPH_FIELD_PREFIX ?? "",
      }
    : undefined,
  limits: {
    clientOperationsPerSecond: values.CLIENT_OPERATIONS_PER_SECOND,
    maxInFlight: values.MAX_IN_FLIGHT,
  },
  idempotencyMebibytes: values.IDEMPOTENCY_MEBIBYTES,
  replicas: replicasConfig(values),
  logLevel: values.LOG_LEVEL,
  auditFile: values.AUDIT_FILE,
  metrics:
    values.METRICS_PORT === undefined ? undefined : { host: values.METRICS_HOST, port: values.METRICS_PORT },
  tracing: tracingConfig(values),
});

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
