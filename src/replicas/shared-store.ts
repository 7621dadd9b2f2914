import type { Script } from "./script.ts";

/**
 * A store that all replicas share, which may be away at any time. Nothing waits for it for longer than 50 ms, and a
 * command that cannot be sent at once is not sent later.
 */
export interface SharedStore {
  /** Whether commands can be sent. */
  readonly isConnected: boolean;
  /** The run of the server that is connected: another one may have lost what this one knew. Empty while none is. */
  readonly run: string;
  /**
   * Runs a script.
   * @throws StoreAway when it was not answered in time; it may have been run all the same.
   */
  evaluate(script: Script, keys: readonly string[], args: readonly (string | number)[]): Promise<unknown>;
  /** Reads texts, one for each key. @throws StoreAway */
  getAll(keys: readonly string[]): Promise<(string | null)[]>;
  /** Has messages of a channel told for as long as the store is open; those that come while it is away are lost. */
  subscribe(channel: string, listener: (message: string) => void): void;
  /** Tells of each time that the store can be reached again, the first one included. */
  onConnect(listener: () => void): void;
  /** Leaves the store. Nothing is told afterwards. */
  close(): Promise<void>;
}

/** The shared store did not answer in time. */
export class StoreAway extends Error {
  override readonly name = "StoreAway";
}
