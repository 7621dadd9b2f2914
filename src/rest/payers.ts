/** A client, as far as the calls go that are made for it. */
export interface Payer {
  /** The same for all that it asks. */
  readonly name: string;
  readonly limits: {
    /** Calls a second to each system, by its name. @default `clientPart` of the documented rate */
    readonly callsPerSecond?: Readonly<Record<string, number>>;
  };
}

/**
 * The clients that wait for a call. It is charged to the first of them whose share of the rate limit has room for it, so
 * that a client never waits for the share of another one that asked for the same before.
 */
export interface Payers {
  /** Those that wait at the moment, each once. */
  readonly all: readonly Payer[];
  /**
   * Tells of each that joins from now on.
   * @returns a function that ends that.
   */
  onJoin(listener: (payer: Payer) => void): () => void;
}

/** The payers of a call that may be joined. */
export interface OpenPayers extends Payers {
  /** Adds others, and those that join them later. */
  include(others: Payers | undefined): void;
}

/** The payers of an operation of one client. */
export const payersOf = (client: Payer): Payers => ({ all: [client], onJoin: () => () => {} });

/** Payers of whom there is none so far. */
export function openPayers(): OpenPayers {
  const all: Payer[] = [];
  const listeners = new Set<(payer: Payer) => void>();
  const add = (payer: Payer): void => {
    if (all.some(({ name }) => name === payer.name)) return;
    all.push(payer);
    for (const listener of [...listeners]) listener(payer);
  };
  return {
    all,
    onJoin(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    include(others) {
      others?.all.forEach(add);
      others?.onJoin(add);
    },
  };
}
