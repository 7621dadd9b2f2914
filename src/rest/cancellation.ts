import { setMaxListeners } from "node:events";

/**
 * Tells work whose client has left. It makes an `AbortSignal` when one is asked for: most operations make no call that could be
 * ended, and Node keeps each signal, with all that its listeners lead to, until the next full collection.
 */
export class Cancellation {
  private controller: AbortController | undefined;
  private listeners: (() => void)[] | undefined;
  private cancelled = false;

  /** Aborted when the client leaves; the same at each question. */
  get signal(): AbortSignal {
    if (!this.controller) {
      this.controller = new AbortController();
      // A listener for each call under way is no leak, however many there are.
      setMaxListeners(0, this.controller.signal);
      if (this.cancelled) this.controller.abort();
    }
    return this.controller.signal;
  }

  /** Calls a function once when the client leaves, ahead of what listens to the signal; at once if it has left. */
  onCancel(listener: () => void): void {
    if (this.cancelled) listener();
    else {
      this.listeners ??= [];
      this.listeners.push(listener);
    }
  }

  /** Notes that the client has left. Only the first call counts. */
  cancel(): void {
    if (this.cancelled) return;
    this.cancelled = true;
    for (const listener of this.listeners ?? []) listener();
    this.listeners = undefined;
    this.controller?.abort();
  }
}
