import type { PageJson } from "../../assembly/page-json.ts";
import { Refusal } from "../refusal.ts";
import type { AssemblyOptions } from "./options.ts";

/** Default and maximum of a page: the default is documented, the maximum nowhere (assembly-accounts-contacts-v2.txt:26). */
const defaultLimit = 100;

/** One page of rows in the envelope; a larger limit than the maximum gives the maximum. */
export function pageOf<Row>(
  rows: readonly Row[],
  query: URLSearchParams,
  { emptyLastPage }: Pick<AssemblyOptions, "emptyLastPage">,
): PageJson<Row> & { readonly next_cursor: number | null } {
  const limit = wholeNumber(query, "limit", defaultLimit);
  const offset = wholeNumber(query, "offset", 0);
  if (limit === 0) throw new Refusal(400, "limit must be at least 1");
  const data = rows.slice(offset, offset + Math.min(limit, defaultLimit));
  const end = offset + data.length;
  const hasNextPage = end < rows.length || (emptyLastPage && data.length > 0);
  return { data, has_next_page: hasNextPage, next_cursor: hasNextPage ? end : null };
}

function wholeNumber(query: URLSearchParams, name: string, otherwise: number): number {
  const text = query.get(name);
  if (text === null) return otherwise;
  if (!/^\d{1,9}$/.test(text)) throw new Refusal(400, `${name} must be a whole number`);
  return Number(text);
}
