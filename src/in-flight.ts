import type { Socket } from "node:net";

/** Work that the server has begun and not finished. */
export interface InFlight {
  /**
   * Notes that something begins; the returned function, that it has ended.
   * @param connection is in use for as long. @default none
   */
  begin(connection?: Socket): () => void;
  /** Whether something is under way on this connection. */
  isBusy(connection: Socket): boolean;
  /** Resolves once nothing is under way. */
  none(): Promise<void>;
}

/** Makes an empty count. */
export function createInFlight(): InFlight {
  const underWay = new Set<{ readonly connection: Socket | undefined }>();
  const waiting: (() => void)[] = [];
  return {
    begin(connection) {
      const work = { connection };
      underWay.add(work);
      return () => {
        if (!underWay.delete(work) || underWay.size > 0) return;
        for (const resolve of waiting.splice(0)) resolve();
      };
    },
    isBusy: (connection) => [...underWay].some((work) => work.connection === connection),
    none: () =>
      underWay.size === 0 ? Promise.resolve() : new Promise((resolve) => void waiting.push(resolve)),
  };
}
