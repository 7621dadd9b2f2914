/** What the server has begun and not finished. */
export interface InFlight {
  /** Notes that something begins; the returned function, that it has ended. */
  begin(): () => void;
  /** Resolves once nothing is under way. */
  none(): Promise<void>;
}

/** Makes an empty count. */
export function createInFlight(): InFlight {
  let count = 0;
  const waiting: (() => void)[] = [];
  return {
    begin() {
      count += 1;
      let ended = false;
      return () => {
        if (ended) return;
        ended = true;
        count -= 1;
        if (count === 0) for (const resolve of waiting.splice(0)) resolve();
      };
    },
    none: () => (count === 0 ? Promise.resolve() : new Promise((resolve) => void waiting.push(resolve))),
  };
}
