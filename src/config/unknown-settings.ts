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

/**
 * Sentences about variables that begin as settings do, with `ASSEMBLY_` for one, and are none: a typing mistake in the name of
 * a setting would leave it at its default without a word.
 * @param names of all settings.
 */
export function unknownSettings(names: readonly string[], environment: Environment): string[] {
  const known = new Set(names);
  const prefixes = new Set(names.flatMap((name) => /^[A-Z\d]+_/.exec(name)?.[0] ?? []));
  for (const prefix of ofOthers) prefixes.delete(prefix);
  return Object.entries(environment)
    .filter(([name, value = ""]) => !known.has(name) && !isServiceLink(name, value))
    .filter(([name]) => prefixes.has(/^[A-Z\d]+_/.exec(name.toUpperCase())?.[0] ?? ""))
    .map(([name]) => {
      const nearest = nearestTo(name.toUpperCase(), names);
      return nearest ? `${name} is no setting; ${nearest} is.` : `${name} is no setting.`;
    });
}

const isServiceLink = (name: string, value: string): boolean =>
  serviceLink.test(name) || (name.endsWith("_PORT") && serviceAddress.test(value));

/** The name that takes the fewest changes, unless those are so many that another word is meant. */
function nearestTo(name: string, names: readonly string[]): string | undefined {
  const [nearest] = names
    .map((known) => ({ known, changes: changesBetween(name, known) }))
    .filter(({ changes }) => changes <= name.length / 3)
    .sort((one, other) => one.changes - other.changes);
  return nearest?.known;
}

/** Letters to add, drop or replace to make one text of another (Levenshtein). */
function changesBetween(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (const [at, letter] of [...from].entries()) {
    const next = [at + 1];
    for (let column = 1; column <= to.length; column += 1) {
      const [left = 0, above = 0, diagonal = 0] = [next[column - 1], row[column], row[column - 1]];
      next.push(Math.min(left + 1, above + 1, diagonal + (to[column - 1] === letter ? 0 : 1)));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}
