import { badInput } from "../../errors.ts";
import { callsOf } from "../../estimate/field-cost.ts";
import { page } from "../../fields/page.ts";
import type { OperationContext } from "../../graphql/context.ts";
import type { Identified } from "../../loaders/indexed-rows.ts";
import { type Connection, connection, type PageArguments, pageRequest } from "../../resolving/pagination.ts";
import { longestText, within } from "../../text-limits.ts";
import type { LinkedList } from "./linked-list.ts";
import { type Conditions, selectionOf } from "./selection.ts";

/**
 * A field that gives a page of a list; a page of no rows costs no call.
 * @param conditionsOf parameters that select and order; where all are undefined, the list is shown as it stands. Asked for
 *   the cost, too, so that what it throws is the answer instead of a plan.
 * @param wider names of filters that match more than rows show. @default none
 */
export function listField<Args extends PageArguments, Row extends Identified>(
  list: LinkedList<Row>,
  conditionsOf: (args: Args) => Conditions,
  wider?: readonly string[],
) {
  const selection = selectionOf(list, wider);
  return page(
    (args: Args) => {
      // What the run refuses has no plan.
      conditionsOf(args);
      return callsOf(list.pages.row);
    },
    async (_: unknown, args: Args, { of }: OperationContext): Promise<Connection<Row>> => {
      const conditions = conditionsOf(args);
      const request = pageRequest(args);
      const { first, offset } = request;
      const shown =
        first === 0
          ? { rows: [], hasNextPage: false }
          : await of(selection).page(conditions, { limit: first, offset });
      return connection<Row>(request, { ...shown, idOf: ({ id }) => id });
    },
  );
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
