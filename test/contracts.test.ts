import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { assembledApi } from "../src/assembled/api/index.ts";
import { assemblyApi } from "../src/assembly/api/index.ts";
import type { Api } from "../src/rest/endpoint.ts";
import { web1on1Api } from "../src/web1on1/api/index.ts";
import { assembled } from "./contracts/assembled.ts";
import { assembly } from "./contracts/assembly.ts";
import type { DocumentedEndpoint } from "./contracts/contract.ts";
import { web1on1 } from "./contracts/web1on1.ts";

interface Table {
  readonly api: Api;
  readonly documented: readonly DocumentedEndpoint[];
  /** Nouns and verbs of the documents that the schema does not offer yet. */
  readonly notOffered: RegExp;
  /** Rows that read a documented route in a second way. */
  readonly secondWays: readonly string[];
  /** Rows of the documents that are reached another way, and which way that is. */
  readonly namedAlternatives: Readonly<Record<string, string>>;
}

const tables: Readonly<Record<string, Table>> = {
  assembly: {
    api: assemblyApi,
    documented: assembly,
    notOffered:
      /^(addProps\.(accounts|contacts)\.(create|update|delete|getBySourceSpecificId|getByDomain|getByEmail)|labels\.(create|update|delete)|usage\.(create|update|delete|list$|list.*BySourceSpecificId)|interactions)/,
    secondWays: [],
    namedAlternatives: {
      "accounts.deleteBySourceSpecificId": "accounts.delete by id after a look-up",
      "contacts.deleteBySourceSpecificId": "contacts.delete by id after a look-up",
    },
  },
  assembled: {
    api: assembledApi,
    documented: assembled,
    notOffered:
      /^(agentStates|eventChanges|conversations|forecast|qaScores|reports|requirement|timeOff|shiftPatterns|activityTypes\.(create|delete)|(queues|sites|teams|skills)\.(create|update|delete))/,
    secondWays: [],
    namedAlternatives: {},
  },
  web1on1: {
    api: web1on1Api,
    documented: web1on1,
    notOffered:
      /^(orgGroup|bots|botInstances|services|form|organization(Categories|Workflows)|organizations\.(uploadLogo|deleteLogo)|users\.(uploadAvatar|deleteAvatar|removeOrganization)|auth\.refreshTokenPost)/,
    secondWays: ["organizations.getToMerge"],
    namedAlternatives: {},
  },
};

/** A route as both sides can write it: argument names aside, with the query key that tells one route from another. */
const route = (method: string, path: string, key: string | undefined, effect: string): string =>
  `${method} ${path.split("?")[0]?.replace(/\{\w+\}/g, "{}")}${key ? `?${key}` : ""} ${effect}`;

const ourRoutes = ({ api, secondWays }: Table): string[] =>
  Object.entries(api)
    .flatMap(([noun, verbs]) =>
      Object.entries(verbs).map(([verb, row]) => ({ name: `${noun}.${verb}`, row })),
    )
    .filter(({ name }) => !secondWays.includes(name))
    .map(({ row }) => route(row.method, row.path, /\?(\w+)=\{/.exec(row.path)?.[1], row.effect))
    .sort();

const isOffered = ({ notOffered, namedAlternatives }: Table, id: string): boolean =>
  !notOffered.test(id) && !Object.hasOwn(namedAlternatives, id);

const documentedRoutes = (table: Table): string[] =>
  table.documented
    .filter(({ id }) => isOffered(table, id))
    .map(({ method, path, required, effect }) =>
      route(
        method,
        path,
        required.find((name) => name.endsWith("source_specific_id")),
        effect,
      ),
    )
    .sort();

test.each(Object.entries(tables))(
  "%s: endpoint rows are the documented routes, no more and no fewer",
  (_, table) => {
    expect(ourRoutes(table)).toEqual(documentedRoutes(table));
  },
);

test.each(Object.entries(tables))(
  "%s: rows that are reached another way are in the documents, and the way is a row of ours",
  (_, { api, documented, namedAlternatives }) => {
    for (const [id, way] of Object.entries(namedAlternatives)) {
      expect(documented.map((row) => row.id)).toContain(id);
      const [noun = "", verb = ""] = way.split(" ")[0]?.split(".") ?? [];
      expect(Object.keys(api[noun] ?? {})).toContain(verb);
    }
  },
);

test.each(Object.entries(tables))("%s: rows known by inference alone are marked so", (_, table) => {
  const marked = Object.values(table.api)
    .flatMap((verbs) => Object.values(verbs))
    .filter(({ inferred }) => inferred)
    .map(({ method, path, effect }) => route(method, path, /\?(\w+)=\{/.exec(path)?.[1], effect))
    .sort();
  const inferred = table.documented.filter(({ source }) => source === "inferred");
  expect(marked).toEqual(documentedRoutes({ ...table, documented: inferred }));
});

test.each(Object.entries(tables))("%s: every row is called by the gateway", (system, { api }) => {
  const folder = new URL(`../src/${system}/`, import.meta.url);
  const code = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && !file.startsWith("api/"))
    .map((file) => readFileSync(new URL(file, folder), "utf8"))
    .join("\n");
  const rows = Object.entries(api).flatMap(([noun, verbs]) =>
    Object.keys(verbs).map((verb) => `${noun}.${verb}`),
  );
  expect(rows.filter((row) => !new RegExp(`\\b${row}\\b`).test(code))).toEqual([]);
});
