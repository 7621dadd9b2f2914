/** The part of some limits that is this process's own, while other processes have the rest. Parts go from 0 to 1, and change. */
export interface Share {
  /** The part that calls may be sent within. */
  readonly usable: number;
  /** The part at whose rate calls are forgotten: of what is on its way back, too, which is not usable any more. */
  readonly held: number;
  /** The part that could be had soon, for estimates. */
  readonly reachable: number;
}

/** A pause and the pace after it, as processes tell each other of them. */
export interface Slowdown {
  /** Milliseconds until calls are sent again; negative once they are. */
  readonly resumesInMs: number;
  /** Part of the documented pace at which they begin. */
  readonly pace: number;
}
