import { GatewayError } from "../../errors.ts";
import type { CollectionLoader } from "../../loaders/collection.ts";
import type { IdKind } from "../../resolving/ids.ts";
import type { GroupJson } from "./endpoints.ts";

type Groups = Pick<CollectionLoader<GroupJson>, "all">;

/**
 * A write that names groups by ids. The upstream does not say which of them it did not know, so all are read once it has
 * rejected the write.
 * @throws NOT_FOUND when one does not exist.
 */
export async function explainRejection<Result>(
  kind: IdKind,
  write: Promise<Result>,
  groups: Groups,
  ids: readonly string[],
): Promise<Result> {
  try {
    return await write;
  } catch (error) {
    if (!isRejection(error)) throw error;
    const [absent] = await absentOf(groups, ids);
    throw absent === undefined ? error : notFound(kind, absent);
  }
}

/**
 * As `explainRejection`, for a deletion: one that was sent again, since its first answer was lost, is rejected because it
 * has been carried out.
 */
export async function explainDeletion(
  kind: IdKind,
  deletion: Promise<unknown>,
  groups: Groups,
  ids: readonly string[],
): Promise<void> {
  try {
    await deletion;
  } catch (error) {
    if (!isRejection(error)) throw error;
    const absent = await absentOf(groups, ids);
    if ((error.facts.attempts ?? 1) > 1 && absent.length === ids.length) return;
    throw absent[0] === undefined ? error : notFound(kind, absent[0]);
  }
}

const isRejection = (error: unknown): error is GatewayError =>
  error instanceof GatewayError && (error.code === "UPSTREAM_REJECTED" || error.code === "NOT_FOUND");

/** Those of some ids that are the id of no group; a look-up that fails leaves the rejection as it came. */
async function absentOf(groups: Groups, ids: readonly string[]): Promise<readonly string[]> {
  const known = await groups.all().catch(() => undefined);
  return known ? ids.filter((id) => !known.some((group) => group.id === id)) : [];
}

const notFound = ({ system, type }: IdKind, id: string) =>
  new GatewayError("NOT_FOUND", `There is no ${type.toLowerCase()} ${id}; nothing was written.`, { system });
