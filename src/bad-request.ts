/** A request that cannot become an operation; its message reaches the sender. */
export class BadRequest extends Error {
  override readonly name = "BadRequest";
  /** Of HTTP. */
  readonly statusCode: number;

  constructor(message: string, statusCode = 400) {
    super(message);
    this.statusCode = statusCode;
  }
}
