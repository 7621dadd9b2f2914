import { afterEach, expect, test } from "vitest";
import { plantedSecret } from "../../src/sandbox/planted-secret.ts";
import { gateway } from "./gateway.ts";
import { lookAt, mayShowMeta, takeFound } from "./planted-search.ts";
import { startServer } from "./server.ts";

const leaked = plantedSecret("displayName", "test");
const leak = (sandbox: ReturnType<typeof gateway>["sandbox"]) => {
  const body = { id: sandbox.data.web1on1.users[0]?.id, displayName: leaked };
  sandbox.web1on1.inject({ row: "users.me", reply: { status: 200, body } });
};
const placesOf = (found: readonly string[]) => new Set(found.map((text) => text.split(":")[0]));

// What a test here finds, it takes before it ends.
afterEach(() => void takeFound());

test("a secret in an answer of a system is found in the cache, and in the answer that shows it", async () => {
  const { execute, sandbox } = gateway();
  leak(sandbox);
  await execute("{ viewer { id } }");
  expect(placesOf(takeFound())).toEqual(new Set(["entry"]));
  await execute("{ viewer { displayName } }");
  expect(placesOf(takeFound())).toEqual(new Set(["answer"]));
});

test("a secret is found in what a server answers, and in the cache of its answers", async () => {
  await using server = await startServer();
  leak(server.sandbox);
  await server.post({ query: "{ viewer { displayName } }" });
  const found = takeFound();
  expect(placesOf(found)).toEqual(new Set(["entry", "answer"]));
  expect(found.some((text) => text.startsWith("entry") && text.includes('"data"'))).toBe(true);
});

test("a secret is found in a line of the log", async () => {
  const { execute } = gateway();
  await execute("{ viewer { id } }");
  expect(takeFound()).toEqual([]);
  lookAt("logLine", `{"url":"/auth/token?refreshToken=${plantedSecret("refresh_token", 1)}"}`);
  expect(placesOf(takeFound())).toEqual(new Set(["logLine"]));
});

test("meta may show where a setting says so, and nothing beside it, until the test ends", () => {
  mayShowMeta({ web1on1: { showsMeta: true } });
  lookAt("answer", plantedSecret("meta", "bot"));
  expect(takeFound()).toEqual([]);
  lookAt("answer", plantedSecret("meta", "bot"));
  expect(takeFound()).toHaveLength(1);
  mayShowMeta({ web1on1: { showsMeta: true } });
  const between = "-".repeat(100);
  lookAt("answer", `${plantedSecret("meta", "bot")}${between}${plantedSecret("secret", "bot")}`);
  expect(takeFound()).toEqual([`answer: …${between.slice(-80)}${plantedSecret("secret", "bot")}…`]);
});
