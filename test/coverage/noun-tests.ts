import { readdirSync, readFileSync } from "node:fs";

const root = new URL("../../", import.meta.url);

const filesIn = (folder: string): string[] =>
  readdirSync(new URL(folder, root), { recursive: true, encoding: "utf8" }).map((file) => `${folder}${file}`);

const textOf = (file: string): string => readFileSync(new URL(file, root), "utf8");

/** Tests by the folder of their noun, with their text. */
const tests = filesIn("test/")
  .filter((file) => /^test\/\w+\/[\w-]+\/[\w.-]+\.test\.ts$/.test(file))
  .map((file) => ({ file: file.slice("test/".length), text: textOf(file) }));

/** The folder of each group of endpoints, `<system>/<noun>`, by system and name: `assembled people`. */
const folders = new Map(
  filesIn("src/")
    .filter((file) => file.endsWith("/endpoints.ts"))
    .flatMap((file) =>
      [...textOf(file).matchAll(/^export const (\w+) = endpoints\(/gm)].map(([, name]): [string, string] => {
        const [, system = "", noun = ""] = file.split("/");
        return [`${system} ${name}`, `${system}/${noun}`];
      }),
    ),
);

/**
 * Tests that go into the details of fields: those in the folder of the noun that name one of them.
 * @param fields by `Type.field`.
 * @returns paths below `test/`.
 */
export function testsOf(system: string, name: string, fields: Iterable<string>): string[] {
  const folder = folders.get(`${system} ${name}`);
  const names = [...fields].map((field) => new RegExp(`\\b${field.split(".")[1]}\\b`));
  return tests
    .filter(({ file, text }) => file.startsWith(`${folder}/`) && names.some((name) => name.test(text)))
    .map(({ file }) => file)
    .sort();
}
