import { asksClients, authProblems } from "./auth-config.ts";
import type { ConfigurableSystem, Configured } from "./configurable-system.ts";
import { isLoopback } from "./loopback.ts";
import { entriesOf } from "./parsers.ts";
import type { Environment } from "./setting.ts";

/** A system with what its settings make of it. */
export interface ConfiguredSystem {
  readonly system: ConfigurableSystem;
  readonly configured: Configured;
}

/** Sentences on settings that do not go together, or that leave a door open. @param options.host to listen on. */
export function inconsistencies(
  values: Environment,
  { host, systems }: { readonly host: string; readonly systems: readonly ConfiguredSystem[] },
): string[] {
  const isProduction = values.NODE_ENV === "production";
  const anyReal = systems.some(({ configured }) => hasCredentials(configured));
  return [
    ...almostProduction(values),
    ...missing(values, systems),
    ...authProblems(values),
    ...unlisted(values),
    ...subgraphProblems(values),
    ...unshared(values),
    ...(anyReal ? [...exposed(values, host), ...unchecked(values)] : []),
    ...(anyReal && isProduction ? unnamed(values, host) : []),
  ];
}

const hasCredentials = (configured: Configured): boolean =>
  "address" in configured || configured.hasCredentials;

/** A profile that was meant and is not in force would leave open what it closes. */
const almostProduction = ({ NODE_ENV = "" }: Environment): string[] =>
  NODE_ENV !== "production" && /^prod/i.test(NODE_ENV.trim())
    ? ["NODE_ENV is not production, though it looks like it."]
    : [];

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

/** Documents are trusted because they are listed, so a list there must be. */
function unlisted({ DOCUMENTS = "any", DOCUMENTS_FILE }: Environment): string[] {
  if (!["prefer", "only"].includes(DOCUMENTS) || DOCUMENTS_FILE !== undefined) return [];
  return [`DOCUMENTS is ${DOCUMENTS}, which needs a manifest; set DOCUMENTS_FILE.`];
}

/** Settings that shape a subgraph are of no use without one, and routers write documents that no manifest can list. */
function subgraphProblems({ DOCUMENTS, SUBGRAPH, ...values }: Environment): string[] {
  if (SUBGRAPH !== "true") {
    return ["SUBGRAPH_NODE", "SUBGRAPH_PREFIX", "SUBGRAPH_FIELD_PREFIX"]
      .filter((name) => values[name] !== undefined)
      .map((name) => `${name} is set, which is of no use without SUBGRAPH; set SUBGRAPH to true.`);
  }
  if (DOCUMENTS !== "only") return [];
  return [
    "DOCUMENTS is only, which refuses what routers send, since they write documents of their own. Set it to any or prefer, and have the router take trusted documents alone.",
  ];
}

/** Replicas that share nothing would each use the whole of every rate limit. */
const unshared = ({ REDIS_URL, REPLICAS = "1" }: Environment): string[] =>
  REDIS_URL === undefined && REPLICAS !== "1"
    ? [`REPLICAS is ${REPLICAS}, and replicas share through Redis; set REDIS_URL.`]
    : [];

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
