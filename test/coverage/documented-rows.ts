import type { DocumentedEndpoint } from "../contracts/contract.ts";
import type { Table } from "../contracts/tables.ts";

/** The endpoint of ours that calls a documented one, by noun and verb. */
export function rowOf({ api }: Pick<Table, "api">, documented: DocumentedEndpoint): string | undefined {
  for (const [noun, verbs] of Object.entries(api)) {
    for (const [verb, { method, path }] of Object.entries(verbs)) {
      const [place = "", search = ""] = path.split("?");
      const isNamedByQuery = documented.required.some((name) => search.startsWith(`${name}=`));
      const takesQuery = documented.required.some((name) => name.endsWith("source_specific_id"));
      if (method !== documented.method || takesQuery !== isNamedByQuery || (!takesQuery && search)) continue;
      if (withPlainNames(place) === withPlainNames(documented.path)) return `${noun}.${verb}`;
    }
  }
  return undefined;
}

/** Ours say more in a name where a path holds two kinds of the same: `{companyDomain}` for `{domain}`. */
const withPlainNames = (path: string): string =>
  path.replace(/\{\w*?([A-Z]?[a-z]+|ID)\}/g, (_, last: string) => `{${last.toLowerCase()}}`);
