import type { Reply } from "./reply.ts";

/**
 * The fate of a call in place of an answer: the connection breaks before any header (`reset`), or stays open and
 * says nothing (`silent`).
 */
export type ConnectionFaultKind = "reset" | "silent";

/**
 * The damage to an answer on its way:
 * - `resetMidBody`: half of the body, under the length of the whole, and then the connection breaks.
 * - `silentAfterHead`: the head, and then nothing.
 * - `drip`: a byte every 200 ms.
 * - `cut`: half of the body as if it were all of it.
 * - `endless`: a body without end.
 * - `bomb`: 200 MB, compressed to 200 kB.
 * - `manyItems`: the answer's list with 100 000 rows.
 * - `novel`: values that no document knows in the fields of enums, unknown fields, and one called `__proto__`.
 */
export type AnswerFaultKind =
  | "resetMidBody"
  | "silentAfterHead"
  | "drip"
  | "cut"
  | "endless"
  | "bomb"
  | "manyItems"
  | "novel";

/** A fault of calls that arrive. */
export interface CallFault {
  /** Noun and verb (`people.list`), or "*" for every call. */
  readonly row: string;
  /** How many calls pass before it strikes. @default 0 */
  readonly skips?: number;
  /** How many calls it strikes. @default Infinity */
  readonly times?: number;
  /** Milliseconds that it lasts by the sandbox's clock, from its injection. @default Infinity */
  readonly lastsMs?: number;
  /** Waited before anything else, by the sandbox's clock. @default 0 */
  readonly delayMs?: number;
  /** Stands in for the answer; of several each call gets the next, in turn. */
  readonly reply?: Reply | readonly Reply[];
  readonly kind?: ConnectionFaultKind | AnswerFaultKind;
  /**
   * Whether the call takes effect before it goes wrong: the case in which a write has happened and its caller cannot
   * know. An answer that goes wrong on its way has taken effect in any case, unless it is a `reply`. @default false
   */
  readonly afterEffect?: boolean;
}

/**
 * A fault that is made on purpose: of the calls that arrive, or that none arrives, since the system's port is
 * closed and its connections are broken off. Calls that never arrive stand in no journal.
 */
export type Fault = CallFault | { readonly kind: "refused" };
