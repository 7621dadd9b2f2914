import type { OperationContext } from "../graphql/context.ts";
import type { CachedResponse } from "./kept-responses.ts";

/**
 * Makes the reads of a cached response again, side by side, before it is known whether all of them are needed. The
 * operation that asks does not make a read a second time if it needs it after all.
 * @returns whether each of them is still answered as it was, so that the response is valid.
 */
export async function revalidate(
  { reads }: CachedResponse,
  context: Pick<OperationContext, "revalidate">,
): Promise<boolean> {
  const answers = reads.map(async ({ answered, source }) => {
    const answer = source && (await context.revalidate(source));
    return answer !== undefined && answered(answer.value);
  });
  for (const isSame of answers) if (!(await isSame)) return false;
  return true;
}
