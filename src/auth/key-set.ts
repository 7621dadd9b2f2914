import { type CryptoKey, errors, type JWSHeaderParameters, type LocalJWKSet } from "jose";
import { GatewayError } from "../errors.ts";
import type { Clock } from "../rest/clock.ts";

/** How long keys are taken for granted: one that the issuer withdraws ends by then. */
const freshMs = 10 * 60_000;
/** Least time between two fetches, whatever tokens name. */
const cooldownMs = 30_000;
/** The same while there are no keys, and so no token is taken. */
const retryMs = 5_000;

/** A key of an issuer. */
export interface IssuerKey {
  readonly key: CryptoKey;
  /** Until when it is good without another look, by `Clock.nowMs`. */
  readonly freshUntilMs: number;
}

/** The keys of an issuer. */
export interface KeySet {
  /**
   * The key that a token names.
   * @throws JWKSNoMatchingKey for one that is not there, AUTHENTICATION_UNAVAILABLE when that cannot be known since the
   * keys cannot be fetched.
   */
  keyOf(header: JWSHeaderParameters): Promise<IssuerKey>;
  /** Has the next token fetch the keys. */
  expire(): void;
}

/** The parts of a key set. */
export interface KeySetParts {
  /** Fetches the keys; its errors have messages of our own words. */
  readonly fetchKeys: () => Promise<LocalJWKSet>;
  readonly clock: Clock;
  /** Told, as a sentence, that keys cannot be fetched. */
  readonly note: (sentence: string) => void;
}

/**
 * Makes the key set of an issuer, which fetches keys when a token asks for them. Keys that are known go on being good
 * while newer ones cannot be fetched.
 */
export function createKeySet({ clock, fetchKeys, note }: KeySetParts): KeySet {
  let keys: LocalJWKSet | undefined;
  let freshUntilMs = Number.NEGATIVE_INFINITY;
  let mayFetchAtMs = Number.NEGATIVE_INFINITY;
  let isFailing = false;
  let fetching: Promise<void> | undefined;
  /** How often keys were to expire. */
  let expiries = 0;

  const fetchOnce = async () => {
    const expiriesBefore = expiries;
    mayFetchAtMs = clock.nowMs() + cooldownMs;
    try {
      keys = await fetchKeys();
      // Those that were asked for before they were to expire may be the ones of before.
      if (expiries === expiriesBefore) freshUntilMs = clock.nowMs() + freshMs;
      isFailing = false;
    } catch (error) {
      isFailing = true;
      if (!keys) mayFetchAtMs = clock.nowMs() + retryMs;
      const goesOn = keys ? "Keys that are known go on being good." : "No token is taken until they can be.";
      note(
        `The keys of JWT_JWKS_URL cannot be fetched: ${error instanceof Error ? error.message : "unknown"}. ${goesOn}`,
      );
    }
  };
  /** Fetches the keys, or waits for a fetch under way; does nothing soon after the last one. */
  const refresh = async () => {
    if (!fetching && clock.nowMs() < mayFetchAtMs) return;
    fetching ??= fetchOnce().finally(() => {
      fetching = undefined;
    });
    await fetching;
  };
  const known = async (header: JWSHeaderParameters): Promise<IssuerKey | undefined> => {
    // Told with the key: newer keys may come before its token is verified.
    const untilMs = freshUntilMs;
    try {
      const key = await keys?.(header);
      return key && { key, freshUntilMs: untilMs };
    } catch (error) {
      if (error instanceof errors.JWKSNoMatchingKey) return undefined;
      throw error;
    }
  };
  const refreshStale = async () => {
    if (clock.nowMs() < freshUntilMs) return;
    const refreshed = refresh();
    // An issuer that does not answer must not hold up the tokens whose keys are known.
    if (!isFailing || !keys) await refreshed;
  };

  return {
    async keyOf(header) {
      await refreshStale();
      const before = await known(header);
      if (before) return before;
      await refresh();
      const after = await known(header);
      if (after) return after;
      if (!isFailing) throw new errors.JWKSNoMatchingKey();
      throw new GatewayError(
        "AUTHENTICATION_UNAVAILABLE",
        "The keys of the token's issuer cannot be fetched, so that it is not known whether the token is good.",
        { retryAfterMs: Math.max(1_000, mayFetchAtMs - clock.nowMs()) },
      );
    },
    expire() {
      expiries += 1;
      freshUntilMs = Number.NEGATIVE_INFINITY;
      mayFetchAtMs = Number.NEGATIVE_INFINITY;
    },
  };
}
