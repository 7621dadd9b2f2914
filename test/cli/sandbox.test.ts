import { tmpdir } from "node:os";
import { expect, test } from "vitest";
import { freePorts } from "../support/free-ports.ts";
import { runIn } from "../support/gateway-process.ts";

test("tributary sandbox starts the emulators, prints settings that open them, and ends on a signal", {
  timeout: 60_000,
}, async () => {
  const first = await freePorts(3);
  await using sandbox = runIn(tmpdir(), {}, "sandbox", "--port", String(first));
  await expect.poll(() => sandbox.written.out, { timeout: 30_000 }).toContain("acme.example");
  const settings = Object.fromEntries(
    sandbox.written.out
      .split("\n")
      .filter((line) => /^\w+=/.test(line))
      .map((line) => line.split("=")),
  );
  expect(settings).toMatchObject({
    ASSEMBLY_URL: `http://127.0.0.1:${first}`,
    ASSEMBLED_URL: `http://127.0.0.1:${first + 1}`,
    WEB1ON1_URL: `http://127.0.0.1:${first + 2}/v2`,
  });
  await using check = runIn(tmpdir(), settings, "check");
  expect(await check.ended).toBe(0);
  await using second = runIn(tmpdir(), {}, "sandbox", "--port", String(first));
  expect(await second.ended).toBe(1);
  expect(second.written.error).toBe(
    `Port ${first} is taken. Stop the other program, or give another one with --port.\n`,
  );
  sandbox.child.kill("SIGINT");
  expect(await sandbox.ended).toBe(0);
  expect(sandbox.written.error).toBe("");
});
