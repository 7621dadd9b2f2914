/** For how long the answer to a read may stand in for another call; ages are counted from its arrival. */
export interface Freshness {
  /** Up to this age it is answered without a call. */
  readonly freshMs: number;
  /** Up to this age it is answered at once while one call in the background replaces it. */
  readonly staleWhileRevalidateMs: number;
  /** Up to this age it is answered when the upstream fails. */
  readonly staleIfErrorMs: number;
}

const minuteMs = 60_000;

/** Small collections that are set up once: labels, groups, roles, types. */
export const reference: Freshness = {
  freshMs: minuteMs,
  staleWhileRevalidateMs: 10 * minuteMs,
  staleIfErrorMs: 10 * minuteMs,
};

/** People, users, organizations, accounts, contacts. */
export const directory: Freshness = {
  freshMs: minuteMs / 2,
  staleWhileRevalidateMs: 5 * minuteMs,
  staleIfErrorMs: 5 * minuteMs,
};

/** Data that changes from moment to moment: activities, states, usage. */
export const volatile: Freshness = {
  freshMs: 5_000,
  staleWhileRevalidateMs: minuteMs,
  staleIfErrorMs: minuteMs,
};

/** How old the answers may be that an operation accepts. */
export interface CacheControl {
  /** Whether answers that are no longer fresh will do. */
  readonly stale: boolean;
  /** Greatest age, whatever an endpoint allows; `Infinity` for no bound of its own. */
  readonly maxAgeMs: number;
}

/** Operations that say nothing accept all ages that the endpoints allow. */
export const cacheDefault: CacheControl = { stale: true, maxAgeMs: Number.POSITIVE_INFINITY };

/** Only answers that were asked for after the operation began. */
export const noCache: CacheControl = { stale: false, maxAgeMs: 0 };
