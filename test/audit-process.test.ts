import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { openGate } from "./support/gate.ts";
import { post, runIn } from "./support/gateway-process.ts";
import { realTime, sandboxCredentials, startSandbox } from "./support/sandbox.ts";

const folder = await mkdtemp(join(tmpdir(), "tributary-audit-"));
afterAll(() => rm(folder, { recursive: true }));

const query =
  'mutation NewTier { createLabel(input: { type: TIER, name: "Gold", color: "#123456" }) { labelId } }';

/** A gateway in a process of its own that has sent a write, which waits at a gate. */
async function writing(auditFile: string) {
  const { sandbox, urls, close } = await startSandbox(["assembly"], realTime);
  const gate = await openGate(urls.assembly ?? "");
  const gateway = runIn(folder, {
    ASSEMBLY_URL: gate.url,
    ASSEMBLY_API_KEY: sandboxCredentials.assembly.apiKey,
    SANDBOX: "assembled,web1on1",
    AUDIT_FILE: auditFile,
  });
  const address = await gateway.listening;
  const answer = post(address, JSON.stringify({ query })).catch(() => "none");
  const write = await gate.next();
  return {
    address,
    answer,
    gateway,
    sandbox,
    write,
    async audit() {
      const text = await readFile(auditFile, "utf8");
      return text
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line));
    },
    async [Symbol.asyncDispose]() {
      await gateway[Symbol.asyncDispose]();
      await gate[Symbol.asyncDispose]();
      await close();
    },
  };
}

describe("a write that is under way when the process ends is in its audit once", { timeout: 60_000 }, () => {
  test("as UNFINISHED, when a second signal cuts it off", async () => {
    await using made = await writing(join(folder, "cut.jsonl"));
    const { child, ended } = made.gateway;
    child.kill("SIGTERM");
    const isDraining = async () =>
      (await fetch(`${made.address}/health/live`).catch(() => undefined)) === undefined;
    await expect.poll(isDraining).toBe(true);
    child.kill("SIGTERM");
    expect(await ended).toBe(143);
    expect(await made.answer).toBe("none");
    expect(await made.audit()).toMatchObject([
      { operation: "NewTier", field: "createLabel", outcome: "UNFINISHED", client: "anonymous" },
    ]);
  });

  test("as done, when it is waited for", async () => {
    await using made = await writing(join(folder, "finished.jsonl"));
    made.gateway.child.kill("SIGTERM");
    await made.write.letThrough();
    expect(await made.answer).toMatchObject({ status: 200 });
    expect(await made.gateway.ended).toBe(0);
    expect(await made.audit()).toMatchObject([{ field: "createLabel", outcome: "done" }]);
  });
});
