import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { metricsText } from "../../scripts/metrics-text.ts";

test("docs/metrics.md has every metric as it is given out", () => {
  const text = readFileSync(new URL("../../docs/metrics.md", import.meta.url), "utf8");
  expect(text).toBe(metricsText());
});
