import { assembledData } from "../../src/sandbox/assembled/data.ts";
import { assemblyData } from "../../src/sandbox/assembly/data.ts";
import { startOfDayMs } from "../../src/sandbox/data/day.ts";
import type { SandboxData } from "../../src/sandbox/data/sandbox-data.ts";
import { type DataSizes, defaultSizes } from "../../src/sandbox/data/sizes.ts";
import { web1on1Data } from "../../src/sandbox/web1on1/data.ts";

/** What was asked for last, the oldest first. */
const kept = new Map<string, unknown>();
const mostKept = 12;

/** What was made for a key before, unless much else was asked for since then. */
function remembered<Made>(key: string, make: () => Made): Made {
  const made = kept.has(key) ? (kept.get(key) as Made) : make();
  kept.delete(key);
  kept.set(key, made);
  const [oldest = key] = kept.keys();
  if (kept.size > mostKept) kept.delete(oldest);
  return made;
}

/**
 * The data of the three systems, anchored to the UTC day of `nowMs`: the same day gives the same bytes, and another
 * day moves every time in them. Rows are not changed in place, so equal requests get one copy.
 */
export function createSandboxData(nowMs: number, sizes: Partial<DataSizes> = {}): SandboxData {
  const anchorMs = startOfDayMs(nowMs);
  const counts = { ...defaultSizes, ...sizes };
  const all = JSON.stringify(counts);
  // Each system is made anew only where a size of its own is another.
  return remembered(`${anchorMs} ${all}`, () => ({
    assembly: remembered(`${anchorMs} accounts ${counts.accounts}`, () => assemblyData(anchorMs, counts)),
    assembled: remembered(`${anchorMs} people ${counts.people}`, () => assembledData(anchorMs, counts)),
    web1on1: remembered(`${anchorMs} web1on1 ${all}`, () => web1on1Data(anchorMs, counts)),
  }));
}
