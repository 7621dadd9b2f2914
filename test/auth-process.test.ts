import { chmod } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { clientFile } from "./auth/client-file.ts";
import { runHere } from "./cli/run-here.ts";
import { runIn } from "./support/gateway-process.ts";

/** Has the command make a key, and gives it with its entry. */
async function newKey(name: string, scopes: string): Promise<{ key: string; entry: object }> {
  const { code, error, out } = await runHere("new-key", name, "--scopes", scopes);
  expect([code, error]).toEqual([0, ""]);
  const [key = "", , , , ...entry] = out.split("\n");
  expect(out.split(key)).toHaveLength(2);
  return { key, entry: JSON.parse(entry.join("\n")) };
}

/** Starts a gateway that takes keys. */
const run = (folder: string, env: Readonly<Record<string, string>>) =>
  runIn(folder, { AUTH: "keys", ...env });

const real = { ASSEMBLY_API_KEY: "planted-1", ASSEMBLED_API_KEY: "planted-2", WEB1ON1_TOKEN: "planted-3" };

describe("a gateway with keys", { timeout: 60_000 }, () => {
  test("may offer real systems to a network, and reads its clients again on SIGHUP", async () => {
    const desk = await newKey("desk", "assembly:read");
    const lead = await newKey("lead", "assembly:read,assembled:write");
    await using file = await clientFile({ clients: [desk.entry, lead.entry] });
    await using gateway = run(file.folder, { ...real, CLIENTS_FILE: file.path, HOST: "0.0.0.0" });
    const address = await gateway.listening;
    const says = (text: string) =>
      expect.poll(() => gateway.written.out, { timeout: 30_000 }).toContain(text);
    const statusOf = async (key?: string) => {
      const headers = { "content-type": "application/json", ...(key && { authorization: `Bearer ${key}` }) };
      const body = '{"query":"{ __typename }"}';
      return (await fetch(`${address}/graphql`, { method: "POST", headers, body })).status;
    };
    expect([await statusOf(), await statusOf(desk.key), await statusOf(lead.key)]).toEqual([401, 200, 200]);

    await file.write({ clients: [lead.entry, { ...desk.entry, scopes: ["all"] }] });
    gateway.child.kill("SIGHUP");
    await says("clients[1].scopes[0] is no scope that there is.");
    expect([await statusOf(desk.key), await statusOf(lead.key)]).toEqual([200, 200]);

    await file.write({ clients: [lead.entry] });
    gateway.child.kill("SIGHUP");
    await says("CLIENTS_FILE was read again: 1 clients.");
    expect([await statusOf(desk.key), await statusOf(lead.key)]).toEqual([401, 200]);

    gateway.child.kill("SIGTERM");
    expect(await gateway.ended).toBe(0);
    expect(gateway.written.out).not.toMatch(/trib_|planted/);
    expect(gateway.written.error).toBe("");
  });

  test("does not start with clients that cannot be read, and tells all reasons", async () => {
    await using file = await clientFile({ clients: [{ name: "Desk", sha256: [], scopes: [], admin: true }] });
    await using gateway = run(file.folder, { CLIENTS_FILE: file.path });
    expect(await gateway.ended).toBe(1);
    for (const place of ["clients[0].name", "clients[0].sha256", "clients[0].admin"]) {
      expect(gateway.written.error).toContain(`- CLIENTS_FILE: ${place} `);
    }
    await chmod(file.path, 0o644);
    await using open = run(file.folder, { CLIENTS_FILE: file.path });
    expect(await open.ended).toBe(1);
    expect(open.written.error).toContain("CLIENTS_FILE may be read or written by others");
    expect(open.written.out).toBe("");
  });

  test("the command makes no key for a client that would be refused", async () => {
    for (const args of [["Desk", "--scopes", "assembly:read"], ["desk", "--scopes", "all"], ["desk"], []]) {
      expect(await runHere("new-key", ...args)).toMatchObject({ code: 2, out: "" });
    }
  });
});
