import { badInput } from "../../errors.ts";
import type { QueryRequirementsArgs, RequirementInput } from "../../generated/resolvers.ts";
import { sourceIdOf } from "../../resolving/ids.ts";
import { longestWriteDays, windowSeconds } from "../../resolving/time.ts";
import { alignedWindow } from "../aligned-window.ts";
import { requirementTypeKind } from "../requirement-type/requirement-type.ts";
import type { Span } from "../spans.ts";
import type { RequirementBody } from "./endpoints.ts";

/** A window, and the types that are wanted of it. */
export interface RequirementSelection extends Span {
  /** @default all */
  readonly types?: readonly string[] | undefined;
}

/** Longest window to read, in as many calls as it takes. */
const longestDays = 366;

/** @throws BAD_USER_INPUT for an id that cannot be one of a type, too. */
export const requirementSelection = ({ window, types }: QueryRequirementsArgs): RequirementSelection => ({
  ...windowSeconds(window, longestDays),
  types: types?.map((id) => sourceIdOf(requirementTypeKind, id)),
});

/**
 * Requirements to set, in the words of the upstream.
 * @throws BAD_USER_INPUT for none, and for intervals that cannot all be the account's: of different lengths, off the clock,
 * or named twice.
 */
export function requirementBodies(inputs: readonly RequirementInput[]): RequirementBody[] {
  const [first] = inputs;
  if (!first) throw badInput("requirements holds none.");
  const intervalMinutes = minutesOf(first);
  const bodies = inputs.map((input, at) => {
    const place = `requirements[${at}]`;
    if (minutesOf(input) !== intervalMinutes) throw badInput(`${place} is not as long as the first.`);
    if (input.required < 0) throw badInput(`${place}.required is ${input.required}; it cannot be below 0.`);
    return {
      requirement_type_id: sourceIdOf(requirementTypeKind, input.typeId),
      required: input.required,
      ...alignedWindow(input.window, longestWriteDays, intervalMinutes),
    };
  });
  const intervals = new Set(
    bodies.map(({ requirement_type_id: type, start_time }) => `${type} ${start_time}`),
  );
  if (intervals.size < bodies.length) throw badInput("requirements names an interval of a type twice.");
  return bodies;
}

/** @throws BAD_USER_INPUT unless it is a whole number. */
function minutesOf({ window: { start, end } }: RequirementInput): number {
  const minutes = (end.getTime() - start.getTime()) / 60_000;
  if (minutes > 0 && Number.isInteger(minutes)) return minutes;
  throw badInput("The window of a requirement must be of whole minutes, and end after it starts.");
}
