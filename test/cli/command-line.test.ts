import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { describe, expect, test } from "vitest";
import { commands } from "../../src/cli/commands.ts";
import { settingSections } from "../../src/config/settings.ts";
import { systems } from "../../src/systems.ts";
import { post, runIn } from "../support/gateway-process.ts";
import { runHere } from "./run-here.ts";

const root = new URL("../../", import.meta.url);
const settings = settingSections(systems).flatMap((section) => section.settings.map(({ name }) => name));

/** Runs a command to its end, as a process. */
async function ended(...args: string[]) {
  await using process = runIn(tmpdir(), {}, ...args);
  return { code: await process.ended, ...process.written };
}

describe("the command line", { timeout: 60_000 }, () => {
  test.each([["--help"], ["-h"]])("%s tells every command and every setting", async (flag) => {
    const { code, error, out } = await runHere(flag);
    expect([code, error]).toEqual([0, ""]);
    for (const { name } of commands) expect(out).toMatch(new RegExp(`^  ${name} .*\\.$`, "m"));
    for (const name of settings) expect(out).toContain(`\n  ${name}\n`);
    expect(out.split("\n").filter((line) => line.length > 96)).toEqual([]);
    expect(out).not.toContain("answers at");
  });

  test("-h behind a command tells its options, and settings where it takes them", async () => {
    const plan = await runHere("plan", "-h");
    expect(plan).toMatchObject({ code: 0, error: "" });
    expect(plan.out).toMatch(/^Usage: tributary plan FILE \[--variables FILE\]\n/);
    expect(plan.out).not.toContain("ASSEMBLY_API_KEY");
    expect((await runHere("start", "--help")).out).toContain("\n  ASSEMBLY_API_KEY\n");
  });

  test("--version is that of the package", async () => {
    const { version } = JSON.parse(readFileSync(new URL("package.json", root), "utf8"));
    expect(await ended("--version")).toEqual({ code: 0, error: "", out: `${version}\n` });
  });

  test("schema prints the schema", async () => {
    const text = readFileSync(new URL("schema.graphql", root), "utf8");
    expect(await ended("schema")).toEqual({ code: 0, error: "", out: text });
  });

  test.each([
    [["strat"], "There is no command strat. Did you mean start?"],
    [["deploy"], "There is no command deploy."],
    [["--prot", "4000"], "Unknown option '--prot'. Did you mean --port?"],
    [["check", "--port", "4000"], "Unknown option '--port'."],
    [["start", "-x"], "Unknown option '-x'."],
    [["--port"], "Option '--port <value>' argument missing."],
    [["--port", "--version"], "Option '--port' argument is ambiguous."],
    [["--version=1"], "Option '--version' does not take an argument."],
    [["--port", "70000"], "--port is not a port."],
    [["start", "now"], "start takes no argument now."],
    [["plan"], "plan needs an argument: FILE."],
    [["plan", "absent.graphql"], "absent.graphql cannot be read."],
    [["sandbox", "--port", "65535"], "--port must be from 1 to 65533."],
    [["new-key", "desk"], "--scopes is missing; it takes of assembly:read,"],
  ])("%j is refused in one sentence, with the usage", async (args, sentence) => {
    const { code, error, out } = await runHere(...args);
    expect([code, out]).toEqual([2, ""]);
    const [first, , usage] = error.split("\n");
    expect(first).toContain(sentence);
    expect(usage).toBe("Usage: tributary [COMMAND] [OPTION …]");
  });

  test("a process is refused on standard error, and told with its exit code", async () => {
    const { code, error, out } = await ended("strat");
    expect([code, out]).toEqual([2, ""]);
    expect(error).toBe((await runHere("strat")).error);
  });

  test("--port wins over PORT, which may be wrong then", async () => {
    await using gateway = runIn(tmpdir(), { PORT: "none" }, "start", "--port", "0");
    const { json } = await post(await gateway.listening, '{"query":"{ __typename }"}');
    expect(json).toEqual({ data: { __typename: "Query" } });
  });
});
