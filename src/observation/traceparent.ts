import { isSpanContextValid, type SpanContext } from "@opentelemetry/api";

const pattern = /^(?!ff)([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?$/;
/** Versions to come may append parts. */
const longest = 200;

/**
 * Reads the header `traceparent` (W3C Trace Context, section 3.2).
 * @returns undefined for one that is not well-formed, which is ignored: a new trace begins.
 */
export function readTraceparent(header: string | undefined): SpanContext | undefined {
  if (header === undefined || header.length > longest) return undefined;
  const [, version, traceId = "", spanId = "", flags = "", rest] = pattern.exec(header) ?? [];
  if (version === "00" && rest !== undefined) return undefined;
  const context = { traceId, spanId, traceFlags: Number.parseInt(flags, 16) & 1, isRemote: true };
  return isSpanContextValid(context) ? context : undefined;
}

/** Writes the header. */
export const traceparentOf = ({ traceId, spanId, traceFlags }: SpanContext): string =>
  `00-${traceId}-${spanId}-${traceFlags.toString(16).padStart(2, "0")}`;
