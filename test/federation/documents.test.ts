import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { json } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { mostRepresentations } from "../../src/federation/representation.ts";
import { entitiesIn } from "../../src/graphql/model.ts";
import { examplePackages } from "../support/example-packages.ts";
import { startServer } from "../support/server.ts";
import { billingSdl } from "./billing.ts";
import { createRouter } from "./router.ts";
import { entities, models, sdlOf } from "./subgraph.ts";

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

const supergraph = "examples/federation/supergraph.graphql";

/** The commands of the README. */
function commandsOfReadme(): string {
  const [, section = ""] = textOf("README.md").split("## In a federated graph\n");
  const [, commands = ""] = /```sh\n([\s\S]*?)```/.exec(section) ?? [];
  return commands;
}

/** Starts the billing system as the README does, on a free port. */
function spawnExample(gatewayUrl: string): ChildProcess {
  const [file = ""] = /examples\/federation\/start\.ts/.exec(commandsOfReadme()) ?? [];
  return spawn(process.execPath, ["--import", "tsx", file], {
    cwd: fileURLToPath(root),
    env: {
      PATH: process.env.PATH,
      TSX_TSCONFIG_PATH: "examples/federation/tsconfig.json",
      TRIBUTARY_URL: `${gatewayUrl}/graphql`,
      PORT: "0",
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
}

/** As `spawnExample`, once it has written the supergraph. */
async function startExample(gatewayUrl: string): Promise<RunningExample> {
  const child = spawnExample(gatewayUrl);
  const ended = once(child, "close");
  const [printed] = await Promise.race([
    once(child.stdout ?? child, "data"),
    ended.then(() => Promise.reject(new Error("It ended."))),
  ]);
  const [, url = ""] =
    /BILLING @join__graph\(name: "billing", url: "([^"]+)"\)/.exec(textOf(supergraph)) ?? [];
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
  const commands = commandsOfReadme();
  expect(commands.trim().split("\n")).toHaveLength(5);
  const [, query = ""] = /-d '(\{"query".*\})'/.exec(commands) ?? [];
  await using server = await startServer({ parts: { model: models.plain } });
  await using example = await startExample(server.url);
  expect(example.printed).toContain(supergraph);
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

test("the commands of the README wait for each other where they are pasted together", () => {
  const [, , , router, ask] = commandsOfReadme().trim().split("\n");
  expect(router?.startsWith(`until [ -f ${supergraph} ]; do sleep 1; done; npx `)).toBe(true);
  expect(ask).toMatch(/^curl .*--retry 60 .*--retry-connrefused /);
});

test("the example removes the supergraph of an earlier start before it waits for the gateway", {
  timeout: 60_000,
}, async () => {
  writeFileSync(new URL(supergraph, root), "of an earlier start");
  const child = spawnExample("http://127.0.0.1:1");
  const ended = once(child, "close");
  try {
    await expect.poll(() => existsSync(new URL(supergraph, root)), { timeout: 30_000 }).toBe(false);
  } finally {
    child.kill("SIGKILL");
    await ended;
  }
});

test("the example reads a letter that comes in two parts", { timeout: 60_000 }, async () => {
  await using server = await startServer({ parts: { model: models.plain } });
  await using example = await startExample(server.url);
  const representations = [{ __typename: "Account", domain: "m\u00fcller.example" }];
  const body = Buffer.from(
    JSON.stringify({ query: entities("... on Account { domain }"), variables: { representations } }),
  );
  const middle = body.indexOf("\u00fc") + 1;
  const sent = request(example.url, { method: "POST" });
  sent.write(body.subarray(0, middle));
  sent.end(body.subarray(middle));
  const [response] = await once(sent, "response");
  expect(await json(response)).toEqual({ data: { _entities: representations } });
});
