import { errors, type JWSHeaderParameters, jwtVerify } from "jose";
import type { JwtConfig } from "../config/auth-config.ts";
import { GatewayError } from "../errors.ts";
import type { Clock } from "../rest/clock.ts";
import type { Client } from "./client.ts";
import type { KeySet } from "./key-set.ts";
import type { Scope } from "./scopes.ts";
import { clientOfToken } from "./token-client.ts";
import { Unauthenticated } from "./unauthenticated.ts";

/** How far the clocks of issuer and gateway may be apart. */
const toleranceSeconds = 30;

/** The client of a credential, and how long that is known. */
export interface Verified {
  readonly client: Client;
  /** When the credential ends by itself, by `Clock.dateMs`. */
  readonly endsOnMs: number;
  /** When the key of the issuer that signed it has to be looked at again, by `Clock.nowMs`. */
  readonly verifyAtMs: number;
}

/** The parts of a verifier. */
export interface TokenParts {
  readonly clock: Clock;
  readonly keySet: Pick<KeySet, "keyOf">;
  readonly isScope: (text: unknown) => text is Scope;
}

/**
 * Makes the function that verifies tokens (RFC 7519): signature, issuer, audience, `exp`, `nbf`, and that there is a `sub`.
 * @returns a function that throws UNAUTHENTICATED for a token that is not good.
 */
export function tokenVerifier(
  { algorithms, audience, issuer }: JwtConfig,
  { clock, isScope, keySet }: TokenParts,
): (token: string) => Promise<Verified> {
  return async (token) => {
    let verifyAtMs = Number.NEGATIVE_INFINITY;
    const keyOf = async (header: JWSHeaderParameters) => {
      if (header.kid === undefined || header.kid === "")
        throw Unauthenticated.invalid("The token names no key (kid).");
      const { freshUntilMs, key } = await keySet.keyOf(header);
      verifyAtMs = freshUntilMs;
      return key;
    };
    try {
      const { payload } = await jwtVerify(token, keyOf, {
        algorithms: [...algorithms],
        audience,
        issuer,
        requiredClaims: ["exp", "sub"],
        clockTolerance: toleranceSeconds,
        currentDate: new Date(clock.dateMs()),
      });
      const client = clientOfToken(payload, isScope);
      if (!client) throw Unauthenticated.invalid(reasonsByClaim.sub);
      return { client, endsOnMs: (payload.exp ?? 0) * 1_000, verifyAtMs };
    } catch (error) {
      throw error instanceof GatewayError ? error : Unauthenticated.invalid(reasonOf(error));
    }
  };
}

const reasonsByClaim = {
  aud: "The token is for another audience.",
  exp: "The token has ended, or does not say when it ends.",
  iss: "The token is of another issuer.",
  nbf: "The token is not valid yet.",
  sub: "The token names no subject.",
};
const hasReason = (claim: string): claim is keyof typeof reasonsByClaim =>
  Object.hasOwn(reasonsByClaim, claim);

/** Claims are looked at once the signature was good, so that these tell nothing to a client without a token. */
function reasonOf(error: unknown): string {
  if (error instanceof errors.JWTExpired || error instanceof errors.JWTClaimValidationFailed) {
    return hasReason(error.claim) ? reasonsByClaim[error.claim] : "A claim of the token is not good.";
  }
  if (error instanceof errors.JOSEAlgNotAllowed)
    return "The token is signed with an algorithm that is not taken.";
  if (error instanceof errors.JWKSNoMatchingKey)
    return "The token is signed with a key that its issuer has not.";
  if (error instanceof errors.JWSSignatureVerificationFailed)
    return "The signature of the token is not good.";
  return "The token cannot be read.";
}
