import type { DocumentedEndpoint } from "../contracts/contract.ts";
import type { Table } from "../contracts/tables.ts";

/** The endpoint of ours that calls a documented one, by noun and verb; of two of one route, the one of its name. */
export function rowOf({ api }: Pick<Table, "api">, documented: DocumentedEndpoint): string | undefined {
  const rows = rowsOf(api, documented);
  return rows.find((row) => row === documented.id) ?? rows[0];
}

function rowsOf(api: Table["api"], documented: DocumentedEndpoint): string[] {
  const found: string[] = [];
  for (const [noun, verbs] of Object.entries(api)) {
    for (const [verb, { method, path }] of Object.entries(verbs)) {
      const [place = "", search = ""] = path.split("?");
      const isNamedByQuery = documented.required.some((name) => search.startsWith(`${name}=`));
      const takesQuery = documented.required.some((name) => name.endsWith("source_specific_id"));
      if (method !== documented.method || takesQuery !== isNamedByQuery || (!takesQuery && search)) continue;
      if (withPlainNames(place) === withPlainNames(documented.path)) found.push(`${noun}.${verb}`);
    }
  }
  return found;
}

/** Ours say more in a name where a path holds two kinds of the same: `{companyDomain}` for `{domain}`. */
const withPlainNames = (path: string): string =>
  path.replace(/\{\w*?([A-Z]?[a-z]+|ID)\}/g, (_, last: string) => `{${last.toLowerCase()}}`);
