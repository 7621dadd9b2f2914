import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { welcome } from "../src/start/welcome.ts";
import { systems } from "../src/systems.ts";
import { openGate } from "./support/gate.ts";
import { post, type Running, runIn } from "./support/gateway-process.ts";
import { realTime, sandboxCredentials, startSandbox } from "./support/sandbox.ts";

// The project's folder may hold a .env file of its own.
const folder = await mkdtemp(join(tmpdir(), "tributary-"));
afterAll(() => rm(folder, { recursive: true }));

/** Starts the gateway with these settings and no others, on a free port unless told which. */
function run(env: Readonly<Record<string, string>> = {}, ...args: string[]): Running {
  return runIn(folder, env, ...args);
}

const emulated = "emulated, with made-up data";

const keys = {
  ASSEMBLY_API_KEY: "planted-key-1",
  ASSEMBLED_API_KEY: "planted-key-2",
  WEB1ON1_TOKEN: "planted-key-3",
};

describe("the process", { timeout: 60_000 }, () => {
  test("starts without any setting, tells where, has an example that works, and ends on a signal", async () => {
    await using gateway = run();
    const address = await gateway.listening;
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    const started = JSON.parse(gateway.written.out);
    expect(started).toMatchObject({ level: 30, address, msg: `Tributary answers at ${address}/graphql` });
    expect(Object.entries(started.systems)).toEqual(systems.map(({ title }) => [title, emulated]));
    const text = welcome({ address, systems: started.systems, asksClients: false, hasGraphiql: true });
    const [, url, body = ""] = /curl -s (\S+) [\s\S]*? -d '([^']+)'/.exec(text) ?? [];
    expect(url).toBe(`${address}/graphql`);
    const { status, json } = await post(address, body);
    expect(status).toBe(200);
    expect(json).toEqual({
      data: {
        account: {
          name: "Acme Robotics",
          organization: {
            name: "Acme Robotics",
            users: {
              nodes: expect.arrayContaining([
                {
                  displayName: expect.any(String),
                  person: { firstName: expect.any(String), site: { name: expect.any(String) } },
                },
              ]),
            },
          },
        },
      },
    });
    gateway.child.kill("SIGTERM");
    expect(await gateway.ended).toBe(0);
    expect(gateway.written.error).toBe("");
    const messages = gateway.written.out
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line).msg);
    expect(messages.slice(-2)).toEqual([
      "SIGTERM came; it stops once what is under way has ended.",
      "Tributary has stopped.",
    ]);
  });

  test.each([
    ["SIGTERM", 143],
    ["SIGINT", 130],
  ] as const)("ends at once on a second signal, which is %s", async (signal, code) => {
    await using gateway = run({ DRAIN_DELAY_MS: "600000" });
    const address = await gateway.listening;
    gateway.child.kill("SIGTERM");
    let status = 200;
    while (status === 200) ({ status } = await fetch(`${address}/health/ready`));
    expect(status).toBe(503);
    gateway.child.kill(signal);
    expect(await gateway.ended).toBe(code);
    expect(gateway.written.error).toBe("");
  });

  test("joins real systems with emulated ones, and on a signal finishes what is under way", async () => {
    const { sandbox, urls, close } = await startSandbox(["assembly"], realTime);
    try {
      await using gate = await openGate(urls.assembly ?? "");
      await using gateway = run({
        ASSEMBLY_URL: gate.url,
        ASSEMBLY_API_KEY: sandboxCredentials.assembly.apiKey,
        SANDBOX: "assembled, web1on1",
      });
      const address = await gateway.listening;
      expect(JSON.parse(gateway.written.out).systems).toEqual({
        Assembly: gate.url,
        Assembled: emulated,
        Web1on1: emulated,
      });
      expect((await fetch(`${address}/health/ready`)).status).toBe(200);
      const arrived = gate.next();
      const answer = post(
        address,
        JSON.stringify({ query: "{ labels(type: TIER) { name } teams { name } }" }),
      );
      const read = await arrived;
      gateway.child.kill("SIGTERM");
      await read.letThrough();
      expect(await answer).toMatchObject({
        status: 200,
        json: {
          data: { labels: expect.arrayContaining([{ name: "Enterprise" }]), teams: expect.any(Array) },
        },
      });
      expect(await gateway.ended).toBe(0);
      expect(gateway.written.error).toBe("");
      const calls = sandbox.assembly.journal.map(({ method, path }) => `${method} ${path}`);
      expect(calls).toEqual([expect.stringMatching(/^GET \/accounts\/labels/)]);
    } finally {
      await close();
    }
  });

  test("does not start with half of the credentials, and names what is missing", async () => {
    await using gateway = run({ ASSEMBLY_API_KEY: keys.ASSEMBLY_API_KEY });
    expect(await gateway.ended).toBe(1);
    expect(gateway.written.error).toContain("ASSEMBLED_API_KEY is missing");
    expect(gateway.written.error).toContain(
      "WEB1ON1_TOKEN (or WEB1ON1_EMAIL and WEB1ON1_PASSWORD) is missing",
    );
    expect(gateway.written.error).toContain("--help");
    expect(gateway.written.error).not.toContain("planted");
    expect(gateway.written.out).toBe("");
  });

  test.each([
    [
      "sets what the environment does not",
      "PORT=none\nASSEMBLY_API_KEY=planted-key-1\n",
      "ASSEMBLED_API_KEY is missing",
    ],
    [
      "has a line that sets nothing",
      "# keys\n\nASSEMBLY_API_KEY planted-key-1\n",
      "Line 3 of .env is not NAME=value.",
    ],
  ])("reads a .env file: one that %s", async (_, text, problem) => {
    const own = await mkdtemp(join(folder, "env-"));
    await writeFile(join(own, ".env"), text);
    await using gateway = runIn(own, {});
    expect(await gateway.ended).toBe(1);
    expect(gateway.written.error).toContain(problem);
    expect(gateway.written.error).not.toMatch(/planted|PORT is not/);
    expect(gateway.written.out).toBe("");
  });

  test("does not start when there is a .env that cannot be read", async () => {
    const own = await mkdtemp(join(folder, "env-"));
    await mkdir(join(own, ".env"));
    await using gateway = runIn(own, {});
    expect(await gateway.ended).toBe(1);
    expect(gateway.written.error).toContain(".env cannot be read.");
    expect(gateway.written.out).toBe("");
  });

  test("does not offer real systems to a network by accident", async () => {
    await using gateway = run({ ...keys, HOST: "0.0.0.0" });
    expect(await gateway.ended).toBe(1);
    expect(gateway.written.error).toMatch(/HOST is 0\.0\.0\.0.*AUTH to keys or jwt/);
    expect(gateway.written.error).not.toContain("planted");
    expect(gateway.written.out).toBe("");
  });

  test("says so when its port is taken, and ends; without work and without a delay one ends at once", async () => {
    await using first = run();
    const { port } = new URL(await first.listening);
    await using second = run({ PORT: port });
    expect(await second.ended).toBe(1);
    expect(second.written.error).toBe(
      `Port ${port} is taken. Stop the other program, or give another one with --port.\n`,
    );
    first.child.kill("SIGINT");
    expect(await first.ended).toBe(0);
    expect(first.written.error).toBe("");
  });
});
