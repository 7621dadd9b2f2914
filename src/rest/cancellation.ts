/** Tells work that it is no longer wanted. An `AbortSignal` is one, too. */
export interface CancellationSignal {
  /** Whether the work is no longer wanted. */
  readonly aborted: boolean;
  /** Calls a function, which must not throw, once the work is no longer wanted; not if it is so already. */
  addEventListener(type: "abort", listener: () => void, options: { readonly once: true }): void;
  /** Calls a function no more. */
  removeEventListener(type: "abort", listener: () => void): void;
}

/**
 * Ends work that is no longer wanted. A call has three of these: of its operation, of those that share it, and of the attempt.
 * Controllers of Node's would be a fifth of what the call costs, and are kept, with all that their listeners lead to, until
 * the next full collection.
 */
export class Cancellation implements CancellationSignal {
  private listeners: Set<() => void> | undefined;
  private isCancelled = false;

  /** Whether the work is no longer wanted. */
  get aborted(): boolean {
    return this.isCancelled;
  }

  addEventListener(_: "abort", listener: () => void): void {
    if (this.isCancelled) return;
    this.listeners ??= new Set();
    this.listeners.add(listener);
  }

  removeEventListener(_: "abort", listener: () => void): void {
    this.listeners?.delete(listener);
  }

  /** Calls a function once the work is no longer wanted; at once if it is so already. */
  onCancel(listener: () => void): void {
    if (this.isCancelled) listener();
    else this.addEventListener("abort", listener);
  }

  /** Notes that the work is no longer wanted. Only the first call counts. */
  cancel(): void {
    if (this.isCancelled) return;
    this.isCancelled = true;
    // Those that one of them removes are not called any more.
    for (const listener of this.listeners ?? []) listener();
    this.listeners = undefined;
  }
}

/** The signal of work that is wanted to its end. */
export const neverCancelled: CancellationSignal = {
  aborted: false,
  addEventListener() {},
  removeEventListener() {},
};
