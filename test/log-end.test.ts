import { spawn } from "node:child_process";
import { once } from "node:events";
import { describe, expect, test } from "vitest";

const module = new URL("../dist/log-output.js", import.meta.url).href;

/** Runs code with an `output` in a process of its own. @param reads whether its standard output is read. */
async function ended(code: string, { reads = true } = {}) {
  const script = `import { standardOutput } from ${JSON.stringify(module)}; const output = standardOutput(); ${code}`;
  const child = spawn(process.execPath, ["--input-type=module", "--eval", script], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  let text = "";
  if (reads) child.stdout.on("data", (chunk) => (text += chunk));
  const [exitCode] = (await once(child, reads ? "close" : "exit")) as [number | null];
  return { exitCode, text };
}

const lines = 'for (let line = 0; line < 5_000; line += 1) output.write("x".repeat(99) + "\\n");';

describe("no line is lost of the turn of the event loop in which a process", { timeout: 60_000 }, () => {
  test.each([
    ["has nothing left to do", "", 0],
    ["exits", "process.exit(3);", 3],
    ["throws what nothing catches", 'throw new Error("fault");', 1],
    ["rejects what nothing handles", 'void Promise.reject(new Error("fault"));', 1],
    [
      "tells at its end what it gives up",
      'process.once("exit", () => output.write("given up\\n")); process.exit(4);',
      4,
    ],
  ])("%s", async (_, end, exitCode) => {
    const told = end.includes("given up") ? "given up\n" : "";
    expect(await ended(`output.write("last\\n"); ${end}`)).toEqual({ exitCode, text: `last\n${told}` });
  });

  test("ends while its reader reads more slowly than it wrote", async () => {
    const { text } = await ended(`${lines} process.exit();`);
    expect(text).toBe(`${"x".repeat(99)}\n`.repeat(5_000));
  });
});

test("a reader that stalls holds up neither a turn of the event loop nor the end", {
  timeout: 60_000,
}, async () => {
  const slow = `${lines} const began = performance.now(); ${lines} const took = performance.now() - began;`;
  const exit = "setTimeout(() => process.exit(took < 1_000 ? 5 : 6), 100);";
  expect(await ended(`${slow} ${exit}`, { reads: false })).toMatchObject({ exitCode: 5 });
});
