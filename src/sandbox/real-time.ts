import { setTimeout as delay } from "node:timers/promises";
import type { EmulatorSettings } from "./emulator.ts";

/** Wall clock and real waiting, for a sandbox outside tests. */
export const realTime: EmulatorSettings = { nowMs: () => Date.now(), sleep: (ms) => delay(ms) };
