import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import {
  documentedNoun,
  documentedRoute,
  offeredNouns,
  routeOfRow,
  routesOf,
  type Table,
  tables,
} from "./contracts/tables.ts";

const ourRoutes = ({ api, secondWays }: Table): string[] =>
  Object.entries(api)
    .flatMap(([noun, verbs]) =>
      Object.entries(verbs).map(([verb, row]) => ({ name: `${noun}.${verb}`, row })),
    )
    .filter(({ name }) => !secondWays.includes(name))
    .map(({ row }) => `${routeOfRow(row)} ${row.effect}`)
    .sort();

const documentedRoutes = (
  table: Table,
  isMeant: (row: Table["documented"][number]) => boolean = () => true,
): string[] => {
  const nouns = offeredNouns(table);
  return table.documented
    .filter(({ id }) => nouns.has(documentedNoun(id)) && !table.missing.includes(id))
    .filter(({ id }) => !Object.hasOwn(table.namedAlternatives, id))
    .filter(isMeant)
    .map((row) => `${documentedRoute(row)} ${row.effect}`)
    .sort();
};

test.each(Object.entries<Table>(tables))(
  "%s: endpoint rows are the documented routes, no more and no fewer",
  (_, table) => {
    expect(ourRoutes(table)).toEqual(documentedRoutes(table));
  },
);

test.each(Object.entries<Table>(tables))(
  "%s: what is missing is documented, of a noun that is offered, and no row of ours",
  (_, table) => {
    const nouns = offeredNouns(table);
    const ours = routesOf(table.api);
    const needless = table.missing.filter((id) => {
      const row = table.documented.find((documented) => documented.id === id);
      return !row || !nouns.has(documentedNoun(id)) || ours.has(documentedRoute(row));
    });
    expect(needless).toEqual([]);
    expect(new Set(table.missing).size).toBe(table.missing.length);
  },
);

test.each(Object.entries<Table>(tables))(
  "%s: rows that are reached another way are in the documents, and the way is a row of ours",
  (_, { api, documented, namedAlternatives }) => {
    for (const [id, way] of Object.entries(namedAlternatives)) {
      expect(documented.map((row) => row.id)).toContain(id);
      const [noun = "", verb = ""] = way.split(" ")[0]?.split(".") ?? [];
      expect(Object.keys(api[noun] ?? {})).toContain(verb);
    }
  },
);

test.each(Object.entries<Table>(tables))("%s: rows known by inference alone are marked so", (_, table) => {
  const marked = Object.values(table.api)
    .flatMap((verbs) => Object.values(verbs))
    .filter(({ inferred }) => inferred)
    .map((row) => `${routeOfRow(row)} ${row.effect}`)
    .sort();
  expect(marked).toEqual(documentedRoutes(table, ({ source }) => source === "inferred"));
});

test.each(Object.entries<Table>(tables))("%s: every row is called by the gateway", (system, { api }) => {
  const folder = new URL(`../src/${system}/`, import.meta.url);
  const code = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && !file.endsWith("endpoints.ts"))
    .map((file) => readFileSync(new URL(file, folder), "utf8").replace(/\/\*\*.*?\*\/|^ *\/\/[^\n]*$/gms, ""))
    .join("\n");
  const rows = Object.entries(api).flatMap(([noun, verbs]) =>
    Object.keys(verbs).map((verb) => ({ noun, row: `${noun}.${verb}` })),
  );
  // An update that merges takes the noun, of which it calls both the read and the write.
  const isCalled = ({ noun, row }: { readonly noun: string; readonly row: string }) =>
    new RegExp(`\\b${row}\\b`).test(code) ||
    (/\.(getToMerge|update)$/.test(row) && code.includes(`writes.update(${noun},`));
  expect(rows.filter((each) => !isCalled(each)).map(({ row }) => row)).toEqual([]);
});
