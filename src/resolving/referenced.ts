import { undocumentedValue } from "../errors.ts";
import { type KeyLoader, loadExisting, type PromiseOrValue } from "../loaders/promise-or-value.ts";
import { matchesId } from "../rest/id-pattern.ts";
import { idIn } from "../rest/row-values.ts";
import type { IdKind } from "./ids.ts";

/**
 * The id that a field points at; null where it points at nothing.
 * @throws UPSTREAM_INVALID_RESPONSE when there is something else in its place.
 */
export function referenceIn({ system }: IdKind, value: unknown): string | null {
  const id = idIn(value);
  if (id === undefined && isSomething(value)) throw undocumentedValue(system);
  return id ?? null;
}

/**
 * As `referenceIn`, for objects that are read one by one: null also for what no id of the kind can be, which leads
 * nowhere and costs no call.
 */
export function readableReferenceIn(kind: IdKind, value: unknown): string | null {
  const id = referenceIn(kind, value);
  return id !== null && matchesId(kind.pattern, id) ? id : null;
}

/**
 * The ids that a list points at, less places that hold none.
 * @throws UPSTREAM_INVALID_RESPONSE when it is no list, or something else is in the place of an id.
 */
function referencesIn(kind: IdKind, values: unknown): string[] {
  if (!isSomething(values)) return [];
  if (!Array.isArray(values)) throw undocumentedValue(kind.system);
  return values.flatMap((value) => referenceIn(kind, value) ?? []);
}

/** As `readableReferenceIn`, for the places of a list. @throws as `loadAllReferenced` does */
export const readableReferencesIn = (kind: IdKind, values: unknown): string[] =>
  referencesIn(kind, values).filter((id) => matchesId(kind.pattern, id));

type ById<Row> = Pick<KeyLoader<Row>, "load">;

/**
 * The row that a field points at; null when there is none.
 * @throws UPSTREAM_INVALID_RESPONSE when the field holds something else.
 */
export function loadReferenced<Row>(
  loader: ById<Row>,
  kind: IdKind,
  value: unknown,
): PromiseOrValue<Row | null> {
  const id = referenceIn(kind, value);
  return id === null ? null : loader.load(id);
}

/**
 * The rows that a list of a row points at, less those that do not exist.
 * @throws UPSTREAM_INVALID_RESPONSE when the field holds no list, or something else in the place of an id.
 */
export const loadAllReferenced = <Row>(
  loader: ById<Row>,
  kind: IdKind,
  values: unknown,
): PromiseOrValue<Row[]> => loadExisting(loader, referencesIn(kind, values));

const isSomething = (value: unknown): boolean => value !== null && value !== undefined && value !== "";
