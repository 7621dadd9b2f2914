import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { operationDeadlineMs } from "../src/graphql/waiter.ts";
import { operationLimits } from "../src/limits.ts";
import { directory, reference, volatile } from "../src/rest/cache-policy.ts";
import { gateway } from "./support/gateway.ts";
import { startServer } from "./support/server.ts";

const text = readFileSync(new URL("../README.md", import.meta.url), "utf8");

const inWords = (ms: number): string => (ms > 60_000 ? `${ms / 60_000} min` : `${ms / 1000} s`);

test("the ages up to which answers are good are those in force", () => {
  const [, section = ""] = text.split("| Kind | Fresh | Good for |\n");
  const [table = ""] = section.split("\n\n");
  const stated = table
    .split("\n")
    .slice(1)
    .map((row) => row.split(" | ").map((cell) => cell.replace(/ \|$/, "")));
  const inForce = [reference, directory, volatile].map(
    ({ freshMs, staleWhileRevalidateMs, staleIfErrorMs }) => {
      expect(staleIfErrorMs).toBe(staleWhileRevalidateMs);
      return [expect.stringMatching(/^\| /), inWords(freshMs), inWords(staleIfErrorMs)];
    },
  );
  expect(stated).toEqual(inForce);
});

test("the limits are those in force", () => {
  const [, section = ""] = text.split("| Of | At most |\n|---|---|\n");
  const [table = ""] = section.split("\n\n");
  const stated = table.split("\n").map((row) => Number(row.split(" | ")[1]?.replace(/\D/g, "")));
  const { aliases, answerBytes, bodyBytes, depth, documentCharacters, equalPairs } = operationLimits;
  const { errors, jsonLevels, jsonMembers, listEntries, mapLevels, objects, rootFields, selections, tokens } =
    operationLimits;
  const ofDocuments = [documentCharacters, tokens, depth, aliases, rootFields, selections, equalPairs];
  const ofValues = [objects, listEntries, mapLevels, bodyBytes, jsonLevels, jsonMembers, answerBytes, errors];
  const ofTime = [operationDeadlineMs];
  expect(stated).toEqual([...ofDocuments, ...ofValues, ...ofTime]);
});

test("the operation costs what it says, and nothing when it is asked again", async () => {
  const { calls, query } = gateway();
  const [, document = ""] = /```graphql\n([\s\S]*?)```/.exec(text) ?? [];
  const [, count] = /It costs (\d+) calls upstream/.exec(text) ?? [];
  const { account } = await query(document);
  expect(account.servedBy.nodes.length).toBeGreaterThan(15);
  expect(calls()).toHaveLength(Number(count));
  await query(document);
  expect(calls()).toEqual([]);
});

const run = promisify(execFile);
const hasCurl = await run("curl", ["--version"]).then(
  () => true,
  () => false,
);

test.skipIf(!hasCurl)("the line that uploads a file uploads it", async () => {
  await using server = await startServer();
  const folder = await mkdtemp(join(tmpdir(), "tributary-"));
  try {
    await writeFile(join(folder, "screenshot.png"), "a picture");
    const [, line = ""] = /```sh\n(curl [^`]*-F operations=[^`]*)```/.exec(text) ?? [];
    const here = line.replace("localhost:4000", new URL(server.url).host);
    const { stdout } = await run("sh", ["-c", here], { cwd: folder });
    expect(JSON.parse(stdout)).toEqual({ data: { replyToInteraction: { replyId: expect.any(String) } } });
    expect(JSON.parse(server.sandbox.assembly.journal[0]?.body ?? "").files).toMatchObject([
      { filename: "screenshot.png", contentType: "image/png", bytes: "a picture".length },
    ]);
    expect(server.calls()).toEqual(["assembly POST /interactions/reply"]);
  } finally {
    await rm(folder, { recursive: true });
  }
});
