import type { OperationContext } from "../../graphql/context.ts";
import { idIn } from "../../rest/row-values.ts";
import { type PartLength, partsOf } from "../spans.ts";
import { type RequirementJson, requirements } from "./endpoints.ts";
import type { RequirementSelection } from "./input.ts";

/** The most that one read takes, to the second (assembled-v0.txt:2400). */
export const longestPart: PartLength = { days: 31, slackSeconds: 0 };

/** A requirement has no id: its type and its interval tell it from others. */
export const idOf = ({ requirement_type_id: type, start_time, end_time }: RequirementJson): string =>
  `${start_time} ${end_time} ${idIn(type) ?? ""}`;

/** Requirements of a window, each once: one that crosses the edge of a part is in both. */
export async function readRequirements(
  { types, ...window }: RequirementSelection,
  { call }: Pick<OperationContext, "call">,
): Promise<readonly RequirementJson[]> {
  if (types?.length === 0) return [];
  const reads = partsOf(window, longestPart).map((query) => call(requirements.list, { query }));
  const rows = (await Promise.all(reads)).flat();
  const isWanted = ({ requirement_type_id: type }: RequirementJson) =>
    types?.includes(idIn(type) ?? "") ?? true;
  return [...new Map(rows.filter(isWanted).map((row) => [idOf(row), row])).values()];
}
