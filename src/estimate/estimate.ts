import type { Range } from "../lists/range.ts";
import type { CacheControl } from "../rest/cache-policy.ts";
import type { AnyEndpoint } from "../rest/endpoint.ts";
import type { Upstream } from "../rest/upstream-client.ts";
import type { FieldCosts } from "./field-cost.ts";
import type { Known } from "./known.ts";
import { leastCalls } from "./least-calls.ts";
import { mostCalls } from "./most-calls.ts";
import { refuseMany } from "./objects.ts";
import type { Permissions } from "./permissions.ts";
import { exactly, plus, type RangeJson, toJson } from "./range.ts";
import { type RequestedOperation, readingOf } from "./selected-fields.ts";
import { demandsOf } from "./walk.ts";

/** The cost of an operation, where `most` is null if nothing bounds it. */
export interface Expected {
  readonly calls: RangeJson;
  /** Milliseconds until the last of so many calls can be sent, as the rate limits stand now. */
  readonly expectedWaitMs: RangeJson;
}

/** By system that its client may use, and of all of these under `total`. */
export type Plan = Readonly<Record<string, Expected>>;

/** The parts that plans are made from, for the whole process. */
export interface PlanParts extends Known {
  readonly costs: FieldCosts;
  /** By name. */
  readonly systems: Readonly<Record<string, Pick<Upstream, "mayAnswer" | "waitMs">>>;
}

/** An operation as a client sent it. */
export interface PlannedOperation extends RequestedOperation {
  /** How old its answers may be. */
  readonly accepts: CacheControl;
  /** The part of it that its client may use; the plan tells of nothing else. */
  readonly access: Permissions & {
    /** Whether the plan may tell of a system. */
    permitsSystem(system: string): boolean;
  };
}

/**
 * Tells what an operation would cost if it were run now, without a call. The bounds hold for a run that ends without an
 * error, finds lists as long as they were when they were last read, and pages as long as they are asked for, with none
 * that is empty behind the last. They leave out calls that are sent again, or for less since an answer was too large, log-ins, reads ahead of what an equal
 * request read before, and calls of the background that replace answers that are no longer fresh, for which no operation waits.
 * @returns undefined when its variables cannot be used, which the execution reports.
 * @throws GraphQLError with `BAD_USER_INPUT` for the first argument that cannot be used, and for too many objects.
 */
export function estimateOf(
  { accepts, access, ...requested }: PlannedOperation,
  parts: PlanParts,
): Plan | undefined {
  const reading = readingOf(requested);
  if (!reading) return undefined;
  const { objects, phases } = demandsOf(reading, requested.operation, parts.costs, { access });
  refuseMany(objects, requested.operation);
  const { systems, systemOf } = parts;
  const mayAnswer = (endpoint: AnyEndpoint) =>
    systems[systemOf(endpoint)]?.mayAnswer(endpoint, accepts) ?? false;
  const least = leastCalls(phases.flat(), parts, mayAnswer);
  const most = phases.map((demands) => mostCalls(demands, parts));
  const shown = Object.entries(systems).filter(([name]) => access.permitsSystem(name));
  const costs = shown.map(([name, system]): [string, Cost] => {
    const calls = {
      least: least.get(name) ?? 0,
      most: most.reduce((sum, each) => sum + (each.get(name) ?? 0), 0),
    };
    const waitMs = (count: number) => (Number.isFinite(count) ? system.waitMs(count) : count);
    return [name, { calls, waitMs: { least: waitMs(calls.least), most: waitMs(calls.most) } }];
  });
  const all = costs.reduce((sum, [, cost]) => together(sum, cost), nothing);
  return Object.fromEntries(
    [...costs, ["total", all] as const].map(([name, { calls, waitMs }]) => [
      name,
      { calls: toJson(calls), expectedWaitMs: toJson(waitMs) },
    ]),
  );
}

interface Cost {
  readonly calls: Range;
  readonly waitMs: Range;
}

const nothing: Cost = { calls: exactly(0), waitMs: exactly(0) };

/** Systems are waited for side by side at best, one after the other at worst. */
const together = (one: Cost, other: Cost): Cost => ({
  calls: plus(one.calls, other.calls),
  waitMs: {
    least: Math.max(one.waitMs.least, other.waitMs.least),
    most: one.waitMs.most + other.waitMs.most,
  },
});
