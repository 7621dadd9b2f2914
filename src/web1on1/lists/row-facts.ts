import type { KeptRead, PlaceField, RowFacts } from "../../rest/row-facts.ts";
import { isLivingStatus } from "../living.ts";

const paging: ReadonlySet<string> = new Set(["limit", "offset"]);

/** Rows that are archived leave the lists. */
const living: PlaceField = { name: "status", of: isLivingStatus };

/** Any of several ids: `[a,b]`. */
const idsIn = (filter: string): string[] => filter.replace(/^\[|\]$/g, "").split(",");

/** The field that a filter or an order is about: the first of a dotted path. */
const fieldOf = (path: string): string => path.replace(/^-/, "").split(".")[0] ?? "";

/**
 * How kept answers hold rows of a noun: filters are names of fields, as is the order.
 * @param reach fields beside the status that decide whether the gateway is shown a row at all.
 * @param derived fields that the upstream sets by itself, beside those of every object.
 */
export const linkedRows = (reach: readonly string[], derived: readonly string[] = []): RowFacts => ({
  under: "rows",
  derived: ["updatedAt", "updatedBy", ...derived],
  placeIn({ path, url }: KeptRead) {
    if (path.endsWith("}")) return { fields: [], ids: [url.pathname.split("/").at(-1) ?? ""] };
    const query = [...url.searchParams].filter(([name]) => !paging.has(name));
    const named = query.flatMap(([name, value]) => (name === "sort" ? value.split(",") : [name]));
    const ids = url.searchParams.get("id");
    return {
      fields: [living, ...reach, ...named.map(fieldOf)],
      ...(ids !== null && { ids: idsIn(ids) }),
    };
  },
});
