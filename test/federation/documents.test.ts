import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { mostRepresentations } from "../../src/federation/representation.ts";
import { entitiesIn } from "../../src/graphql/model.ts";
import { examplePackages } from "../support/example-packages.ts";
import { startServer } from "../support/server.ts";
import { billingSdl } from "./billing.ts";
import { createRouter } from "./router.ts";
import { models, sdlOf } from "./subgraph.ts";

const root = new URL("../../", import.meta.url);
const textOf = (file: string): string => readFileSync(new URL(file, root), "utf8");
const page = textOf("docs/federation.md");

test("the table of keys has every type with its keys, and no other", () => {
  const [, table = ""] = page.split("| Type | Keys |\n|---|---|\n");
  const [rows = ""] = table.split("\n\n");
  const stated = rows.split("\n").flatMap((row) => {
    const [, types = "", keys = ""] = row.split("|").map((cell) => cell.trim());
    return types.split(", ").map((type) => [type, keys.split("; ")] as const);
  });
  const entities = [...(entitiesIn(models.plain)?.values() ?? [])];
  expect(stated.length).toBe(entities.length);
  expect(Object.fromEntries(stated)).toEqual(
    Object.fromEntries(entities.map(({ keys, name }) => [name, [...keys.keys()]])),
  );
  expect(page).toContain(`${mostRepresentations.toLocaleString("en").replace(",", " ")} representations`);
});

interface RunningExample extends AsyncDisposable {
  readonly printed: string;
  readonly url: string;
}

/** Starts the billing system as the README does, on a free port. */
async function startExample(gatewayUrl: string, command: string): Promise<RunningExample> {
  const [file = ""] = /examples\/federation\/start\.ts/.exec(command) ?? [];
  const child: ChildProcess = spawn(process.execPath, ["--import", "tsx", file], {
    cwd: fileURLToPath(root),
    env: {
      PATH: process.env.PATH,
      TSX_TSCONFIG_PATH: "examples/federation/tsconfig.json",
      TRIBUTARY_URL: `${gatewayUrl}/graphql`,
      PORT: "0",
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(child, "close");
  const [printed] = await Promise.race([
    once(child.stdout ?? child, "data"),
    ended.then(() => Promise.reject(new Error("It ended."))),
  ]);
  const [, url = ""] =
    /BILLING @join__graph\(name: "billing", url: "([^"]+)"\)/.exec(
      textOf("examples/federation/supergraph.graphql"),
    ) ?? [];
  return {
    printed: String(printed),
    url,
    async [Symbol.asyncDispose]() {
      child.kill("SIGKILL");
      await ended;
    },
  };
}

test("the commands of the README lead to an answer across both subgraphs", { timeout: 60_000 }, async ({
  skip,
}) => {
  const examples = examplePackages(skip);
  const [, section = ""] = textOf("README.md").split("## In a federated graph\n");
  const [, commands = ""] = /```sh\n([\s\S]*?)```/.exec(section) ?? [];
  expect(commands.trim().split("\n")).toHaveLength(5);
  const [, query = ""] = /-d '(\{"query".*\})'/.exec(commands) ?? [];
  await using server = await startServer({ parts: { model: models.plain } });
  await using example = await startExample(server.url, commands);
  expect(example.printed).toContain("examples/federation/supergraph.graphql");
  // Hive Gateway is too large to be installed for this.
  const router = createRouter(examples, {
    tributary: { sdl: sdlOf("plain"), at: `${server.url}/graphql` },
    billing: { sdl: billingSdl(), at: example.url },
  });
  const { data, errors } = await router.execute(JSON.parse(query).query);
  expect(errors).toEqual([]);
  expect(data.invoices[0]).toEqual({
    number: "2026-001",
    account: { name: "Acme Robotics", balance: 1_280, tier: { name: "Enterprise" } },
    approvedBy: { displayName: "Sanne de Vries", site: { name: "Amsterdam" } },
  });
});
