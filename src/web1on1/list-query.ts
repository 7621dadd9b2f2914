import { badInput } from "../errors.ts";

/** The `sort` parameter: a field, with a leading minus for descending. */
export function sortParameter(
  sort: { readonly field: string; readonly direction?: "ASCENDING" | "DESCENDING" } | null | undefined,
): string | undefined {
  return sort ? `${sort.direction === "DESCENDING" ? "-" : ""}${sort.field}` : undefined;
}

/**
 * A filter that means its value and nothing else.
 * @throws BAD_USER_INPUT when the upstream would take its first character for an operator.
 */
export function exactFilter(value: string | null | undefined, name: string): string | undefined {
  if (value && /^[~^<>!=[]/.test(value)) throw badInput(`${name} cannot begin with ${value[0]}.`);
  return value ?? undefined;
}
