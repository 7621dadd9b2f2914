import { type ErrorCode, GatewayError } from "../errors.ts";
import type { LoaderDefinition, LoaderOf } from "../lists/loader-definition.ts";
import type { ByIdLoader } from "../resolving/noun.ts";

const rejected: ReadonlySet<ErrorCode> = new Set(["UPSTREAM_REJECTED"]);

/**
 * A write that the upstream may reject without saying why. The reason is looked for once it has.
 * @param explain finds the error that says why, or the result of a write that was rejected because an earlier attempt of
 * it has been carried out; undefined where nothing is found. One that fails leaves the rejection as it came.
 * @param when the codes of errors that are explained. @default the one of a rejection
 */
export async function explainRejection<Result>(
  write: Promise<Result>,
  explain: (rejection: GatewayError) => Promise<GatewayError | NoInfer<Result> | undefined>,
  when: ReadonlySet<ErrorCode> = rejected,
): Promise<Result> {
  try {
    return await write;
  } catch (error) {
    if (!(error instanceof GatewayError) || !when.has(error.code)) throw error;
    const found = await explain(error).catch(() => undefined);
    if (found === undefined || found instanceof GatewayError) throw found ?? error;
    return found;
  }
}

/** Objects of one type that a write names. */
export interface Named {
  /** One of them in words: "activity type". */
  readonly name: string;
  readonly ids: readonly string[];
  readonly loader: LoaderDefinition<ByIdLoader<object>>;
}

/** The error that says which of some objects does not exist, the first of the first type; undefined when all do. */
export async function absent(of: LoaderOf, named: readonly Named[]): Promise<GatewayError | undefined> {
  const found = await Promise.all(
    named.flatMap(({ name, ids, loader }) =>
      ids.map(async (id) => ({ what: `${name} ${id}`, row: await of(loader).load(id) })),
    ),
  );
  const missing = found.find(({ row }) => row === null);
  return (
    missing &&
    new GatewayError("NOT_FOUND", `There is no ${missing.what}; nothing was written.`, {
      system: "assembled",
    })
  );
}
