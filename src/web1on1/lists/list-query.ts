import { badInput } from "../../errors.ts";
import { callsOf, useOf } from "../../estimate/field-cost.ts";
import { page } from "../../fields/page.ts";
import type { OperationContext } from "../../graphql/context.ts";
import type { Identified } from "../../lists/indexed-rows.ts";
import { isPlain } from "../../lists/list.ts";
import { mapPromiseOrValue, type PromiseOrValue } from "../../loaders/promise-or-value.ts";
import { filterReads } from "../../loaders/strategies/filter-reads.ts";
import {
  type Connection,
  connection,
  needsWholeList,
  type PageArguments,
  pageOfNoRows,
  selectedPageRequest,
} from "../../resolving/pagination.ts";
import { searchWords } from "../../resolving/search-words.ts";
import { connectionOfAll } from "../../resolving/whole-page.ts";
import { longestText, within } from "../../text-limits.ts";
import type { LinkedList } from "./linked-list.ts";
import { pageSize } from "./page-json.ts";
import { type Conditions, type SelectionFacts, selectionOf } from "./selection.ts";

/** Arguments of every list. */
interface ListArguments extends PageArguments {
  readonly search?: string | null | undefined;
}

/**
 * A field that gives a page of a list; a page of no rows costs no call.
 * @param conditionsOf parameters that select and order; where all are undefined, the list is shown as it stands. Asked for
 *   the cost, too, so that what it throws is the answer instead of a plan.
 * @param facts what rows tell of themselves. @default all that filters ask for, and nothing to be searched by
 */
export function listField<Args extends ListArguments, Row extends Identified>(
  list: LinkedList<Row>,
  conditionsOf: (args: Args) => Conditions,
  facts?: SelectionFacts<Row>,
) {
  const selection = selectionOf(list, facts);
  const { endpoint } = list.pages;
  const requested = (args: Args) => {
    const conditions = conditionsOf(args);
    const words = searchWords(args.search);
    const isAsItStands = words.length === 0 && isPlain(conditions);
    const request = selectedPageRequest(args, isAsItStands ? undefined : { words, ...conditions });
    return { conditions, words, request, isWhole: words.length > 0 || needsWholeList(args) };
  };
  return page(
    (args: Args) => {
      // What the run refuses has no plan.
      const { conditions, isWhole } = requested(args);
      if (!isWhole) return callsOf(endpoint);
      if (isPlain(conditions)) return useOf(list);
      return useOf({ access: filterReads(endpoint, { keysPerCall: 1, pageSize, list: list.access }) });
    },
    (_: unknown, args: Args, { of }: OperationContext): PromiseOrValue<Connection<Row>> => {
      const { conditions, isWhole, request, words } = requested(args);
      const { first, offset } = request;
      if (first === 0) return pageOfNoRows(request);
      const { all, count, page } = of(selection);
      const shown = isWhole ? undefined : page(conditions, { limit: first, offset });
      if (!shown) {
        return all(conditions, words).then((rows) => connectionOfAll<Row>(request, { all: rows, idOf }));
      }
      const totalCount = isPlain(conditions) ? count : undefined;
      return mapPromiseOrValue(shown, (part) => connection<Row>(request, { idOf, totalCount, ...part }));
    },
  );
}

const idOf = ({ id }: Identified): string => id;

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
