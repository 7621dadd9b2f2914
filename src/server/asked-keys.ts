import { textBytes } from "../rest/cache/weight.ts";

/** Keys of requests that came lately. */
export interface AskedKeys {
  readonly bytes: number;
  /** Whether a key was asked about before; takes note of it. */
  wasAsked(key: string): boolean;
}

/** Bytes that a key takes beside its text. */
const keyBytes = 40;

/**
 * Makes an empty store. It forgets the older half of what it has at once, which takes no order to be kept.
 * @param mostBytes of all keys.
 */
export function createAskedKeys(mostBytes: number): AskedKeys {
  let lately = new Set<string>();
  let before = new Set<string>();
  let latelyBytes = 0;
  let beforeBytes = 0;
  return {
    get bytes() {
      return latelyBytes + beforeBytes;
    },
    wasAsked(key) {
      if (lately.has(key) || before.has(key)) return true;
      const bytes = textBytes(key) + keyBytes;
      if (bytes > mostBytes / 2) return false;
      if (latelyBytes + bytes > mostBytes / 2) {
        before = lately;
        beforeBytes = latelyBytes;
        lately = new Set();
        latelyBytes = 0;
      }
      lately.add(key);
      latelyBytes += bytes;
      return false;
    },
  };
}
