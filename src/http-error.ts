/** The refusal of a request that cannot become an operation, with its status; its message reaches the sender. */
export class HttpError extends Error {
  override readonly name = "HttpError";
  /** Status of HTTP. @default 400 */
  readonly statusCode: number;
  /** Set where the same request may be taken later. */
  readonly retryAfterMs: number | undefined;

  constructor(message: string, statusCode = 400, retryAfterMs?: number) {
    super(message);
    this.statusCode = statusCode;
    this.retryAfterMs = retryAfterMs;
  }
}
