import { type RateLimit, slidingWindow } from "../rate-limit.ts";

/** 20 calls in any second, from the vendor's public pages. */
export const web1on1Limits = (): RateLimit[] => [slidingWindow({ calls: 20, windowMs: 1000 })];
