import type { KeptRead, RowFacts } from "../rest/row-facts.ts";

/**
 * The facts of how kept answers hold accounts or contacts.
 * @param byId template of the read by id.
 * @param fieldsBy by the template of each other read, the fields that decide which records it answers, or in which order.
 */
export const recordRows = (
  byId: string,
  fieldsBy: Readonly<Record<string, readonly string[]>>,
): RowFacts => ({
  under: "data",
  derived: [],
  placeIn({ path, url }: KeptRead) {
    if (path === byId) return { fields: [], ids: [url.pathname.split("/").at(-1) ?? ""] };
    const fields = fieldsBy[path];
    return fields && { fields };
  },
});
