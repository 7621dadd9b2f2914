import { GatewayError } from "../errors.ts";
import type { Forgetful } from "./definition.ts";

/** A loader by one key: the answer, null for what does not exist. */
export interface KeyLoader<Row> extends Forgetful {
  load(key: string): Promise<Row | null>;
  /** Keeps a row that came along with something else. */
  prime(key: string, row: Row): void;
}

/** A loader by a key that rows share. */
export interface GroupLoader<Key, Row> extends Forgetful {
  load(key: Key): Promise<readonly Row[]>;
}

/** A read whose 404 means that there is no such object. */
export function orNull<Row>(read: Promise<Row>): Promise<Row | null> {
  return read.catch((error: unknown) => {
    if (error instanceof GatewayError && error.code === "NOT_FOUND") return null;
    throw error;
  });
}

/** The rows behind ids, less those that do not exist. */
export async function loadExisting<Row>(
  loader: Pick<KeyLoader<Row>, "load">,
  ids: readonly string[] | null | undefined,
): Promise<Row[]> {
  const rows = await Promise.all((ids ?? []).map((id) => loader.load(id)));
  return rows.filter((row) => row !== null);
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
