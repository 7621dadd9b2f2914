import { assembledData } from "../assembled/data.ts";
import { assemblyData } from "../assembly/data.ts";
import { web1on1Data } from "../web1on1/data.ts";
import { startOfDayMs } from "./day.ts";
import { type DataSizes, defaultSizes } from "./sizes.ts";
import type { SandboxData } from "./types.ts";

let latest: { readonly key: string; readonly data: SandboxData } | undefined;

/**
 * The data of the three systems, anchored to the UTC day of `nowMs`: the same day gives the same bytes, and another
 * day moves every time in them. Rows are not changed in place, so equal requests get one copy.
 */
export function createSandboxData(nowMs: number, sizes: Partial<DataSizes> = {}): SandboxData {
  const anchorMs = startOfDayMs(nowMs);
  const counts = { ...defaultSizes, ...sizes };
  const key = JSON.stringify([anchorMs, counts]);
  if (latest?.key !== key) {
    const data = {
      assembly: assemblyData(anchorMs, counts),
      assembled: assembledData(anchorMs, counts),
      web1on1: web1on1Data(anchorMs, counts),
    };
    latest = { key, data };
  }
  return latest.data;
}
