import { inTime } from "./explanation.ts";
import type { SystemTitle } from "./settings.ts";

/** From the least to the most; `most` is null when nothing bounds it. */
interface Bounds {
  readonly least: number;
  readonly most: number | null;
}

/** The content of `extensions.upstream.plan` after `X-Explain: plan`: by system, and of all under `total`. */
export type Plan = Readonly<
  Record<string, { readonly calls: Bounds; readonly expectedWaitMs: Bounds } | undefined>
>;

/** One row of a plan, in words. */
export interface PlanRow {
  readonly title: string;
  readonly calls: string;
  readonly wait: string;
}

/** Puts a plan into rows: one for each system that it tells of, and the sum. */
export const planRows = (plan: Plan, systems: readonly SystemTitle[]): readonly PlanRow[] =>
  [...systems, { name: "total", title: "All" }].flatMap(({ name, title }) => {
    const expected = plan[name];
    if (!expected) return [];
    return [{ title, calls: range(expected.calls, String), wait: range(expected.expectedWaitMs, inTime) }];
  });

function range({ least, most }: Bounds, inWords: (value: number) => string): string {
  if (most === null) return `${inWords(least)} or more`;
  return least === most ? inWords(least) : `${inWords(least)} to ${inWords(most)}`;
}

/** An operation of a document, as GraphQL's parser gives it. */
interface PlacedOperation {
  readonly name?: { readonly value: string } | undefined;
  readonly loc?: { readonly start: number; readonly end: number } | undefined;
}

/** The name of the operation at a place of its document, counted in characters. @returns undefined where none is named there. */
export const operationAt = (
  operations: readonly PlacedOperation[] = [],
  offset: number | null = null,
): string | undefined =>
  operations.find(({ loc }) => offset !== null && loc && loc.start <= offset && offset <= loc.end)?.name
    ?.value;
