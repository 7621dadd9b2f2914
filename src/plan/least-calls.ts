import { type AccessPath, callBounds } from "../loaders/access.ts";
import type { AnyEndpoint } from "../rest/endpoint.ts";
import type { Demand } from "./demands.ts";
import type { Known } from "./most-calls.ts";

/** Demands that the same calls may answer. */
interface Shared {
  readonly system: string;
  readonly rows: ReadonlySet<AnyEndpoint>;
  /** Calls of the one that costs most. */
  readonly calls: number;
}

/**
 * The least calls that some demands cost each system, by those of their keys that are sure. Of demands that the same
 * calls may answer, the one that costs most counts.
 * @param mayAnswer whether something at hand may answer reads of a row.
 * @returns by system.
 */
export function leastCalls(
  demands: readonly Demand[],
  { sizes, systemOf }: Known,
  mayAnswer: (row: AnyEndpoint) => boolean,
): ReadonlyMap<string, number> {
  const sure: Shared[] = [];
  let reads: readonly Shared[] = [];
  for (const { access, anew, keys } of demands) {
    const rows = new Set(rowsOf(access));
    const [row] = rows;
    if (keys.least === 0 || row === undefined) continue;
    const system = systemOf(row);
    // Whether another loader is asked, or how often, depends on what is found.
    const own = access.filter(({ kind }) => kind !== "through");
    const calls = callBounds(own, { least: keys.least, most: keys.least }, sizes[system] ?? new Map()).least;
    const demand = { system, rows, calls };
    if (anew || row.effect !== "read") sure.push(demand);
    else if (![...rows].some(mayAnswer)) reads = withShared(reads, demand);
  }
  const sums = new Map<string, number>();
  for (const { calls, system } of [...sure, ...reads]) sums.set(system, (sums.get(system) ?? 0) + calls);
  return sums;
}

/** Puts a demand together with those that may be answered by the same calls. */
function withShared(groups: readonly Shared[], demand: Shared): readonly Shared[] {
  const isAlike = ({ rows }: Shared) => [...rows].some((row) => demand.rows.has(row));
  const alike = [demand, ...groups.filter(isAlike)];
  const together: Shared = {
    system: demand.system,
    rows: new Set(alike.flatMap(({ rows }) => [...rows])),
    calls: Math.max(...alike.map(({ calls }) => calls)),
  };
  return [...groups.filter((group) => !isAlike(group)), together];
}

const rowsOf = (access: readonly AccessPath[]): AnyEndpoint[] =>
  access.flatMap((path) => (path.kind === "through" ? rowsOf(path.access) : [path.row]));
