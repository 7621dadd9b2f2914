import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { callCeilings } from "./call-ceilings.ts";

test("docs/call-ceilings.md is what scripts/call-ceilings.ts writes", async () => {
  const committed = readFileSync(new URL("../../docs/call-ceilings.md", import.meta.url), "utf8");
  expect(await callCeilings()).toBe(committed);
}, 30_000);
