import { apiOf } from "../../src/resolving/system.ts";
import type { AnyEndpoint, Api } from "../../src/rest/endpoint.ts";
import { systems } from "../../src/systems.ts";
import type { Contract, DocumentedEndpoint } from "./contract.ts";

/** A system's endpoints as it documents them, beside those that the gateway calls. */
export interface Table extends Contract {
  readonly api: Api;
}

/** The systems by name, each with the contract in the file of that name. */
export const tables: Readonly<Record<string, Table>> = Object.fromEntries(
  await Promise.all(
    systems.map(async ({ name, nouns }): Promise<[string, Table]> => {
      const { contract } = (await import(new URL(`./${name}.ts`, import.meta.url).href)) as {
        readonly contract: Contract;
      };
      return [name, { api: apiOf(nouns), ...contract }];
    }),
  ),
);

/** The table of one system. */
export function tableOf(system: string): Table {
  const table = tables[system];
  if (!table) throw new Error(`There is no contract of ${system}.`);
  return table;
}

/** A route as both sides can write it: argument names aside, with the query key that tells one route from another. */
const route = (method: string, path: string, key: string | undefined): string =>
  `${method} ${path.split("?")[0]?.replace(/\{\w+\}/g, "{}")}${key ? `?${key}` : ""}`;

/** The route of a row of ours. */
export const routeOfRow = ({ method, path }: AnyEndpoint): string =>
  route(method, path, /\?(\w+)=\{/.exec(path)?.[1]);

/** The route of a documented endpoint. */
export const documentedRoute = ({ method, path, required }: DocumentedEndpoint): string =>
  route(
    method,
    path,
    required.find((name) => name.endsWith("source_specific_id")),
  );

/** The noun of a documented endpoint: its id without the verb. */
export const documentedNoun = (id: string): string => id.slice(0, id.lastIndexOf("."));

/** Nouns of the documents of which the gateway calls at least one endpoint; the others are not offered. */
export function offeredNouns({ api, documented }: Table): ReadonlySet<string> {
  const ours = routesOf(api);
  return new Set(
    documented.filter((row) => ours.has(documentedRoute(row))).map(({ id }) => documentedNoun(id)),
  );
}

/** Routes of all rows of ours. */
export const routesOf = (api: Api): ReadonlySet<string> =>
  new Set(Object.values(api).flatMap((verbs) => Object.values(verbs).map(routeOfRow)));
