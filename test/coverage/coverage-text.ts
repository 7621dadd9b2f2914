import type { DocumentedEndpoint } from "../contracts/contract.ts";
import { type Coverage, coverageOf, coveredSystems, rowOf } from "./coverage.ts";

const titles = { assembly: "Assembly" };

/** The text of `docs/coverage.md`, from what the examples of each system were seen to do. */
export async function coverageText(): Promise<string> {
  const sections: string[] = [];
  for (const system of coveredSystems) sections.push(sectionOf(titles[system], await coverageOf(system)));
  return `# Coverage

Every documented endpoint of a system, the GraphQL fields that reach it, and the test that goes into the details. Written
by \`npx tsx scripts/coverage.ts\`, which runs examples (\`test/coverage/\`) over the sandbox and notes whose resolver asked
and which handler answered. \`test/coverage/coverage.test.ts\` fails when this page is not what is seen, when an endpoint is
reached by nothing, and when a field that reaches the system has no example.

A row of the gateway and the emulator's handler for it have the same name. *Effect* tells what making a call twice would do;
*drops* names the nouns of which a write makes kept answers wrong. No document shows the endpoints marked °: they follow
from their siblings.
${sections.join("")}`;
}

function sectionOf(title: string, coverage: Coverage): string {
  const { documented } = coverage.table;
  const lines = documented.map(
    (endpoint) => `| ${[nameOf(endpoint), ...factsOf(coverage, endpoint)].join(" | ")} |`,
  );
  return `
## ${title}

| Endpoint | Row and handler | Fields | Effect | Drops | Test |
|---|---|---|---|---|---|
${lines.join("\n")}
`;
}

function nameOf({ method, path, required, source }: DocumentedEndpoint): string {
  const key = required.find((name) => name.endsWith("source_specific_id"));
  return `\`${method} ${path}${key ? `?${key}` : ""}\`${source === "inferred" ? "°" : ""}`;
}

/** Row, fields, effect, drops and tests. */
function factsOf({ table, rows }: Coverage, endpoint: DocumentedEndpoint): string[] {
  const row = rowOf(table, endpoint);
  if (row === undefined) {
    const way = table.namedAlternatives[endpoint.id] ?? "nothing";
    return [`reached by ${way}`, "", endpoint.effect, "", ""];
  }
  const [noun = "", verb = ""] = row.split(".");
  const { fields = [], tests = [] } = rows.get(row) ?? {};
  const code = (names: Iterable<string>) =>
    [...names]
      .sort()
      .map((name) => `\`${name}\``)
      .join("<br>");
  const drops = table.api[noun]?.[verb]?.invalidates ?? [];
  return [
    `\`${row}\``,
    code(fields),
    endpoint.effect,
    drops.join(", "),
    [...tests].sort().map(link).join("<br>"),
  ];
}

const link = (test: string): string => `[${test.replace(/^.*\//, "")}](../test/${test})`;
