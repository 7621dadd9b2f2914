/** Answers that are sent together. */
export interface Outbox {
  /** Takes what sends one; it must not throw. */
  readonly add: (send: () => void) => void;
}

/**
 * Makes an empty outbox. Answers that are ready in one turn of the event loop go out at its end, in their order: what is sent in
 * one go wakes those who wait for it once, and what runs in between finds its code where it was.
 */
export function createOutbox(): Outbox {
  let waiting: (() => void)[] = [];
  const sendAll = (): void => {
    const sends = waiting;
    waiting = [];
    for (const send of sends) send();
  };
  return {
    add(send) {
      if (waiting.length === 0) setImmediate(sendAll);
      waiting.push(send);
    },
  };
}
