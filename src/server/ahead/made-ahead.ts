import type { IncomingMessage } from "node:http";
import type { Answered } from "../answered.ts";

/** An operation that was run, or found in the cache, before its request was routed, and whose answer or failure the routes have to send. */
export interface MadeAhead {
  readonly answered: Promise<Answered>;
  /** The id that its run knows the request by. */
  readonly requestId: string;
  /** The body of its request, which cannot be read again. */
  readonly bytes: Buffer;
  /** Moment of the clock at which it began, in milliseconds. */
  readonly startedAtMs: number;
  /** Moment of the wall clock at which it began, in milliseconds since 1970. */
  readonly startedOnMs: number;
}

const made = new WeakMap<IncomingMessage, MadeAhead>();

/** Leaves it to the routes to send what was answered, or to tell why it was not. */
export const noteMadeAhead = (request: IncomingMessage, answer: MadeAhead): void =>
  void made.set(request, answer);

/** The operation that was answered before this request was routed; undefined for nearly every request. */
export const madeAheadOf = (request: IncomingMessage): MadeAhead | undefined => made.get(request);
