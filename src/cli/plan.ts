import { readFileSync } from "node:fs";
import { parse } from "graphql";
import { mistakesOf, parseOptions } from "../graphql/document-mistakes.ts";
import { type OfflinePlan, offlinePlans } from "../graphql/offline-plans.ts";
import { createSchema } from "../graphql/schema.ts";
import { systems } from "../systems.ts";
import { type Run, UsageError } from "./command.ts";

/** Prints what the operations of a file would cost; 1 is its exit code where one of them would be refused. */
export const plan: Run = async ({ operands: [file = ""], options }, output) => {
  const text = textOf(file);
  const variables = options.variables === undefined ? {} : variablesIn(options.variables);
  const schema = createSchema();
  const mistakes = mistakesOf(text, schema);
  if (mistakes.length > 0) {
    const place = (line: number | undefined) => (line === undefined ? file : `${file}:${line}`);
    output.write(mistakes.map(({ line, message }) => `${place(line)}: ${message}\n`).join(""));
    return 1;
  }
  const plans = offlinePlans(schema, parse(text, parseOptions), variables);
  output.write(plans.map(describe).join("\n"));
  return plans.every((each) => "calls" in each) ? 0 : 1;
};

/** @throws UsageError when the file cannot be read. */
function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    throw new UsageError(`${file} cannot be read.`);
  }
}

/** @throws UsageError when the file does not hold variables. */
function variablesIn(file: string): Readonly<Record<string, unknown>> {
  const text = textOf(file);
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return { ...value };
  } catch {
    // Said below.
  }
  throw new UsageError(`${file} is not a JSON object with variables.`);
}

function describe(planned: OfflinePlan): string {
  const { name = "The operation" } = planned;
  if ("problems" in planned) {
    const hint = "Variables come in a file of JSON, with --variables FILE.";
    return `${name} cannot be run as it is:\n${planned.problems.map((problem) => `  ${problem}\n`).join("")}${hint}\n`;
  }
  const { calls } = planned;
  const titles = [...systems, { name: "total", title: "Total" }];
  const rows = titles.flatMap(({ name, title }) => {
    const range = calls[name];
    return range ? [row(title, String(range.least), String(range.most ?? "unbounded"))] : [];
  });
  const isOpen = Object.values(calls).some(({ most }) => most === null);
  const hint = isOpen
    ? "Unbounded is what depends on the lengths of lists, which a gateway knows once it has read them.\n"
    : "";
  return `${name}: calls where nothing is cached\n${row("", "least", "most")}${rows.join("")}${hint}`;
}

const row = (title: string, least: string, most: string): string =>
  `  ${title.padEnd(10)}${least.padStart(6)}${most.padStart(11)}\n`;
