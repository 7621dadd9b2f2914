import { type SharedStore, StoreAway } from "./shared-store.ts";

/** Of one command, with 50 ms for each. */
const mostTries = 3;

/**
 * Sends a command that may be sent twice, again where it was not answered in time: after a stall of this process an answer that
 * lies in the socket passes for a late one.
 * @throws StoreAway when no try was answered, or the store is not connected.
 */
export async function askAgain<Answer>(
  store: Pick<SharedStore, "isConnected">,
  command: () => Promise<Answer>,
): Promise<Answer> {
  for (let tries = 1; tries < mostTries && store.isConnected; tries += 1) {
    try {
      return await command();
    } catch (error) {
      if (!(error instanceof StoreAway)) throw error;
    }
  }
  return command();
}
