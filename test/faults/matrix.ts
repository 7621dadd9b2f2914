import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { callEffects, systemNames } from "./calls.ts";
import { expectHandles, type FaultServer, handles, runCell, startFaultServer } from "./cell.ts";
import type { MatrixRow } from "./matrix-rows.ts";

/**
 * Tests every cell of these rows, each system on a server of its own and all three at a time, since what they do most
 * is wait. Afterwards the process holds no more sockets and timers than before.
 * @param rowOf gives the row of a name once the tests run.
 * @param speed how fast time passes for the gateway.
 */
export function testMatrix(
  names: readonly string[],
  rowOf: (name: string) => MatrixRow,
  speed: number,
): void {
  const servers = new Map<string, FaultServer>();
  let before = 0;
  beforeAll(async () => {
    for (const system of systemNames) servers.set(system, await startFaultServer(speed));
    before = handles();
  });
  afterAll(async () => {
    for (const server of servers.values()) await server[Symbol.asyncDispose]();
  });

  describe.each(names)("%s", (name) => {
    afterAll(() => expectHandles(before));
    test.concurrent.each(systemNames)("at %s", async (system) => {
      const made = servers.get(system);
      if (!made) throw new Error(`There is no server for ${system}.`);
      for (const effect of callEffects) await runCell(made, rowOf(name), system, effect);
      expect(made.server.logLines.filter((line) => line.includes('"msg":"fault"'))).toEqual([]);
    });
  });
}
