import { assembledData } from "../../src/sandbox/assembled/data.ts";
import { assemblyData } from "../../src/sandbox/assembly/data.ts";
import { startOfDayMs } from "../../src/sandbox/data/day.ts";
import { type DataSizes, defaultSizes } from "../../src/sandbox/data/sizes.ts";
import type { SandboxData } from "../../src/sandbox/data/types.ts";
import { web1on1Data } from "../../src/sandbox/web1on1/data.ts";

/** The latest that were made, the oldest first. */
const made = new Map<string, SandboxData>();
const mostMade = 4;

/**
 * The data of the three systems, anchored to the UTC day of `nowMs`: the same day gives the same bytes, and another
 * day moves every time in them. Rows are not changed in place, so equal requests get one copy.
 */
export function createSandboxData(nowMs: number, sizes: Partial<DataSizes> = {}): SandboxData {
  const anchorMs = startOfDayMs(nowMs);
  const counts = { ...defaultSizes, ...sizes };
  const key = JSON.stringify([anchorMs, counts]);
  const known = made.get(key);
  if (known) return known;
  const data = {
    assembly: assemblyData(anchorMs, counts),
    assembled: assembledData(anchorMs, counts),
    web1on1: web1on1Data(anchorMs, counts),
  };
  made.set(key, data);
  const [oldest = key] = made.keys();
  if (made.size > mostMade) made.delete(oldest);
  return data;
}
