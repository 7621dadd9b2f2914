import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";

const root = new URL("../../", import.meta.url);
const main = fileURLToPath(new URL("dist/main.js", root));

/** Runs the command as if the version of Node were another. */
async function versionOn(node: string): Promise<{ code: number; stdout: string; stderr: string }> {
  const claim = `Object.defineProperty(process, "versions", { value: { ...process.versions, node: "${node}" } });`;
  const args = ["--import", `data:text/javascript,${encodeURIComponent(claim)}`, main, "--version"];
  return promisify(execFile)(process.execPath, args).then((ended) => ({ code: 0, ...ended }));
}

describe("the version of Node", { timeout: 30_000 }, () => {
  test.each(["20.19.0", "22.12.0", "23.0.0", "24.21.0"])("%s will do", async (node) => {
    expect(await versionOn(node)).toMatchObject({ code: 0, stderr: "" });
  });

  test.each(["12.22.12", "18.20.8", "20.18.3", "21.7.3", "22.11.0"])(
    "%s is told in one sentence",
    async (node) => {
      await expect(versionOn(node)).rejects.toMatchObject({
        code: 1,
        stdout: "",
        stderr: `Tributary needs Node 20.19, 22.12 or newer, and this is Node ${node}.\n`,
      });
    },
  );

  test("is looked at before anything is loaded, in words that older ones can read", () => {
    const text = readFileSync(main, "utf8");
    expect(text.startsWith("#!/usr/bin/env node\n")).toBe(true);
    expect(text).not.toMatch(/^import [^(]|\bfrom "|\?\?|\?\.|\bawait\b/m);
  });

  test("is the one that package.json and the README name", () => {
    const { engines } = JSON.parse(readFileSync(new URL("package.json", root), "utf8"));
    expect(engines).toEqual({ node: "^20.19.0 || >=22.12.0" });
    expect(readFileSync(new URL("README.md", root), "utf8")).toContain("Node 20.19, 22.12 or newer");
  });
});
