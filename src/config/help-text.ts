import { settings } from "./settings.ts";

/** The text of `--help`. */
export function helpText(): string {
  const lines = settings.flatMap(({ title, settings: ofSection }) => [
    `${title}:`,
    ...ofSection.map((setting) => {
      const byDefault = "byDefault" in setting ? ` Default: ${setting.byDefault}.` : "";
      return `  ${setting.name.padEnd(22)} ${setting.about}${byDefault}`;
    }),
    "",
  ]);
  return [
    "Tributary: one GraphQL schema over Assembly, Assembled and Web1on1.",
    "",
    "Usage: npm start",
    "Settings are environment variables, or lines of a .env file in the working directory, which they overrule.",
    "Without settings of any system the three are emulated.",
    "",
    ...lines,
  ].join("\n");
}

const howToQuote = [
  "# One NAME=value a line, in UTF-8. A value with a # or with blanks at its ends goes in quotes: 'as#it#is'.",
  "# Comments have lines of their own. The gateway does not start with a line that it cannot read.",
];

/** The text of `.env.example`. */
export function envExample(): string {
  const lines = settings.flatMap(({ title, settings: ofSection }) => [
    `# ${title}`,
    ...ofSection.flatMap((setting) => [
      `# ${setting.about}`,
      `#${setting.name}=${"byDefault" in setting ? setting.byDefault : ""}`,
    ]),
    "",
  ]);
  return `${[...howToQuote, "", ...lines].join("\n").trimEnd()}\n`;
}
