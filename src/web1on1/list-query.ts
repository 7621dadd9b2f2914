import { badInput } from "../errors.ts";
import type { KeyLoader } from "../loaders/shapes.ts";
import { type Connection, connection, type PageArguments, pageRequest } from "../pagination.ts";
import type { LinkedPage, ListQuery } from "./api/page.ts";

/**
 * One page of an upstream list as a connection. A page of no rows costs no call.
 * @param byId keeps the rows of the page.
 */
export async function pageOf<Row extends { readonly id: string }>(
  args: PageArguments,
  byId: KeyLoader<Row>,
  read: (page: Pick<ListQuery, "limit" | "offset">) => Promise<LinkedPage<Row>>,
): Promise<Connection<Row>> {
  const request = pageRequest(args);
  const { first, offset } = request;
  const page = first === 0 ? { rows: [], hasNextPage: false } : await read({ limit: first, offset });
  for (const row of page.rows) byId.prime(row.id, row);
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
 * @throws BAD_USER_INPUT when the upstream would take its first character for an operator.
 */
export function exactFilter(value: string | null | undefined, name: string): string | undefined {
  if (value && /^[~^<>!=[]/.test(value)) throw badInput(`${name} cannot begin with ${value[0]}.`);
  return value ?? undefined;
}
