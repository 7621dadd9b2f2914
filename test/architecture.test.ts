import { readdirSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { expect, test } from "vitest";

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

const systems = ["assembly", "assembled", "web1on1"];

/** Imports that run; types of the operation's context and of generated code are known everywhere. */
const broken = (wrong: (edge: Import) => boolean): string[] =>
  imports.filter(wrong).map(({ from, to }) => `${from} -> ${to}`);

const inside = (file: string, folder: string): boolean => file.startsWith(`src/${folder}/`);
const isType = ({ typeOnly, to }: Import): boolean => typeOnly && /^src\/(generated\/|graphql\/context\.ts)/.test(to);

test("the engine knows no system", () => {
  const leaves = /^src\/(rest\/|errors\.ts)/;
  expect(broken(({ from, to }) => inside(from, "rest") && !leaves.test(to))).toEqual([]);
});

test("loader shapes know the engine at most", () => {
  const leaves = /^src\/(rest\/|loaders\/|errors\.ts)/;
  expect(broken(({ from, to }) => inside(from, "loaders") && !leaves.test(to))).toEqual([]);
});

test("uploads know no system and no operation but its limits", () => {
  const leaves = /^src\/(rest\/|uploads\/|errors\.ts|(http-error|request-text)\.ts|graphql\/operation-limits\.ts)/;
  expect(broken(({ from, to }) => inside(from, "uploads") && !leaves.test(to))).toEqual([]);
});

test("a system knows no other system, no join and nothing above", () => {
  const above = /^src\/(joins\/|sandbox\/|client\/|schema|context|gateway|server|main|systems|config)/;
  for (const system of systems) {
    const others = systems.filter((other) => other !== system);
    expect(
      broken(
        (edge) =>
          inside(edge.from, system) &&
          !isType(edge) &&
          (above.test(edge.to) || others.some((other) => inside(edge.to, other))),
      ),
    ).toEqual([]);
  }
});

test("joins know systems, and nothing above", () => {
  const above = /^src\/(sandbox\/|client\/|graphql\/|server\/|config\/|main|start|systems)/;
  expect(broken((edge) => inside(edge.from, "joins") && !isType(edge) && above.test(edge.to))).toEqual([]);
});

test("the sandbox knows the endpoint tables and nothing else of the gateway", () => {
  const known = /^src\/(sandbox\/|(assembly|assembled|web1on1)\/(.*\/endpoints|ids|secrets|page-json|shared-by-customers\/row)\.ts|rest\/(endpoint|id-pattern)\.ts)/;
  expect(broken(({ from, to }) => inside(from, "sandbox") && !known.test(to))).toEqual([]);
});

test("time comes from the clock that tests can move; the sandbox has one of its own", () => {
  const own = ["src/rest/clock.ts", "src/sandbox/sandbox.ts"];
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
