/** Work that the server has begun and not finished. */
export interface ActiveRequests {
  /** Notes that something begins; the returned function, that it has ended. */
  begin(): () => void;
  /** Resolves once nothing is under way. */
  none(): Promise<void>;
}

/** Makes an empty count. */
export function createActiveRequests(): ActiveRequests {
  let underWay = 0;
  const waiting: (() => void)[] = [];
  return {
    begin() {
      underWay += 1;
      let isOver = false;
      return () => {
        if (isOver) return;
        isOver = true;
        underWay -= 1;
        if (underWay > 0) return;
        for (const resolve of waiting.splice(0)) resolve();
      };
    },
    none: () => (underWay === 0 ? Promise.resolve() : new Promise((resolve) => void waiting.push(resolve))),
  };
}
