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
