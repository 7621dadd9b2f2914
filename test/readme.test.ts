import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { directory, moments, reference } from "../src/rest/freshness.ts";
import { testNowMs } from "./support/clock.ts";
import { gateway } from "./support/gateway.ts";

const text = readFileSync(new URL("../README.md", import.meta.url), "utf8");

const inWords = (ms: number): string => (ms > 60_000 ? `${ms / 60_000} min` : `${ms / 1000} s`);

test("the ages up to which answers are good are those in force", () => {
  const [, section = ""] = text.split("| Kind | Fresh | Good for |\n");
  const [table = ""] = section.split("\n\n");
  const stated = table
    .split("\n")
    .slice(1)
    .map((row) => row.split(" | ").map((cell) => cell.replace(/ \|$/, "")));
  const inForce = [reference, directory, moments].map(({ freshMs, whileRefreshingMs, ifFailingMs }) => {
    expect(ifFailingMs).toBe(whileRefreshingMs);
    return [expect.stringMatching(/^\| /), inWords(freshMs), inWords(ifFailingMs)];
  });
  expect(stated).toEqual(inForce);
});

test("the operation costs what it says, and nothing when it is asked again", async () => {
  const { calls, query } = gateway();
  const [, document = ""] = /```graphql\n([\s\S]*?)```/.exec(text) ?? [];
  const [, count] = /It costs (\d+) calls upstream/.exec(text) ?? [];
  const day = 86_400_000;
  const midnightMs = testNowMs - (testNowMs % day);
  const at = (ms: number) => new Date(ms).toISOString();
  const variables = { window: { start: at(midnightMs), end: at(midnightMs + day) } };
  const { account } = await query(document, variables);
  expect(account.organization.users.nodes.length).toBeGreaterThan(15);
  expect(calls()).toHaveLength(Number(count));
  await query(document, variables);
  expect(calls()).toEqual([]);
});
