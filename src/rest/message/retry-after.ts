/** No documented limit counts for longer than a minute; whatever is beyond an hour was not meant. */
const longestMs = 3_600_000;

/**
 * Reads `Retry-After`: seconds or a date (RFC 9110, section 10.2.3).
 * @returns milliseconds from `dateMs`, 0 to an hour; undefined when it states none that can be read.
 */
export function retryAfterMs(header: string | undefined, dateMs: number): number | undefined {
  const text = header?.trim() ?? "";
  // Only what looks like a date: Date.parse reads "-5" as one, too.
  const stated = /^\d+$/.test(text)
    ? Number(text) * 1000
    : /^[A-Z][a-z]{2}/.test(text)
      ? Date.parse(text) - dateMs
      : Number.NaN;
  return Number.isNaN(stated) ? undefined : Math.min(Math.max(stated, 0), longestMs);
}
