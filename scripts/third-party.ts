import { existsSync, readdirSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";

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

/** The packages in the page of GraphiQL, as its build writes them down. */
const bundled = "src/server/graphiql/built/third-party.json.gz";

interface LockedPackage {
  readonly dev?: boolean;
}

type Locked = Readonly<Record<string, LockedPackage>>;

/** Whether a licence, or each part of a compound one, is among those that are taken; of a choice one has to be. */
export function isAllowed(licence: string): boolean {
  const text = licence.replace(/^\((.*)\)$/, "$1");
  if (text.includes(" OR ")) return text.split(" OR ").some(isAllowed);
  if (text.includes(" AND ")) return text.split(" AND ").every(isAllowed);
  return allowedLicences.has(text);
}

/** The packages that run, as they are installed below `root`, and those that are bundled into GraphiQL; each once, by name. */
export function thirdParty(root: URL): readonly ThirdParty[] {
  const lock = JSON.parse(readFileSync(new URL("package-lock.json", root), "utf8")) as { packages: Locked };
  const run = Object.keys(lock.packages)
    .filter((path) => path !== "" && !lock.packages[path]?.dev)
    // Packages of other machines are not installed.
    .filter((path) => existsSync(new URL(`${path}/package.json`, root)))
    .map((path) => packageAt(new URL(`${path}/`, root)));
  const inPage: readonly ThirdParty[] = JSON.parse(
    gunzipSync(readFileSync(new URL(bundled, root))).toString("utf8"),
  );
  const byRef = new Map([...run, ...inPage].map((one) => [`${one.name}@${one.version}`, one]));
  return [...byRef.values()].sort(
    (one, other) => one.name.localeCompare(other.name) || one.version.localeCompare(other.version),
  );
}

/** Reads a package with its licences. @param folder its own, with a slash at the end. */
export function packageAt(folder: URL): ThirdParty {
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
