import { type RateLimit, slidingWindow, tokenBucket } from "../rate-limit.ts";

/** 5 a second with bursts of 20, and 300 in any minute (assembled-v0.txt:28). */
export const assembledLimits = (): RateLimit[] => [
  tokenBucket({ capacity: 20, perSecond: 5 }),
  slidingWindow({ calls: 300, windowMs: 60_000 }),
];
