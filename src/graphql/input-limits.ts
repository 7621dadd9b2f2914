import type { GraphQLArgument, GraphQLInputField } from "graphql";
import { operationLimits } from "../limits.ts";
import { largestPageSize } from "../resolving/pagination.ts";
import { longestReadDays, longestWriteDays } from "../resolving/time.ts";

/** The place where an input is declared, which may state limits of its own by directives. */
export type Declared = GraphQLArgument | GraphQLInputField;

/** Most rows of a page: as many as it has by default, where these are more than a page that is read page by page holds. */
export const mostRows = ({ defaultValue }: Declared): number =>
  Math.max(largestPageSize, Number(defaultValue ?? 0));

/** Most entries of a list, which `@most` may state. */
export const mostEntries = (declared: Declared): number =>
  statedLimit(declared, "most", "entries") ?? operationLimits.listEntries;

/** Most days of a window, which `@longest` may state. @param isRead whether it is one to read, rather than to write. */
export const longestDays = (declared: Declared, isRead: boolean): number =>
  statedLimit(declared, "longest", "days") ?? (isRead ? longestReadDays : longestWriteDays);

function statedLimit({ astNode }: Declared, directive: "longest" | "most", unit: string): number | undefined {
  const stated = astNode?.directives?.find(({ name }) => name.value === directive);
  const value = stated?.arguments?.find(({ name }) => name.value === unit)?.value;
  return value?.kind === "IntValue" ? Number(value.value) : undefined;
}
