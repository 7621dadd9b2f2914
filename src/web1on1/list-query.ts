import { badInput } from "../errors.ts";
import type { Slice } from "../loaders/keyed-read.ts";
import type { PagedList } from "../loaders/paged-list.ts";
import { type Connection, connection, type PageArguments, pageRequest } from "../resolving/pagination.ts";
import { longestText, within } from "../text-limits.ts";
import type { LinkedPage } from "./page-json.ts";

/**
 * One page of an upstream list as a connection. A page of no rows costs no call.
 * @param list all rows as the loaders read them.
 * @param select reads another order or selection of them; undefined for all as they are listed.
 */
export async function pageOf<Row extends { readonly id: string }>(
  args: PageArguments,
  list: PagedList<Row>,
  select: ((slice: Slice) => Promise<LinkedPage<Row>>) | undefined,
): Promise<Connection<Row>> {
  const request = pageRequest(args);
  const { first, offset } = request;
  const read = async () =>
    select ? list.show(await select({ limit: first, offset }), offset) : list.range(offset, first);
  const page = first === 0 ? { rows: [], hasNextPage: false } : await read();
  return connection<Row>(request, { ...page, idOf: ({ id }) => id });
}

/** The `sort` parameter: a field, with a leading minus for descending. */
export function sortParameter(
  sort: { readonly field: string; readonly direction?: "ASCENDING" | "DESCENDING" } | null | undefined,
): string | undefined {
  return sort ? `${sort.direction === "DESCENDING" ? "-" : ""}${sort.field}` : undefined;
}

/**
 * A filter that means its value and nothing else.
 * @throws BAD_USER_INPUT when the upstream would take its first character for an operator, and for one that is too long.
 */
export function exactFilter(value: string | null | undefined, name: string): string | undefined {
  if (value) within(value, longestText.filter, name);
  if (value && /^[~^<>!=[]/.test(value)) throw badInput(`${name} cannot begin with ${value[0]}.`);
  return value ?? undefined;
}
