import { existsSync, readdirSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { expect, test } from "vitest";
import { systems as allSystems } from "../src/systems.ts";

const root = new URL("../", import.meta.url);

const filesBelow = (folder: string, ending: string): string[] =>
  readdirSync(new URL(folder, root), { recursive: true, encoding: "utf8" })
    .map((file) => `${folder}${file}`)
    .filter((file) => file.endsWith(ending));

const textOf = (file: string): string => readFileSync(new URL(file, root), "utf8");

const sources = filesBelow("src/", ".ts").filter((file) => !file.startsWith("src/generated/"));

interface Import {
  readonly from: string;
  readonly to: string;
  readonly typeOnly: boolean;
}

const imports: Import[] = sources.flatMap((from) =>
  [...textOf(from).matchAll(/^(?:import|export)\s+(type\s)?[^;]*?from\s+"(\.[^"]+)";/gms)].map(
    ([, type, to = ""]) => ({
      from,
      to: posix.normalize(posix.join(posix.dirname(from), to)),
      typeOnly: type !== undefined,
    }),
  ),
);

/**
 * The folder of a file below `src/`; a file of `src/` itself stands for itself, and so do the folders of `rest/` and the
 * lock, which its contracts know nothing of.
 */
const roomOf = (file: string): string =>
  /^src\/(rest\/(?:\w+(?=\/)|keyed-lock\.ts)|[^/]+)/.exec(file)?.[1] ?? "";

const base = [
  "errors.ts",
  "http-error.ts",
  "limits.ts",
  "mutable.ts",
  "nearest-name.ts",
  "parse-url.ts",
  "request-text.ts",
  "text-limits.ts",
];
const overContracts = ["rest/message", "rest/limits", "rest/cache", "rest/keyed-lock.ts"];
const rest = ["rest", ...overContracts, "rest/sending", "rest/engine"];
const engine = [...base, ...rest, "uploads", "lists", "loaders"];
const tools = [...engine, "resolving", "estimate", "fields"];
const systems = allSystems.map(({ name }) => name);

/** The folders and files that each folder may import beside itself, types included. */
const floors: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(base.map((file) => [file, base])),
  config: base,
  rest: base,
  ...Object.fromEntries(overContracts.map((room) => [room, [...base, "rest"]])),
  "rest/sending": [...base, "rest", ...overContracts],
  "rest/engine": [...base, ...rest],
  uploads: [...base, "rest"],
  lists: [...base, "rest"],
  loaders: [...base, "rest", "rest/message", "lists"],
  auth: [...base, "config", "rest", "rest/message", "rest/sending"],
  replicas: [...base, "rest", "rest/keyed-lock.ts", "rest/sending"],
  observation: [...base, "rest"],
  documents: base,
  "log-output.ts": [],
  "log.ts": ["log-output.ts", "config", "observation", ...engine],
  resolving: [...engine, "config"],
  estimate: [...engine, "resolving"],
  fields: [...engine, "resolving", "estimate"],
  ...Object.fromEntries(systems.map((system) => [system, [...tools, "config"]])),
  joins: [...tools, ...systems],
  "systems.ts": [...tools, ...systems],
  sandbox: [],
  // Documents and types that codegen makes of its operations.
  client: ["generated"],
  federation: [...base, ...tools],
  // It knows graphql-js and nothing of the house.
  execution: [],
  graphql: [...tools, "execution", "federation", "joins", "systems.ts", "log.ts", "auth", "observation"],
  server: [...tools, "graphql", "log.ts", "client", "config", "auth", "observation", "documents", "replicas"],
  start: [
    ...engine,
    "resolving",
    "auth",
    "client",
    "config",
    "documents",
    "graphql",
    "observation",
    "replicas",
    "server",
    "log.ts",
    "log-output.ts",
    "systems.ts",
  ],
  cli: [...tools, "auth", "config", "graphql", "start", "log.ts", "log-output.ts", "systems.ts"],
  "main.ts": [],
};

/** The types of an operation's context and those made from the schema are known everywhere. */
const isKnownType = ({ typeOnly, to }: Import): boolean =>
  typeOnly && /^src\/(generated\/|graphql\/context\.ts)/.test(to);

/** The facts of endpoints are the documents in code, which emulators answer by. */
const isDocument = ({ from, to }: Import): boolean =>
  roomOf(from) === "sandbox" &&
  /^src\/(\w+\/([\w-]+\/)?(endpoints|ids|page-json)\.ts|rest\/(endpoint|id-pattern)\.ts)$/.test(to);

test.each(Object.keys(floors))("src/%s imports from the floors below it alone", (room) => {
  const wrong = imports
    .filter(({ from }) => roomOf(from) === room)
    .filter((edge) => {
      const below = floors[room] ?? [];
      const target = roomOf(edge.to);
      return target !== room && !below.includes(target) && !isKnownType(edge) && !isDocument(edge);
    });
  expect(wrong.map(({ from, to }) => `${from} -> ${to}`)).toEqual([]);
});

test("every folder and file of src/ has its floor", () => {
  const rooms = new Set(sources.map(roomOf));
  expect([...rooms].sort()).toEqual(Object.keys(floors).sort());
});

/** Files that are loaded along with a file: by its imports but those of types, and theirs. */
function loadedWith(file: string): Set<string> {
  const loaded = new Set([file]);
  for (const from of loaded) {
    for (const edge of imports) if (edge.from === from && !edge.typeOnly) loaded.add(edge.to);
  }
  return loaded;
}

const isSandbox = (file: string): boolean => file.startsWith("src/sandbox/");

test("the gateway loads nothing of the sandbox, but the emulators of the systems that are emulated", () => {
  // The command loads start/ only once the configuration has been read.
  const loaded = ["src/cli/start.ts", "src/start/start.ts"].flatMap((file) => [...loadedWith(file)]);
  expect(loaded).toContain("src/assembly/system.ts");
  expect(loaded.filter(isSandbox)).toEqual([]);
  const dynamic = sources
    .filter((file) => !isSandbox(file))
    .flatMap((file) =>
      [...textOf(file).matchAll(/\bimport\("([^"]+)"\)/g)].map(([, to = ""]) =>
        posix.normalize(posix.join(posix.dirname(file), to)),
      ),
    );
  const emulators = systems.map((system) => `src/sandbox/${system}/emulator.ts`);
  expect(dynamic.filter(isSandbox).sort()).toEqual(emulators.sort());
});

test("the typed client loads nothing but itself and what codegen makes of its operations", () => {
  const loaded = [...loadedWith("src/client/index.ts")];
  expect(loaded).toContain("src/client/create-client.ts");
  expect(loaded.filter((file) => !/^src\/(client|generated\/client)\//.test(file))).toEqual([]);
  const fromPackages = /^(?:import|export) (?!type\b)[^;]*?from ['"][^.]/m;
  expect(loaded.filter((file) => fromPackages.test(textOf(file)))).toEqual([]);
});

test("the gateway loads the SDK of traces only where they are asked for", () => {
  const loaded = ["src/cli/start.ts", "src/start/start.ts"].flatMap((file) => [...loadedWith(file)]);
  const usesSdk = (file: string) => /from "@opentelemetry\//.test(textOf(file));
  expect([...loadedWith("src/observation/otlp-tracing.ts")].filter(usesSdk).length).toBeGreaterThan(1);
  expect(loaded.filter(usesSdk)).toEqual([]);
});

test("the gateway loads the client of Redis only where replicas share through it", () => {
  const loaded = ["src/cli/start.ts", "src/start/start.ts"].flatMap((file) => [...loadedWith(file)]);
  const usesClient = (file: string) => /from "ioredis"/.test(textOf(file));
  expect(sources.filter(usesClient)).toEqual(["src/replicas/redis-store.ts"]);
  expect(loaded.filter(usesClient)).toEqual([]);
});

test.each(systems)("the emulator of %s loads those of no other system", (system) => {
  const others = systems.filter((other) => other !== system).map((other) => `src/sandbox/${other}/`);
  const loaded = [...loadedWith(`src/sandbox/${system}/emulator.ts`)];
  expect(loaded).toContain("src/sandbox/create-emulator.ts");
  expect(loaded.filter((file) => others.some((folder) => file.startsWith(folder)))).toEqual([]);
});

/** Names two systems or more in its code, documents that comments refer to aside. */
const namesSystems = (file: string): boolean => {
  const code = textOf(file).replace(/\/\*\*.*?\*\/|^ *\/\/[^\n]*$/gms, "");
  return systems.filter((system) => code.includes(system)).length > 1;
};

test("systems.ts holds the only list of the systems", () => {
  const mayName = /^src\/(systems\.ts|joins\/|sandbox\/data\/|client\/)/;
  expect(sources.filter((file) => namesSystems(file) && !mayName.test(file))).toEqual([]);
});

test("time comes from the clock that tests can move; the sandbox and the typed client have their own", () => {
  const own = ["src/client/clock.ts", "src/rest/clock.ts", "src/sandbox/real-time.ts"];
  const reads = /\bDate\.now\b|\bnew Date\(\)|\bperformance\.now\b|\bprocess\.(hrtime|uptime)\b/;
  expect(sources.filter((file) => reads.test(textOf(file)))).toEqual(own);
});

test("no code asks URL.canParse, which refuses hosts such as straße.example once V8 has compiled the call", () => {
  expect(sources.filter((file) => textOf(file).includes("URL.canParse("))).toEqual([]);
});

test("files are short and named for what they hold", () => {
  const written = [...sources, ...filesBelow("test/", ".ts"), ...filesBelow("schema/", ".graphql")];
  const lines = (file: string) => textOf(file).trimEnd().split("\n").length;
  expect(written.filter((file) => lines(file) > 300)).toEqual([]);
  expect(written.filter((file) => /(utils?|helpers?|common)\.ts$/.test(file))).toEqual([]);
});

/** The files that stand in an override of `biome.json` in which a rule is off. */
const exempt = (rule: string): readonly string[] => {
  const { overrides } = JSON.parse(textOf("biome.json")) as {
    overrides: { includes: string[]; linter: { rules: { complexity?: Record<string, unknown> } } }[];
  };
  return overrides.flatMap(({ includes, linter }) =>
    linter.rules.complexity?.[rule] === "off" ? includes : [],
  );
};

test.each([
  ["noExcessiveCognitiveComplexity", 15],
  ["noExcessiveLinesPerFunction", 10],
])("files that %s does not look at get fewer: none may be added", (rule, most) => {
  expect(exempt(rule).filter((file) => !existsSync(new URL(file, root)))).toEqual([]);
  expect(exempt(rule)).toHaveLength(most);
});

test("no file imports itself through others, types included", () => {
  const targets = new Map<string, string[]>(sources.map((file) => [file, []]));
  for (const edge of imports) if (!isKnownType(edge)) targets.get(edge.from)?.push(edge.to);
  const done = new Set<string>();
  const cycleFrom = (file: string, path: readonly string[]): readonly string[] | undefined => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return undefined;
    for (const target of targets.get(file) ?? []) {
      const cycle = cycleFrom(target, [...path, file]);
      if (cycle) return cycle;
    }
    done.add(file);
    return undefined;
  };
  for (const file of sources) expect(cycleFrom(file, [])?.join(" -> ")).toBe(undefined);
});

/** Folders and files whose objects are made for each operation, page or read. */
const madeOften =
  /^src\/(?:lists|loaders|resolving|fields|joins|execution|estimate)\/|^src\/graphql\/(?:context|gateway-context|in-time)\.ts|^src\/rest\/(?:operation|payers|read-handle|engine\/(?:calls|reading|read-handles))\.ts/;

test("objects that are made for each operation have no hidden classes of their own: no getters in literals, nothing behind a spread", () => {
  const often = sources.filter((file) => madeOften.test(file));
  expect(often.length).toBeGreaterThan(100);
  // Getters of classes state their types.
  expect(often.filter((file) => /^\s+get \w+\(\) \{/m.test(textOf(file)))).toEqual([]);
  const hot = ["context", "gateway-context", "waiter"].map((name) => `src/graphql/${name}.ts`);
  expect(hot.filter((file) => /(?:return|=) \{ ?\n?\s*\.\.\.\w+, ?/.test(textOf(file)))).toEqual([]);
});
