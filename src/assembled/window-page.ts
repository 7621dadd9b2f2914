import type { LoaderUse } from "../estimate/field-cost.ts";
import { atMost } from "../estimate/range.ts";
import { field } from "../fields/field.ts";
import { neverNull } from "../fields/never-null.ts";
import type { OperationContext } from "../graphql/context.ts";
import { type Connection, type PageArguments, windowPageRequest } from "../resolving/pagination.ts";
import { connectionOfAll } from "../resolving/whole-page.ts";
import { inTimeOrder, isIn, type Span, startOf } from "./spans.ts";

/** Rows of a window that are all read, however few of them a page holds. */
interface RowsOfWindow<Args, Selection extends Span, Row> {
  /** The window and the filters. @throws BAD_USER_INPUT for arguments that cannot be used. */
  readonly selectionOf: (args: Args) => Selection;
  /** Uses of endpoints by `read`. */
  readonly usesOf: (selection: Selection) => readonly LoaderUse[];
  readonly read: (selection: Selection, context: OperationContext) => Promise<readonly Row[]>;
  /** All that tells a row from others of the list. */
  readonly idOf: (row: Row) => string;
}

/** A field that gives a page of the rows of a window, by start. */
export const windowPage = <
  Args extends PageArguments,
  Selection extends Span,
  Row extends { readonly start_time: unknown },
>({
  selectionOf,
  usesOf,
  read,
  idOf,
}: RowsOfWindow<Args, Selection, Row>) =>
  neverNull(
    field(
      (args: Args) => ({
        uses: usesOf(selectionOf(args)),
        cardinality: atMost(windowPageRequest(args).first),
      }),
      async (_: unknown, args: Args, context: OperationContext): Promise<Connection<Row>> => {
        const request = windowPageRequest(args);
        const selection = selectionOf(args);
        const rows = await read(selection, context);
        // No document says whether what only touches a window is in it.
        const inWindow = rows.filter((row) => isIn(row, selection));
        return connectionOfAll(request, { all: inTimeOrder(inWindow, startOf, idOf), idOf });
      },
    ),
  );
