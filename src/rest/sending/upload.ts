import type { Clock } from "../clock.ts";
import type { StreamedBody } from "../exchange.ts";
import type { Operation } from "../operation.ts";
import { type AttemptTimeout, attemptEnded, startTimeout } from "./timeout.ts";
import { startUploadTime } from "./upload-timeout.ts";

/**
 * A sending waits for one of three: the next chunk, the upstream to take it, or the answer. Only at `answer` has the end of the
 * body been given out; before, no upstream can take the part that arrived for the whole.
 */
export type UploadStage = "chunk" | "upstream" | "answer";

/** One sending of a body that comes while it is sent. */
export interface Upload {
  /** Ends it: its operation, the operation's deadline, or its own time. */
  readonly timeout: AttemptTimeout;
  /** The chunks for the transport; they end with the attempt, whatever their source does. */
  readonly chunks: AsyncIterable<Uint8Array>;
  readonly stage: UploadStage;
  /** The error that the source threw, if it did. */
  readonly failure: { readonly error: unknown } | undefined;
}

/** Starts a sending, with its clock. */
export function startUpload(body: StreamedBody, operation: Operation, clock: Clock): Upload {
  const time = startUploadTime(clock);
  const timeout = startTimeout(operation, clock, time);
  const source = body.chunks()[Symbol.asyncIterator]();
  let isWithUpstream = true;
  let failure: Upload["failure"];
  let lastBytes = 0;
  let refuse = (_: unknown) => {};
  timeout.signal.addEventListener(
    "abort",
    () => {
      refuse(attemptEnded);
      // A source that waits for its chunks to be taken must hear that no attempt will take them.
      source.return?.().catch(() => undefined);
    },
    { once: true },
  );

  // A race of each chunk with the end of the attempt would hold on to every chunk until then.
  const next = (): Promise<IteratorResult<Uint8Array>> =>
    new Promise((resolve, reject) => {
      refuse = reject;
      if (timeout.signal.aborted) throw attemptEnded;
      time.took(lastBytes);
      isWithUpstream = false;
      source.next().then(
        (result) => {
          if (timeout.signal.aborted) return;
          isWithUpstream = true;
          if (result.done) time.tookAll();
          else lastBytes = result.value.byteLength;
          resolve(result);
        },
        (error: unknown) => {
          failure = { error };
          reject(error);
        },
      );
    });

  return {
    timeout,
    chunks: { [Symbol.asyncIterator]: () => ({ next }) },
    get stage() {
      if (body.isWhole) return "answer";
      return isWithUpstream ? "upstream" : "chunk";
    },
    get failure() {
      return failure;
    },
  };
}
