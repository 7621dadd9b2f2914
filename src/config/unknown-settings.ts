import { nearestName } from "../nearest-name.ts";
import type { Environment } from "./setting.ts";

/** OpenTelemetry has many settings of its own. */
const ofOthers = ["OTEL_"];

/**
 * Variables that Kubernetes puts into every container for each service of its namespace, which may be called as a system is:
 * `ASSEMBLY_SERVICE_HOST`, `ASSEMBLY_PORT_80_TCP_ADDR`.
 */
const serviceLink = /_(SERVICE_HOST|SERVICE_PORT(_\w+)?|PORT_\d+_(TCP|UDP|SCTP)(_(PROTO|PORT|ADDR))?)$/;
/** One of them, `ASSEMBLY_PORT`, might be meant for a setting, and is told by its value. */
const serviceAddress = /^(tcp|udp|sctp):\/\//;

/** A variable that begins as settings do, with `ASSEMBLY_` for one, and is none. */
export interface UnknownSetting {
  /** A sentence with its name and, if it is misspelt, that of the setting; no value is in it. */
  readonly problem: string;
  /** Whether a setting has a name that is like it, so that this one is meant. */
  readonly isMisspelt: boolean;
}

/**
 * Finds variables that begin as settings do and are none: a typing mistake in the name of a setting would leave it at its
 * default without a word.
 * @param names of all settings.
 */
export function unknownSettings(names: readonly string[], environment: Environment): UnknownSetting[] {
  const known = new Set(names);
  const prefixes = new Set(names.flatMap((name) => /^[A-Z\d]+_/.exec(name)?.[0] ?? []));
  for (const prefix of ofOthers) prefixes.delete(prefix);
  return Object.entries(environment)
    .filter(([name, value = ""]) => !known.has(name) && !isServiceLink(name, value))
    .filter(([name]) => prefixes.has(/^[A-Z\d]+_/.exec(name.toUpperCase())?.[0] ?? ""))
    .map(([name]) => {
      const nearest = nearestName(name.toUpperCase(), names);
      const hint = nearest === undefined ? "" : ` Did you mean ${nearest}?`;
      return { problem: `${name} is no setting.${hint}`, isMisspelt: nearest !== undefined };
    });
}

const isServiceLink = (name: string, value: string): boolean =>
  serviceLink.test(name) || (name.endsWith("_PORT") && serviceAddress.test(value));
