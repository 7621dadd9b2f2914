import type { CallFault, ConnectionFaultKind, Fault } from "./fault.ts";
import type { Reply } from "./reply.ts";

const connectionFaults = {
  refused: { message: "the connection was refused", code: "ECONNREFUSED" },
  reset: { message: "the connection was reset", code: "ECONNRESET" },
  silent: { message: "the connection stays silent", code: undefined },
} as const satisfies Record<ConnectionFaultKind | "refused", object>;

/** There is no connection (`refused`), it breaks (`reset`), or it stays open and says nothing (`silent`). */
export class ConnectionFault extends Error {
  readonly kind: ConnectionFaultKind | "refused";
  /** As the operating system words it, where it does. */
  readonly code: string | undefined;

  constructor(kind: ConnectionFaultKind | "refused") {
    super(connectionFaults[kind].message);
    this.name = "ConnectionFault";
    this.kind = kind;
    this.code = connectionFaults[kind].code;
  }
}

/** Told when a system begins to refuse connections (`false`), and when it is to take them again (`true`). */
export type DoorWatcher = (isOpen: boolean) => void | Promise<void>;

/** A fault that strikes a call. */
export interface Strike extends Omit<CallFault, "reply"> {
  /** The one whose turn it is. */
  readonly reply?: Reply;
}

/** The faults that wait for calls. */
export interface Faults {
  /** Adds a fault; the function that is given back ends it, and resolves once connections are taken again. */
  inject(fault: Fault): () => Promise<void>;
  /** The oldest fault that fits a call of this row, counted as having struck. */
  strike(row: string | undefined): Strike | undefined;
  /** Whether connections are refused. */
  readonly refusing: boolean;
  /** Adds a watcher; returns a function that takes it away. */
  watchDoor(watcher: DoorWatcher): () => void;
}

interface Waiting {
  readonly fault: CallFault;
  readonly endsAtMs: number;
  skipsLeft: number;
  struck: number;
}

/** Makes an empty list of faults. */
export function createFaults(nowMs: () => number): Faults {
  const waiting = new Set<Waiting>();
  const refusals = new Set<Fault>();
  const watchers = new Set<DoorWatcher>();
  const moveDoor = async (isOpen: boolean): Promise<void> => {
    await Promise.all([...watchers].map((watcher) => watcher(isOpen)));
  };

  const refuse = (fault: Fault): (() => Promise<void>) => {
    refusals.add(fault);
    const closing = refusals.size === 1 ? moveDoor(false) : undefined;
    return async () => {
      await closing;
      if (refusals.delete(fault) && refusals.size === 0) await moveDoor(true);
    };
  };

  return {
    inject(fault) {
      if (!("row" in fault)) return refuse({ ...fault });
      const { lastsMs = Number.POSITIVE_INFINITY, skips = 0 } = fault;
      const entry = { fault, endsAtMs: nowMs() + lastsMs, skipsLeft: skips, struck: 0 };
      waiting.add(entry);
      return async () => {
        waiting.delete(entry);
      };
    },
    strike(row) {
      for (const entry of waiting) {
        const { row: wanted, times = Number.POSITIVE_INFINITY, reply, ...fault } = entry.fault;
        if (nowMs() >= entry.endsAtMs || entry.struck >= times) {
          waiting.delete(entry);
          continue;
        }
        if (wanted !== "*" && wanted !== row) continue;
        if (entry.skipsLeft > 0) {
          entry.skipsLeft -= 1;
          continue;
        }
        const standIn = isList(reply) ? reply[entry.struck % reply.length] : reply;
        entry.struck += 1;
        return { row: wanted, ...fault, ...(standIn && { reply: standIn }) };
      }
      return undefined;
    },
    get refusing() {
      return refusals.size > 0;
    },
    watchDoor(watcher) {
      watchers.add(watcher);
      return () => void watchers.delete(watcher);
    },
  };
}

const isList = (reply: CallFault["reply"]): reply is readonly Reply[] => Array.isArray(reply);

/** The body of an answer as it is sent. */
export function replyText({ body }: Reply): string {
  if (body === undefined) return "";
  return typeof body === "string" ? body : JSON.stringify(body);
}
