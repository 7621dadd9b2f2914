import { textIn } from "../rest/row-values.ts";
import { byId, type Identified, type KeysOf } from "./indexed-rows.ts";
import type { Page } from "./page.ts";

/** Pages in the order in which their rows count. */
type Pages<Row> = readonly Page<Row>[];

/** Whether pages show a row with an id. What is no id is in none. */
export function isIn<Row extends Identified>(pages: Pages<Row>, id: unknown): boolean {
  const key = textIn(id);
  return key !== undefined && pages.some(({ index }) => index.find(byId, key).length > 0);
}

/** Whether a page has a row that others do not show. A row that nothing tells from others is not known to be new. */
export const showsNew = <Row extends Identified>(page: Page<Row>, others: Pages<Row>): boolean =>
  page.index.rows.some(({ id }) => textIn(id) !== undefined && !isIn(others, id));

/** The rows with a key, each once: of pages from the start on, the first that shows a row tells what it is. */
export function rowsIn<Row extends Identified>(
  pages: Pages<Row>,
  keysOf: KeysOf<Row>,
  key: string,
): readonly Row[] {
  if (pages.length < 2) return pages[0]?.index.find(keysOf, key) ?? [];
  return pages.flatMap(({ index }, at) =>
    index.find(keysOf, key).filter(({ id }) => !isIn(pages.slice(0, at), id)),
  );
}

/** The first of them. */
export function firstIn<Row extends Identified>(
  pages: Pages<Row>,
  keysOf: KeysOf<Row>,
  key: string,
): Row | undefined {
  for (const [at, { index }] of pages.entries()) {
    const before = pages.slice(0, at);
    const row = index.find(keysOf, key).find(({ id }) => at === 0 || !isIn(before, id));
    if (row) return row;
  }
  return undefined;
}
