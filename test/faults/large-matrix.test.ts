import { describe, expect, test } from "vitest";
import { callEffects, systemNames } from "./calls.ts";
import { expectHandles, handles, runCell, startFaultServer } from "./cell.ts";
import { largeRows } from "./matrix-rows.ts";

const mebibyte = 1024 * 1024;
/** What a fault may add to the memory of the process, which is that of the emulator, too. */
const mostBytes: Readonly<Record<string, number>> = { "a list of 100 000 items": 200 * mebibyte };
const mostBytesOfOthers = 64 * mebibyte;

describe.each(largeRows.map((row) => [row.name, row] as const))("%s", (name, row) => {
  test.each(systemNames)("at %s", async (system) => {
    // Time passes as usual: reading as much as may be read takes its time.
    await using made = await startFaultServer(1);
    const handlesBefore = handles();
    const before = process.memoryUsage.rss();
    let most = before;
    const sampling = setInterval(() => {
      most = Math.max(most, process.memoryUsage.rss());
    }, 5);
    for (const effect of callEffects) await runCell(made, row, system, effect);
    clearInterval(sampling);
    expect(most - before).toBeLessThan(mostBytes[name] ?? mostBytesOfOthers);
    await expectHandles(handlesBefore);
  });
});
