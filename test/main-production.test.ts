import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { post, runIn } from "./support/gateway-process.ts";

const folder = await mkdtemp(join(tmpdir(), "tributary-production-"));
afterAll(() => rm(folder, { recursive: true }));

describe("the process in production", { timeout: 30_000 }, () => {
  test("does not start without settings, nor with a .env that others may read", async () => {
    await using empty = runIn(folder, { NODE_ENV: "production" });
    expect(await empty.ended).toBe(1);
    expect(empty.written.error).toContain("docker run -e SANDBOX=assembly,assembled,web1on1");
    expect(empty.written.out).toBe("");

    const own = await mkdtemp(join(folder, "env-"));
    const isOpen = ".env may be read by other users of this machine; chmod 600 it.";
    // Nothing is said of its lines.
    for (const [mode, text] of [
      [0o644, "this is no setting\n"],
      [0o604, "NODE_ENV=production\n"],
      [0o640, "SANDBOX=assembly,assembled,web1on1\nWEB1ON1_NICKNAME=planted\n"],
    ] as const) {
      await writeFile(join(own, ".env"), text);
      await chmod(join(own, ".env"), mode);
      const isNamed = text.startsWith("NODE_ENV");
      await using open = runIn(own, isNamed ? {} : { NODE_ENV: "production" });
      expect(await open.ended).toBe(1);
      expect(open.written.error).toBe(
        `The configuration does not work:\n- ${isOpen}\nRun with --help for all settings.\n`,
      );
    }

    await using elsewhere = runIn(own, {});
    await elsewhere.listening;
    expect(elsewhere.written.out).toContain(".env may be read by other users");
    expect(elsewhere.written.out).toContain("WEB1ON1_NICKNAME is no setting.");
    expect(elsewhere.written.out).not.toContain("planted");
  });

  test("starts over systems that are made up by name, with the schema closed", async () => {
    const own = await mkdtemp(join(folder, "env-"));
    await writeFile(join(own, ".env"), "NODE_ENV=production\nSANDBOX=assembly,assembled,web1on1\n", {
      mode: 0o600,
    });
    await using gateway = runIn(own, {});
    const address = await gateway.listening;
    const { status } = await post(address, '{"query":"{ __schema { queryType { name } } }"}');
    expect(status).toBe(403);
    expect((await post(address, '{"query":"{ teams { __typename } }"}')).status).toBe(200);
    expect((await fetch(`${address}/graphql`, { headers: { accept: "text/html" } })).status).toBe(404);
  });
});
