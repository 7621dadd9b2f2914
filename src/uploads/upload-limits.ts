/** How much may be uploaded by one request, and how slowly. */
export const uploadLimits = {
  files: 10,
  /** Requests with files at once: each may hold a place in a system's rate limit for as long as it lasts. */
  requestsAtOnce: 8,
  /** Of those, the ones of one client, where clients are told apart. */
  requestsOfClientAtOnce: 4,
  /** The wait that requests above that number are told. */
  retryAfterMs: 5_000,
  /** Of the field `map`, which names each file with its place. */
  mapBytes: 16_384,
  /** Of the request whole; what a file may have is up to the field that takes it. */
  bodyBytes: 384 * 1_048_576,
  /** Longest time without a byte of what is waited for. */
  stallMs: 8_000,
  /** From the end of `map` to the end of the operation, however steadily bytes come. */
  longestMs: 900_000,
} as const;
