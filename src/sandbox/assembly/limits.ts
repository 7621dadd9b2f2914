import type { EmulatedRequest } from "../emulator.ts";
import { type RateLimit, slidingWindow } from "../rate-limit.ts";

/** 30 calls in any second (assembly-accounts-contacts-v2.txt:189), and 60 replies in any minute (assembly-interactions.txt:64). */
export const assemblyLimits = (): RateLimit[] => [
  slidingWindow({ calls: 30, windowMs: 1000 }),
  slidingWindow({ calls: 60, windowMs: 60_000, appliesTo: isReply }),
];

const isReply = ({ method, target }: EmulatedRequest): boolean =>
  method === "POST" && target.split("?")[0] === "/interactions/reply";
