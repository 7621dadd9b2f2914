import type { OperationContext } from "../../graphql/context.ts";
import { idIn } from "../../rest/row-values.ts";
import { daySeconds, type Span } from "../spans.ts";
import { type RequirementJson, requirements } from "./endpoints.ts";
import type { RequirementSelection } from "./input.ts";

/** The most that one read takes (assembled-v0.txt:2400). */
const mostSeconds = 31 * daySeconds;

/** A requirement has no id: its type and its interval tell it from others. */
export const idOf = ({ requirement_type_id: type, start_time, end_time }: RequirementJson): string =>
  `${start_time} ${end_time} ${idIn(type) ?? ""}`;

/** The parts of a window that are read one by one. */
export function readableParts({ start_time, end_time }: Span): Span[] {
  const count = Math.ceil((end_time - start_time) / mostSeconds);
  const edgeOf = (at: number) => Math.min(start_time + at * mostSeconds, end_time);
  return Array.from({ length: count }, (_, at) => ({ start_time: edgeOf(at), end_time: edgeOf(at + 1) }));
}

/** Requirements of a window, each once: one that crosses the edge of a part is in both. */
export async function readRequirements(
  { types, ...window }: RequirementSelection,
  { call }: Pick<OperationContext, "call">,
): Promise<readonly RequirementJson[]> {
  if (types?.length === 0) return [];
  const reads = readableParts(window).map((query) => call(requirements.list, { query }));
  const rows = (await Promise.all(reads)).flat();
  const isWanted = ({ requirement_type_id: type }: RequirementJson) =>
    types?.includes(idIn(type) ?? "") ?? true;
  return [...new Map(rows.filter(isWanted).map((row) => [idOf(row), row])).values()];
}
