import { GatewayError } from "../errors.ts";
import type { Clearable } from "../lists/loader-definition.ts";

/**
 * A value, or a promise of one. The execution of an operation goes through a page of rows several
 * times as fast where it has to wait for none of them.
 */
export type PromiseOrValue<Value> = Value | Promise<Value>;

/** A loader by one key: the answer, null for what does not exist. */
export interface KeyLoader<Row> extends Clearable {
  load(key: string): PromiseOrValue<Row | null>;
  /** Keeps a row that came along with something else. */
  prime(key: string, row: Row): void;
}

/** A loader by a key that rows share. */
export interface GroupLoader<Key, Row> extends Clearable {
  load(key: Key): PromiseOrValue<readonly Row[]>;
}

/** Applies a function to a value, at once if it is no promise. */
export const mapPromiseOrValue = <Value, Result>(
  value: PromiseOrValue<Value>,
  goOn: (value: Value) => PromiseOrValue<Result>,
): PromiseOrValue<Result> => (value instanceof Promise ? value.then(goOn) : goOn(value));

/** Whether none of some values is a promise. */
export const areAtHand = <Value>(values: readonly PromiseOrValue<Value>[]): values is readonly Value[] =>
  !values.some((value) => value instanceof Promise);

/** As `mapPromiseOrValue`, for several values. */
export const mapAllPromiseOrValue = <Value, Result>(
  values: readonly PromiseOrValue<Value>[],
  goOn: (values: readonly Value[]) => PromiseOrValue<Result>,
): PromiseOrValue<Result> => (areAtHand(values) ? goOn(values) : Promise.all(values).then(goOn));

/** A read whose 404 means that there is no such object. */
export function orNull<Row>(read: Promise<Row>): Promise<Row | null> {
  return read.catch((error: unknown) => {
    if (error instanceof GatewayError && error.code === "NOT_FOUND") return null;
    throw error;
  });
}

/** The rows behind ids, less those that do not exist. */
export function loadExisting<Row>(
  loader: Pick<KeyLoader<Row>, "load">,
  ids: readonly string[] | null | undefined,
): PromiseOrValue<Row[]> {
  const rows = (ids ?? []).map((id) => loader.load(id));
  return mapAllPromiseOrValue(rows, (found) => found.filter((row) => row !== null));
}

/** All answers of a batch, each an error for its own key only. */
export async function settle<Value>(answers: readonly Promise<Value>[]): Promise<(Value | Error)[]> {
  const results = await Promise.allSettled(answers);
  return results.map((result) =>
    result.status === "fulfilled"
      ? result.value
      : result.reason instanceof Error
        ? result.reason
        : new Error(String(result.reason)),
  );
}
