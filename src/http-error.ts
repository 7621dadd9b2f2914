/** A request that cannot become an operation; its message reaches the sender. */
export class BadRequest extends Error {
  override readonly name = "BadRequest";
  /** Of HTTP. */
  readonly statusCode: number;
  /** Set where the same request may be taken later. */
  readonly retryAfterMs: number | undefined;

  constructor(message: string, statusCode = 400, retryAfterMs?: number) {
    super(message);
    this.statusCode = statusCode;
    this.retryAfterMs = retryAfterMs;
  }
}
