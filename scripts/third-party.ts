import { existsSync, readdirSync, readFileSync } from "node:fs";

/** A package of others that is in the image. */
export interface ThirdParty {
  readonly name: string;
  readonly version: string;
  /** As SPDX names it. */
  readonly licence: string;
  readonly repository: string;
  /** Its licences and notices as it brings them; empty where it brings none. */
  readonly texts: readonly string[];
}

/** Licences that ask for no more than to be named and shown. */
const allowedLicences: ReadonlySet<string> = new Set([
  "0BSD",
  "Apache-2.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "BlueOak-1.0.0",
  "ISC",
  "MIT",
  "Python-2.0",
]);

/** The package whose files, with all that is bundled into them, the image serves; it is needed for building alone. */
const bundle = "node_modules/@graphql-yoga/graphiql";

interface LockedPackage {
  readonly dev?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

type Locked = Readonly<Record<string, LockedPackage>>;

/** Whether a licence, or each part of a compound one, is among those that are taken; of a choice one has to be. */
export function isAllowed(licence: string): boolean {
  const text = licence.replace(/^\((.*)\)$/, "$1");
  if (text.includes(" OR ")) return text.split(" OR ").some(isAllowed);
  if (text.includes(" AND ")) return text.split(" AND ").every(isAllowed);
  return allowedLicences.has(text);
}

/** The packages that run, and those that are bundled into GraphiQL, as they are installed below `root`, by name. */
export function thirdParty(root: URL): readonly ThirdParty[] {
  const lock = JSON.parse(readFileSync(new URL("package-lock.json", root), "utf8")) as { packages: Locked };
  const run = Object.keys(lock.packages).filter((path) => path !== "" && !lock.packages[path]?.dev);
  const paths = new Set([...run, ...neededBy(bundle, lock.packages)]);
  return (
    [...paths]
      // Packages of other machines are not installed.
      .filter((path) => existsSync(new URL(`${path}/package.json`, root)))
      .map((path) => packageAt(new URL(`${path}/`, root)))
      .sort((one, other) => one.name.localeCompare(other.name) || one.version.localeCompare(other.version))
  );
}

/** Paths of a package and of all that it needs. */
function neededBy(path: string, locked: Locked): ReadonlySet<string> {
  const found = new Set([path]);
  for (const from of found) {
    const { dependencies, peerDependencies } = locked[from] ?? {};
    for (const name of Object.keys({ ...dependencies, ...peerDependencies })) {
      const at = resolved(name, from, locked);
      if (at !== undefined) found.add(at);
    }
  }
  return found;
}

/** Where Node finds a package that another one names: in its own folder, or in one above. */
function resolved(name: string, from: string, locked: Locked): string | undefined {
  const inside = `${from}/node_modules/${name}`;
  if (inside in locked) return inside;
  const above = from.lastIndexOf("/node_modules/");
  if (above >= 0) return resolved(name, from.slice(0, above), locked);
  return `node_modules/${name}` in locked ? `node_modules/${name}` : undefined;
}

function packageAt(folder: URL): ThirdParty {
  const { name, version, license, repository } = JSON.parse(
    readFileSync(new URL("package.json", folder), "utf8"),
  );
  const files = readdirSync(folder).filter((file) => /^(licen[cs]e|copying|notice|thirdparty)/i.test(file));
  return {
    name,
    version,
    licence: typeof license === "string" ? license : "none",
    repository: String(repository?.url ?? repository ?? "not named"),
    texts: files.sort().map((file) => readFileSync(new URL(file, folder), "utf8").trim()),
  };
}

/** The file that goes into the image. @throws Error that names each package whose licence is not taken. */
export function licencesText(packages: readonly ThirdParty[]): string {
  const refused = packages.filter(({ licence }) => !isAllowed(licence));
  if (refused.length > 0) {
    const named = refused.map(({ licence, name, version }) => `${name}@${version} (${licence})`);
    throw new Error(`These licences are not among those that are taken: ${named.join(", ")}`);
  }
  const parts = packages.map(({ licence, name, repository, texts, version }) =>
    [`${name} ${version}`, `Licence: ${licence}`, `Source: ${repository}`, ...texts].join("\n\n"),
  );
  return `${parts.join(`\n\n${"-".repeat(80)}\n\n`)}\n`;
}
