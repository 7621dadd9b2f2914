import type { ConfigurableSystem } from "./configurable-system.ts";
import { inWords } from "./in-words.ts";
import { fileSettingOf } from "./secret-files.ts";
import type { Setting } from "./setting.ts";
import { settingSections } from "./settings.ts";

/** The purpose of a setting, and how else it can be given. */
const purposeOf = ({ about, name, secret }: Setting): string =>
  secret ? `${about} Or the path of a file that holds it, as ${fileSettingOf(name)}.` : about;

/** The lines of a text, indented below the name that it is about; none but a word of that length is wider than 96 columns. */
const wrapped = (text: string): string[] =>
  text.match(/\S.{0,89}(?=\s|$)|\S+/g)?.map((line) => `      ${line}`) ?? [];

/** The settings as `--help` tells them. */
export function helpText(systems: readonly ConfigurableSystem[]): string {
  const lines = settingSections(systems).flatMap(({ title, settings }) => [
    `${title}:`,
    ...settings.flatMap((setting) => {
      const otherwise = setting.byDefault === undefined ? "" : ` Default: ${setting.byDefault}.`;
      return [`  ${setting.name}`, ...wrapped(`${purposeOf(setting)}${otherwise}`)];
    }),
    "",
  ]);
  return [
    "Settings are environment variables, or lines of a .env file in the working directory, which",
    "they overrule.",
    `Without settings of any system the ${inWords(systems.length)} are emulated, unless NODE_ENV is production.`,
    "",
    ...lines,
  ].join("\n");
}

const howToQuote = [
  "# One NAME=value a line, in UTF-8. A value with a # or with blanks at its ends goes in quotes: 'as#it#is'.",
  "# Comments have lines of their own. The gateway does not start with a line that it cannot read.",
];

/** The text of `.env.example`. */
export function envExample(systems: readonly ConfigurableSystem[]): string {
  const lines = settingSections(systems).flatMap(({ title, settings }) => [
    `# ${title}`,
    ...settings.flatMap((setting) => [
      `# ${purposeOf(setting)}`,
      `#${setting.name}=${setting.byDefault ?? ""}`,
    ]),
    "",
  ]);
  return `${[...howToQuote, "", ...lines].join("\n").trimEnd()}\n`;
}
