import { badInput } from "../errors.ts";
import { callsOf } from "../estimate/field-cost.ts";
import { page } from "../fields/page.ts";
import type { OperationContext } from "../graphql/context.ts";
import type { Identified } from "../loaders/indexed-rows.ts";
import type { KeyedRead, Slice } from "../loaders/keyed-read.ts";
import { isPlain, type ListDefinition } from "../loaders/list.ts";
import { type Connection, connection, type PageArguments, pageRequest } from "../resolving/pagination.ts";
import { longestText, within } from "../text-limits.ts";
import type { LinkedPage } from "./page-json.ts";

/**
 * A field that gives a page of a list; a page of no rows costs no call.
 * @param list all rows.
 * @param pages reads another order or selection of them.
 * @param conditionsOf parameters that select and order; where all are undefined, rows come from `list`. Asked for the cost,
 *   too, so that what it throws is the answer instead of a plan.
 */
export const listField = <
  Args extends PageArguments,
  Row extends Identified,
  Conditions extends Readonly<Record<string, unknown>>,
>(
  list: ListDefinition<Row>,
  pages: KeyedRead<Conditions & Slice, LinkedPage<Row>>,
  conditionsOf: (args: Args) => Conditions,
) =>
  page(
    (args: Args) => {
      // What the run refuses has no plan.
      conditionsOf(args);
      return callsOf(pages.row);
    },
    async (_: unknown, args: Args, { call, of }: OperationContext): Promise<Connection<Row>> => {
      const conditions = conditionsOf(args);
      const request = pageRequest(args);
      const { first, offset } = request;
      const rows = of(list);
      const read = async () =>
        isPlain(conditions)
          ? rows.range(offset, first)
          : rows.show(await pages.read(call, { ...conditions, limit: first, offset }), offset);
      const shown = first === 0 ? { rows: [], hasNextPage: false } : await read();
      return connection<Row>(request, { ...shown, idOf: ({ id }) => id });
    },
  );

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
