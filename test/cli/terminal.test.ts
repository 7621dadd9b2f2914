import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { runIn } from "../support/gateway-process.ts";

const main = fileURLToPath(new URL("../../dist/main.js", import.meta.url));

/** Whether the command of util-linux is here that gives a process a terminal. */
const hasScript = (() => {
  try {
    return execFileSync("script", ["--version"], { encoding: "utf8" }).includes("util-linux");
  } catch {
    return false;
  }
})();

/** Starts a gateway on a terminal. It is ended by Ctrl+C, which a terminal takes for the signal. */
function onTerminal(env: Readonly<Record<string, string>>) {
  const child = spawn(
    "script",
    ["--quiet", "--return", "--command", `exec "${process.execPath}" "${main}"`, "/dev/null"],
    {
      cwd: tmpdir(),
      env: { PATH: process.env.PATH, TERM: "xterm-256color", PORT: "0", DRAIN_DELAY_MS: "0", ...env },
      stdio: ["pipe", "pipe", "inherit"],
    },
  );
  const written = { out: "" };
  child.stdout.on("data", (chunk) => {
    written.out += String(chunk).replaceAll("\r", "");
  });
  const ended = once(child, "close").then(([code]) => code);
  return {
    written,
    ended,
    interrupt: () => child.stdin.write("\x03"),
    async [Symbol.asyncDispose]() {
      child.stdin.write("\x03\x03");
      child.kill("SIGKILL");
      await ended;
    },
  };
}

describe("the lines of a gateway", { timeout: 60_000 }, () => {
  test.skipIf(!hasScript)(
    "are readable on a terminal, with where the systems are and an example",
    async () => {
      await using gateway = onTerminal({ NO_COLOR: "1", AUDIT_FILE: "" });
      await expect.poll(() => gateway.written.out, { timeout: 50_000 }).toContain("curl -s");
      expect(gateway.written.out).toMatch(/^Tributary answers at http:\/\/127\.0\.0\.1:\d+\/graphql$/m);
      for (const title of ["Assembly", "Assembled", "Web1on1"]) {
        expect(gateway.written.out).toMatch(new RegExp(`^  ${title} +emulated, with made-up data$`, "m"));
      }
      gateway.interrupt();
      expect(await gateway.ended).toBe(0);
      expect(gateway.written.out).toMatch(/\[\d\d:\d\d:\d\d\] INFO: SIGINT came; it stops once .*$/m);
      expect(gateway.written.out).toMatch(/^\[\d\d:\d\d:\d\d\] INFO: Tributary has stopped\.$/m);
      expect(gateway.written.out).not.toContain('"msg"');
    },
  );

  test("are JSON elsewhere, from LOG_LEVEL on", async () => {
    await using gateway = runIn(tmpdir(), { LOG_LEVEL: "debug" });
    const address = await gateway.listening;
    const body = '{"query":"{ teams { name } }"}';
    const headers = { "content-type": "application/json" };
    await fetch(`${address}/graphql`, { method: "POST", headers, body });
    gateway.child.kill("SIGTERM");
    expect(await gateway.ended).toBe(0);
    const lines = gateway.written.out
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(lines).toContainEqual(
      expect.objectContaining({ level: 20, msg: "upstream call", endpoint: "GET /v0/teams", status: 200 }),
    );

    await using quiet = runIn(tmpdir(), { LOG_LEVEL: "error", METRICS_PORT: "none" });
    expect(await quiet.ended).toBe(1);
    expect(quiet.written.out).toBe("");
    await using wrong = runIn(tmpdir(), { LOG_LEVEL: "verbose" });
    expect(await wrong.ended).toBe(1);
    expect(wrong.written.error).toContain("LOG_LEVEL is none of debug, info, warn and error.");
  });
});
