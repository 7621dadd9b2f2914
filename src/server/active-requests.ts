/** Work that the server has begun and not finished. */
export interface ActiveRequests {
  /** Notes that something begins; the returned function, that it has ended. */
  begin(): () => void;
  /** Resolves once nothing is under way. */
  none(): Promise<void>;
}

/** Makes an empty count. */
export function createActiveRequests(): ActiveRequests {
  const underWay = new Set<object>();
  const waiting: (() => void)[] = [];
  return {
    begin() {
      const work = {};
      underWay.add(work);
      return () => {
        if (!underWay.delete(work) || underWay.size > 0) return;
        for (const resolve of waiting.splice(0)) resolve();
      };
    },
    none: () =>
      underWay.size === 0 ? Promise.resolve() : new Promise((resolve) => void waiting.push(resolve)),
  };
}
