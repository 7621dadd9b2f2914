import {
  astFromValue,
  type GraphQLInputType,
  getNullableType,
  isInputObjectType,
  isListType,
  isScalarType,
  Kind,
  print,
} from "graphql";
import { operationLimits } from "../../limits.ts";
import { mostWords } from "../../resolving/search-words.ts";
import { longestText } from "../../text-limits.ts";
import { type Declared, longestDays, mostEntries, mostRows } from "../input-limits.ts";

/**
 * A sentence with the default and the cap of an input, as they are enforced; undefined where it has neither.
 * @param siblings the arguments of its field, if it is one of them: its window is one to read then, and `last` has the cap of
 *   `first`.
 */
export function boundsOf(declared: Declared, siblings?: readonly Declared[]): string | undefined {
  const parts = [defaultOf(declared), capOf(declared, siblings)].filter((part) => part !== undefined);
  const text = parts.join(", ");
  return text && `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function defaultOf({ defaultValue, type }: Declared): string | undefined {
  const literal = defaultValue === undefined ? undefined : astFromValue(defaultValue, type);
  if (!literal || literal.kind === Kind.NULL) return undefined;
  const text = print(literal);
  return `${literal.kind === Kind.ENUM ? `\`${text}\`` : text} unless given`;
}

function capOf(declared: Declared, siblings?: readonly Declared[]): string | undefined {
  if (siblings && pageSizes.has(declared.name)) {
    const first = siblings.find(({ name }) => name === "first");
    return `at most ${mostRows(first ?? declared)}`;
  }
  if (siblings && declared.name === "search")
    return `at most ${longestText.filter} characters and ${mostWords} words`;
  const type: GraphQLInputType = getNullableType(declared.type);
  if (isListType(type)) return `at most ${mostEntries(declared)} entries`;
  if (isInputObjectType(type) && type.name === "TimeWindow")
    return `at most ${longestDays(declared, siblings !== undefined)} days`;
  if (isScalarType(type) && type.name === "JSONObject")
    return `at most ${operationLimits.mapLevels} levels deep`;
  return undefined;
}

const pageSizes: ReadonlySet<string> = new Set(["first", "last"]);
