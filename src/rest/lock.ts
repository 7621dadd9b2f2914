import type { Operation } from "./operation.ts";

/** Work on one object at a time, across operations. */
export interface KeyedLock {
  /**
   * Runs work once all earlier work under the same key is done, however that ended.
   * @param key names the object in the message of the error: `user 0123…`.
   * @param options.reads whether the work writes what it has read, so that no other process must write in between. @default true
   * @throws UPSTREAM_TIMEOUT when the operation's deadline passes before its turn; the work is then never begun.
   */
  runExclusive<Value>(
    key: string,
    operation: Operation,
    work: () => Promise<Value>,
    options?: { readonly reads: boolean },
  ): Promise<Value>;
}
