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

/** A variable that begins as settings do, with `ASSEMBLY_` for one, or is a slip away from one, as `AUHT`, and is none. */
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
  const slips = new Map(names.flatMap((name) => slipsOf(name).map((slip) => [slip, name])));
  const isMeant = (name: string) =>
    slips.has(name) || prefixes.has(/^[A-Z\d]+_/.exec(name.toUpperCase())?.[0] ?? "");
  return Object.entries(environment)
    .filter(([name, value = ""]) => !known.has(name) && !isServiceLink(name, value))
    .filter(([name]) => isMeant(name))
    .map(([name]) => {
      const nearest = slips.get(name) ?? nearestName(name.toUpperCase(), names);
      const hint = nearest === undefined ? "" : ` Did you mean ${nearest}?`;
      return { problem: `${name} is no setting.${hint}`, isMisspelt: nearest !== undefined };
    });
}

/** Shorter names with a letter left out may be words of their own. */
const leastLetters = 6;

/** Names as they are typed by mistake: two letters exchanged, or one left out. */
function slipsOf(name: string): readonly string[] {
  const exchanged = [...name.slice(1)].map(
    (letter, at) => name.slice(0, at) + letter + name.charAt(at) + name.slice(at + 2),
  );
  const shortened =
    name.length < leastLetters ? [] : [...name].map((_, at) => name.slice(0, at) + name.slice(at + 1));
  return [...exchanged, ...shortened].filter((slip) => slip !== name);
}

const isServiceLink = (name: string, value: string): boolean =>
  serviceLink.test(name) || (name.endsWith("_PORT") && serviceAddress.test(value));
