import { createAssemblyEmulator } from "../../src/sandbox/assembly/emulator.ts";
import { createSandboxData } from "../support/sandbox-data.ts";

/** What every emulated Assembly of these tests starts with. */
export const assemblyData = createSandboxData(Date.UTC(2026, 2, 17)).assembly;

/**
 * An emulated Assembly of its own, to be asked one call after the other: `ask("PUT /usage/1", { value: 2 })`.
 * @param Answer whatever an answer may hold.
 */
export function askAssembly<Answer>() {
  const settings = { nowMs: () => 0, sleep: async () => {}, enforceLimits: false };
  const emulator = createAssemblyEmulator(assemblyData, settings);
  return async (call: string, json?: unknown) => {
    const [method = "", target = ""] = call.split(" ");
    const headers = { authorization: "sandbox-assembly-key" };
    const body = json === undefined ? "" : JSON.stringify(json);
    const reply = await emulator.handle({ method, target, headers, body });
    return { status: reply.status, body: JSON.parse(JSON.stringify(reply.body)) as Answer };
  };
}
