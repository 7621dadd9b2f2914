import { readFileSync } from "node:fs";

/** A block of code in a page. */
export interface CodeBlock {
  /** Such as `ts` or `sh`. */
  readonly language: string;
  /** Stands behind the language; empty where the block has none. */
  readonly name: string;
  readonly text: string;
}

/** A block that is run, and the text that it prints. */
export interface Script {
  readonly name: string;
  readonly text: string;
  readonly output: string;
}

const page = readFileSync(new URL("../../docs/clients.md", import.meta.url), "utf8");

/** Every block of code in `docs/clients.md`, in order. */
export const codeBlocks: readonly CodeBlock[] = [...page.matchAll(/^```(\w*) ?([^\n]*)\n(.*?)^```$/gms)].map(
  ([, language = "", name = "", text = ""]) => ({ language, name, text }),
);

/** The text of a block. @throws where there is none, or more than one. */
export function blockOf(language: string, name: string): string {
  const [found, ...others] = codeBlocks.filter((block) => block.language === language && block.name === name);
  if (!found || others.length > 0) throw new Error(`There is not exactly one block "${language} ${name}".`);
  return found.text;
}

/** The blocks of a language that are followed by their output. */
export const scriptsIn = (language: string, outputLanguage = "text"): readonly Script[] =>
  codeBlocks.flatMap(({ language: written, name, text }) => {
    const output = codeBlocks.find((block) => block.language === outputLanguage && block.name === name)?.text;
    return written === language && output !== undefined ? [{ name, text, output }] : [];
  });

/** The rows of a table of the page, after its head, as cells. */
export const tableBelow = (head: string): readonly (readonly string[])[] => {
  const [, section = ""] = page.split(`${head}\n`);
  const [table = ""] = section.split("\n\n");
  return table
    .split("\n")
    .slice(1)
    .map((row) => row.slice(2, -2).split(" | "));
};
