import type { CancellationSignal } from "./cancellation.ts";
import type { Headers, Method } from "./endpoint.ts";

/** The body of a request. */
export type RequestBody = WholeBody | StreamedBody;

/** A body that can be sent as often as may be. */
export interface WholeBody {
  readonly contentType: string;
  readonly content: string;
}

/** A body that is sent while it comes. */
export interface StreamedBody {
  readonly contentType: string;
  /** Begins a sending. */
  chunks(): AsyncIterable<Uint8Array>;
  /** Whether the first file was asked for: what it gave cannot be given again, so the body cannot be sent again. */
  readonly isSpent: boolean;
  /** Whether its end was given out. */
  readonly isWhole: boolean;
}

/** Whether a body may be sent, or sent again. */
export const isSendable = (body: RequestBody | undefined): boolean =>
  body === undefined || !("chunks" in body) || !body.isSpent;

/** One HTTP request, ready to be sent. */
export interface TransportRequest {
  readonly method: Method;
  readonly url: URL;
  readonly headers: Headers;
  /**
   * Text, or bytes as they come: these are asked for chunk by chunk, each once the one before was taken, and what they
   * throw breaks the request off, so that no end of it arrives.
   */
  readonly body?: string | AsyncIterable<Uint8Array>;
  readonly signal: CancellationSignal;
}

/** The head of an answer, and its body as it arrives. */
export interface TransportResponse {
  readonly status: number;
  readonly headers: Headers;
  readonly body: AsyncIterable<Uint8Array>;
}

/**
 * Sends a request and follows nothing; answers that are none yet (1xx) are passed over.
 * @throws NotSent when it ends before a byte of the request was given to a connection, also by the signal; anything else
 * when there is no answer.
 */
export interface Transport {
  (request: TransportRequest): Promise<TransportResponse>;
  /** Opens a connection to the host of a URL for a write that is about to come. @default each write opens its own */
  readonly preconnect?: (url: URL) => void;
}

/** Proves that the upstream cannot have seen a request; `cause` is why. */
export class NotSent extends Error {
  override readonly name = "NotSent";

  constructor(cause: unknown) {
    super("Nothing was sent.", { cause });
  }
}
