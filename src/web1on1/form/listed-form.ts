import type { CallOnce } from "../../rest/call.ts";
import { comparableIdIn } from "../ids.ts";
import { isRejection } from "../lists/list-features.ts";
import { anyOf, pageSize } from "../lists/page-json.ts";
import { type FormJson, type FormsQuery, forms } from "./endpoints.ts";

/** Statuses to look under: archived forms are listed only when asked for. */
const statuses = [undefined, anyOf(["active", "archived"])];

/** The form of an id as a list shows it; undefined where none does. */
export async function listedForm(call: CallOnce, id: string): Promise<FormJson | undefined> {
  for (const status of statuses) {
    const found = await listedUnder(call, id, status).catch((error: unknown) => {
      // There need be no such filter.
      if (status !== undefined && isRejection(error)) return undefined;
      throw error;
    });
    if (found) return found;
  }
  return undefined;
}

async function listedUnder(
  call: CallOnce,
  id: string,
  status: string | undefined,
): Promise<FormJson | undefined> {
  const read = (query: Partial<FormsQuery>, offset = 0) =>
    call(forms.list, { query: { ...query, ...(status && { status }), limit: pageSize, offset } });
  const isWanted = (row: FormJson) => comparableIdIn(row) === comparableIdIn(id);
  const filtered = (await read({ id })).rows;
  const found = filtered.find(isWanted);
  // A page of other forms is the beginning of the whole list: then there is no such filter.
  if (found || filtered.length === 0) return found;
  for (let offset = 0; offset < mostRows; ) {
    const { rows, hasNextPage } = await read({}, offset);
    const listed = rows.find(isWanted);
    if (listed || !hasNextPage || rows.length === 0) return listed;
    offset += rows.length;
  }
  return undefined;
}

/** Rows of the whole list that are looked through, so that a list without end ends. */
const mostRows = 10_000;
