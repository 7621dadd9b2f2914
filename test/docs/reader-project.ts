import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { codeBlocks } from "./code-blocks.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const run = promisify(execFile);

/** A project of a reader of `docs/clients.md`: the gateway and the clients are installed, and each block is a file. */
export interface ReaderProject {
  readonly folder: string;
  /** Runs a program that is installed, in the project. @throws where it fails, with all that it wrote. */
  run(program: string, ...args: string[]): Promise<string>;
}

/** Makes the project, in a folder of its own. */
export async function makeReaderProject(): Promise<ReaderProject> {
  const folder = await mkdtemp(join(tmpdir(), "tributary-clients-"));
  await install(folder);
  await cp(join(root, "schema.graphql"), join(folder, "schema.graphql"));
  await writeFile(join(folder, "package.json"), JSON.stringify({ private: true, type: "module" }));
  await writeFile(join(folder, "tsconfig.json"), JSON.stringify(tsconfig));
  await writeFile(join(folder, "declarations.json"), JSON.stringify(ofDeclarations));
  const files = codeBlocks.filter(
    ({ language, name }) => ["ts", "json"].includes(language) && /\.\w+$/.test(name),
  );
  for (const { name, text } of files) {
    await mkdir(join(folder, dirname(name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  return {
    folder,
    async run(program, ...args) {
      try {
        return (await run(process.execPath, [program, ...args], { cwd: folder })).stdout;
      } catch (error) {
        const { stdout, stderr } = error as { stdout: string; stderr: string };
        throw new Error(`${program} failed: ${stdout}${stderr}`);
      }
    },
  };
}

/** Removes the project. */
export const removeReaderProject = ({ folder }: ReaderProject): Promise<void> =>
  rm(folder, { recursive: true });

const tsconfig = {
  extends: join(root, "tsconfig.json"),
  compilerOptions: {
    module: "ESNext",
    moduleResolution: "bundler",
    lib: ["ES2023", "DOM", "DOM.Iterable"],
    types: ["node"],
    typeRoots: [join(root, "node_modules/@types")],
    rootDir: "/",
  },
  include: ["**/*.ts"],
};

/** Checks the declarations of `tributary/client`, too, as a project does that has no types of Node. */
const ofDeclarations = {
  compilerOptions: {
    strict: true,
    noEmit: true,
    target: "ES2022",
    module: "NodeNext",
    lib: ["ES2022", "DOM"],
    types: [],
    rootDir: "/",
  },
  files: ["desk.ts", "upload.ts"],
};

/** Links what npm would install. */
async function install(folder: string): Promise<void> {
  const examples = join(root, "examples/node_modules");
  const packages = (await readdir(examples)).filter((name) => !name.startsWith("."));
  await mkdir(join(folder, "node_modules"));
  const link = (target: string, name: string) => symlink(target, join(folder, "node_modules", name));
  for (const name of packages) await link(join(examples, name), name);
  await link(root, "tributary");
}

/** A program among the packages of the gateway itself. */
export const ownProgram = (path: string): string => join(root, "node_modules", path);
