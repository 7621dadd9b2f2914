import type { OperationContext } from "../graphql/context.ts";
import type { CachedResponse } from "./response-cache.ts";

/**
 * Whether everything that an answer was made of is still answered so. It is read side by side, before it is known to be
 * needed; what turns out to be needed is not read again by this operation.
 */
export async function isUnchanged(
  { madeOf }: CachedResponse,
  { readAgain }: Pick<OperationContext, "readAgain">,
): Promise<boolean> {
  const readings = madeOf.map(async ({ answered, source }) => {
    const answer = source && (await readAgain(source));
    return answer !== undefined && answered(answer.value);
  });
  for (const isSame of readings) if (!(await isSame)) return false;
  return true;
}
