import { GET, POST } from "../../rest/endpoint.ts";

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

/** Log-in: web1on1-v2.txt:12-128. */
export const auth = {
  createToken: POST("/auth/token", "idempotent")
    .body<{ readonly email: string; readonly password: string }>()
    .returns<TokenJson>(),
  /** Also wants the old token in the header. The URL holds a secret and is never logged. */
  refreshToken: GET("/auth/token").query<{ readonly refreshToken: string }>().returns<TokenJson>(),
};
