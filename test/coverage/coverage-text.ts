import { fullModel } from "../../src/graphql/model.ts";
import type { DocumentedEndpoint } from "../contracts/contract.ts";
import { type Table, tables } from "../contracts/tables.ts";
import { rowOf } from "./documented-rows.ts";
import { testsOf } from "./noun-tests.ts";
import { type WatchedRun, watchedRun } from "./watched-run.ts";

/** Whether the schema offers a documented endpoint, in whichever way. */
export const isOffered = ({ missing }: Pick<Table, "missing">, { id }: DocumentedEndpoint): boolean =>
  !missing.includes(id);

/** The text of `docs/coverage.md`, from what the examples of all nouns were seen to do. */
export async function coverageText(): Promise<string> {
  const run = await watchedRun();
  const sections = Object.entries<Table>(tables).map(([system, table]) => sectionOf(system, table, run));
  return `# Coverage

Every documented endpoint of a system, the GraphQL fields that reach it, and the tests that go into the details. Written
by \`npx tsx scripts/coverage.ts\`, which asks for every field of the schema with the examples of all nouns
(\`test/<system>/<noun>/<noun>.examples.ts\`) over the sandbox and notes whose resolver asked and which handler answered.
\`test/coverage/coverage.test.ts\` fails when this page is not what is seen, and when an endpoint that is offered is reached by
nothing.

An endpoint of the gateway and the emulator's handler for it have the same name. *Effect* tells what making a call twice would
do; *invalidates* names the nouns of which a write invalidates cached reads. No document shows the endpoints marked °: they follow
from their siblings.
${sections.join("")}`;
}

function sectionOf(system: string, table: Table, run: WatchedRun): string {
  const offered = table.documented.filter((endpoint) => isOffered(table, endpoint));
  const others = table.documented.filter((endpoint) => !isOffered(table, endpoint));
  const lines = offered.map(
    (endpoint) => `| ${[nameOf(endpoint), ...factsOf(system, table, run, endpoint)].join(" | ")} |`,
  );
  const { title } = fullModel.systems.find(({ name }) => name === system) ?? { title: system };
  return `
## ${title}

| Endpoint | Endpoint of ours and handler | Fields | Effect | Invalidates | Tests |
|---|---|---|---|---|---|
${lines.join("\n")}
${others.length > 0 ? `\nNot offered yet: ${others.map(nameOf).join(", ")}.\n` : ""}`;
}

/** Whether an endpoint belongs to a noun that offers no field, such as that of a log-in. */
export function isOfNoField(system: string, row: string): boolean {
  const nouns = fullModel.systems.find(({ name }) => name === system)?.nouns ?? [];
  const noun = nouns.find(({ endpoints }) => Object.hasOwn(endpoints, row.split(".")[0] ?? ""));
  return noun !== undefined && Object.keys(noun.resolvers).length === 0;
}

function nameOf({ method, path, required, source }: DocumentedEndpoint): string {
  const key = required.find((name) => name.endsWith("source_specific_id"));
  return `\`${method} ${path}${key ? `?${key}` : ""}\`${source === "inferred" ? "°" : ""}`;
}

/** Name, fields, effect, invalidated nouns, and tests. */
function factsOf(system: string, table: Table, run: WatchedRun, endpoint: DocumentedEndpoint): string[] {
  const row = rowOf(table, endpoint);
  const way =
    table.namedAlternatives[endpoint.id] ?? (row && isOfNoField(system, row) ? "the log-in" : undefined);
  if (row === undefined || way) {
    return [row ? `\`${row}\`` : "", `reached by ${way ?? "nothing"}`, endpoint.effect, "", ""];
  }
  const [noun = "", verb = ""] = row.split(".");
  const fields = [...(run.fieldsByHandler[system]?.get(row) ?? [])].sort();
  const invalidates = table.api[noun]?.[verb]?.invalidates ?? [];
  return [
    `\`${row}\``,
    fields.map((name) => `\`${name}\``).join("<br>"),
    endpoint.effect,
    invalidates.join(", "),
    testsOf(system, noun, fields).map(link).join("<br>"),
  ];
}

const link = (test: string): string => `[${test.replace(/^.*\//, "")}](../test/${test})`;
