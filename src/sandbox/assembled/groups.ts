import type { Reply } from "../emulator.ts";
import { type Collection, keyedById } from "./state.ts";

/** Answers a collection that comes whole: it knows no page and ignores `limit` and `offset`. */
export const wholeCollection = (
  name: string,
  rows: Collection<{ readonly id: string }>,
): { list: () => Reply } => ({
  list: () => ({ status: 200, body: { [name]: keyedById(rows.values()) } }),
});
