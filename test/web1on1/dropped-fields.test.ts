import { expect, test } from "vitest";
import { secrets } from "../../src/web1on1/secrets.ts";
import { systemRows } from "../rest/systems.ts";

const rows = systemRows.filter(({ definition }) => definition.name === "web1on1");
const dropping = rows.filter(({ row }) => !row.isWhole);

test("only reads that are merged and sent back keep secrets, and they are never cached", () => {
  const whole = rows.filter(({ row }) => row.isWhole);
  expect(whole.map(({ name }) => name)).toEqual([
    "web1on1 users.getToMerge",
    "web1on1 organizations.getToMerge",
    "web1on1 bots.getToMerge",
    "web1on1 botInstances.getToMerge",
    "web1on1 services.getToMerge",
    "web1on1 forms.getToMerge",
  ]);
  for (const { row } of whole) {
    expect(row).toMatchObject({ method: "GET", isExact: true, secrets: [] });
    expect(row.cache).toBeUndefined();
  }
});

test.each(dropping)("$name drops all secrets", ({ row }) => {
  expect(row.secrets).toEqual(expect.arrayContaining([...secrets]));
});

test.each(dropping.filter(({ noun }) => ["bots", "botInstances", "services"].includes(noun)))(
  "$name drops meta unless a setting shows it",
  ({ row }) => {
    expect(row.sensitive).toEqual(["meta"]);
  },
);

test.each(dropping.filter(({ noun }) => noun === "services"))("$name drops parameters", ({ row }) => {
  expect(row.secrets).toContain("params");
});
