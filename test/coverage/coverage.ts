import { createSchema } from "../../src/graphql/schema.ts";
import type { SystemName } from "../../src/sandbox/sandbox.ts";
import type { DocumentedEndpoint } from "../contracts/contract.ts";
import { type Table, tableOf } from "../contracts/tables.ts";
import { watchResolvers } from "../estimate/watched-resolvers.ts";
import { gateway } from "../support/gateway.ts";
import { assemblyExamples } from "./assembly.ts";
import type { Examples } from "./example.ts";

/** How one row of a system is reached, as seen while the examples ran. */
export interface Reached {
  /** GraphQL fields by `Type.field`, whose resolvers asked for it. */
  readonly fields: ReadonlySet<string>;
  /** Test files that go into the details. */
  readonly tests: ReadonlySet<string>;
}

/** What the examples of one system showed. */
export interface Coverage {
  readonly table: Table;
  /** By noun and verb, as the emulator's handler that answered is named, too. */
  readonly rows: ReadonlyMap<string, Reached>;
  /** Every field that was resolved. */
  readonly resolved: ReadonlySet<string>;
  /** Operations that were not answered as they should be, with what was wrong. */
  readonly failed: readonly string[];
}

const examples = { assembly: assemblyExamples } satisfies Partial<Record<SystemName, Examples>>;

/** Systems whose coverage is told. */
export const coveredSystems = Object.keys(examples) as readonly (keyof typeof examples)[];

const seen = new Map<keyof typeof examples, Promise<Coverage>>();

/** Runs every example of a system on a gateway and a sandbox of its own, and watches what is called; once for all who ask. */
export function coverageOf(system: keyof typeof examples): Promise<Coverage> {
  const known = seen.get(system) ?? watchExamples(system);
  seen.set(system, known);
  return known;
}

async function watchExamples(system: keyof typeof examples): Promise<Coverage> {
  const table = tableOf(system);
  const rows = new Map<string, { readonly fields: Set<string>; readonly tests: Set<string> }>();
  const resolvedInAll = new Set<string>();
  const failed: string[] = [];
  for (const [test, documents] of Object.entries<readonly string[]>(examples[system])) {
    for (const document of documents) {
      const made = gateway({ parts: { schema: createSchema() } });
      const { reached, resolved } = watchResolvers(made.gateway.schema);
      const { data, errors } = await made.execute(document);
      if (errors.length > 0 || Object.values(data ?? { nothing: null }).includes(null))
        failed.push(`${document} ${JSON.stringify(errors)}`);
      for (const field of resolved) resolvedInAll.add(field);
      for (const row of new Set(made.sandbox[system].journal.map((entry) => entry.row ?? ""))) {
        const endpoint = endpointOf(table, row);
        const known = rows.get(row) ?? { fields: new Set(), tests: new Set() };
        rows.set(row, known);
        known.tests.add(test);
        for (const [field, used] of reached) if (endpoint && used.has(endpoint)) known.fields.add(field);
      }
    }
  }
  return { table, rows, resolved: resolvedInAll, failed };
}

const endpointOf = ({ api }: Table, row: string) => {
  const [noun = "", verb = ""] = row.split(".");
  return api[noun]?.[verb];
};

/** The row of ours that calls a documented endpoint, by noun and verb. */
export function rowOf({ api }: Table, documented: DocumentedEndpoint): string | undefined {
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
  path.replace(/\{\w*?([A-Z]?[a-z]+)\}/g, (_, last: string) => `{${last.toLowerCase()}}`);
