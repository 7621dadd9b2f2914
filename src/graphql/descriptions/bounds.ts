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
import { type Declared, longestDays, mostEntries, mostRows } from "../input-limits.ts";

/**
 * A sentence with the default and the cap of an input, as they are enforced; undefined where it has neither.
 * @param isArgument whether it is an argument itself: its window is one to read.
 */
export function boundsOf(
  declared: Declared & { readonly name: string },
  isArgument: boolean,
): string | undefined {
  const parts = [defaultOf(declared), capOf(declared, isArgument)].filter((part) => part !== undefined);
  const text = parts.join(", ");
  return text && `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function defaultOf({ defaultValue, type }: Declared): string | undefined {
  const literal = defaultValue === undefined ? undefined : astFromValue(defaultValue, type);
  if (!literal || literal.kind === Kind.NULL) return undefined;
  const text = print(literal);
  return `${literal.kind === Kind.ENUM ? `\`${text}\`` : text} unless given`;
}

function capOf(declared: Declared & { readonly name: string }, isArgument: boolean): string | undefined {
  if (isArgument && pageSizes.has(declared.name)) return `at most ${mostRows(declared)}`;
  const type: GraphQLInputType = getNullableType(declared.type);
  if (isListType(type)) return `at most ${mostEntries(declared)} entries`;
  if (isInputObjectType(type) && type.name === "TimeWindow")
    return `at most ${longestDays(declared, isArgument)} days`;
  if (isScalarType(type) && type.name === "JSONObject")
    return `at most ${operationLimits.mapLevels} levels deep`;
  return undefined;
}

const pageSizes: ReadonlySet<string> = new Set(["first", "last"]);
