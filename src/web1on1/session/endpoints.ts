import { endpoints, GET, POST } from "../endpoints.ts";

/** Answer of log-in and refresh; lives in the session only. */
export interface TokenJson {
  /** Good for 24 hours. */
  readonly token: string;
  /** Good for a month, and only for getting the next token. */
  readonly refreshToken?: string;
  /** ISO 8601. */
  readonly expiresAt?: string;
  /** Id of the user that logged in. */
  readonly user?: string;
}

/** @throws when there is no token, which the engine reports as the upstream's fault. */
function tokenIn(wire: TokenJson): TokenJson {
  if (typeof wire.token !== "string" || wire.token === "") throw new TypeError("There is no token.");
  return wire;
}

/** Log-in, of which nothing is cached: web1on1-v2.txt:12-128. */
export const auth = endpoints(
  { invalidates: [] },
  {
    createToken: POST("/auth/token", "idempotent")
      .body<{ readonly email: string; readonly password: string }>()
      .returns(tokenIn),
    /** Also wants the old token in the header. The URL holds a secret and is never logged. */
    refreshToken: GET("/auth/token").query<{ readonly refreshToken: string }>().returns(tokenIn),
    /** As the vendor's SDK does it, which its public pages show; the client is the e-mail address. */
    refreshTokenPost: POST("/auth/token", "idempotent")
      .body<{ readonly clientId: string; readonly refreshToken: string }>()
      .returns(tokenIn),
  },
);
