import type { Limit } from "../../src/rest/limit.ts";
import { undivided } from "./undivided.ts";

/** A limit that counts the calls under way and holds nothing back. */
export function counting(): Limit & { readonly inFlight: number } {
  let inFlight = 0;
  return {
    capacity: 1_000,
    perSecond: 1_000,
    get inFlight() {
      return inFlight;
    },
    left: () => 1_000,
    waitMs: () => 0,
    send() {
      inFlight += 1;
    },
    settle() {
      inFlight -= 1;
    },
    part: undivided,
    within: undivided,
  };
}
