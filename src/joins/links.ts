import { GatewayError } from "../errors.ts";
import type { Link } from "../fields/join.ts";
import { areAtHand, type PromiseOrValue } from "../loaders/promise-or-value.ts";
import { matchesId } from "../rest/id-pattern.ts";
import { objectId } from "../web1on1/ids.ts";

/** The mark of a row among others: its id, or the row itself where an upstream gave it none. */
export const identityOf = (row: { readonly id?: unknown }): unknown =>
  typeof row.id === "string" && row.id !== "" ? row.id : row;

/** Each row once. */
export const distinct = <Row extends { readonly id: string }>(rows: readonly Row[]): Row[] => [
  ...new Map(rows.map((row) => [identityOf(row), row])).values(),
];

/**
 * Candidates of one rank, each once; living ones alone where there are any.
 * @param isLiving whether a record is in use, rather than archived or deleted and still kept. @default all are
 */
export function bestMatches<Row extends { readonly id: string }, Reason extends string>(
  rows: readonly Row[],
  reason: Reason,
  isLiving: (row: Row) => boolean = () => true,
): Link<Row, Reason>[] {
  const found = distinct(rows);
  const living = found.filter(isLiving);
  return (living.length > 0 ? living : found).map((row) => ({ row, reason }));
}

/** The ids of chat users or organizations among any JSON values, in lower case, each once. */
export const objectIdsAmong = (values: readonly unknown[]): readonly string[] => [
  ...new Set(values.filter((value) => matchesId(objectId, value)).map((id) => id.toLowerCase())),
];

/** Candidates that could be read. */
interface Found<Row> {
  readonly rows: readonly Row[];
  /** For where nothing else is found: no rows. @throws FORBIDDEN when one of the candidates may not be read. */
  orRefused(): readonly never[];
}

/**
 * Reads candidates. One that may not be read, such as an organization of another tenant, is no candidate: the refusal
 * stands only where no other is left.
 * @throws GatewayError when a read fails in any other way, since it may have been the better candidate.
 */
export function readCandidates<Row>(
  reads: readonly PromiseOrValue<Row | null>[],
): PromiseOrValue<Found<Row>> {
  if (!areAtHand(reads)) return Promise.allSettled(reads).then(foundIn);
  return { rows: reads.filter((row) => row !== null), orRefused: () => [] };
}

function foundIn<Row>(results: readonly PromiseSettledResult<Row | null>[]): Found<Row> {
  const failures = results.flatMap((result) => (result.status === "rejected" ? [result.reason] : []));
  const isRefusal = (reason: unknown) => reason instanceof GatewayError && reason.code === "FORBIDDEN";
  const failure = failures.find((reason) => !isRefusal(reason));
  if (failure !== undefined) throw failure;
  const [refusal] = failures;
  return {
    rows: results.flatMap((result) => (result.status === "fulfilled" && result.value ? [result.value] : [])),
    orRefused() {
      if (refusal !== undefined) throw refusal;
      return [];
    },
  };
}
