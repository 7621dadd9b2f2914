import { GatewayError } from "../errors.ts";

/** A request whose client is not known, or not for certain. Its message never quotes a credential. */
export class Unauthenticated extends GatewayError {
  /** The header `WWW-Authenticate` of its answer (RFC 6750, section 3). */
  readonly challenge: string;

  private constructor(message: string, challenge: string) {
    super("UNAUTHENTICATED", message);
    this.challenge = challenge;
  }

  /** No key and no token came: the challenge says nothing but what is wanted. */
  static missing(message: string): Unauthenticated {
    return new Unauthenticated(message, "Bearer");
  }

  /** A key or token came that is not taken. */
  static invalid(message: string): Unauthenticated {
    return new Unauthenticated(message, 'Bearer error="invalid_token"');
  }
}
