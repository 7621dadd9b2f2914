import type { Fault, Reply } from "./emulator.ts";

/** The connection breaks (`reset`), or stays open and says nothing (`silent`), instead of an answer. */
export class ConnectionFault extends Error {
  readonly kind: "reset" | "silent";

  constructor(kind: "reset" | "silent") {
    super(kind === "reset" ? "the connection was reset" : "the connection stays silent");
    this.name = "ConnectionFault";
    this.kind = kind;
  }
}

/** The faults that wait for calls. */
export interface Faults {
  /** Adds a fault; returns a function that ends it. */
  inject(fault: Fault): () => void;
  /** The oldest fault that fits a call of this row, counted as having struck. */
  strike(row: string | undefined): Fault | undefined;
}

/** Makes an empty list of faults. */
export function createFaults(): Faults {
  const waiting = new Set<{ readonly fault: Fault; timesLeft: number }>();
  return {
    inject: (fault) => {
      const entry = { fault, timesLeft: fault.times ?? Number.POSITIVE_INFINITY };
      waiting.add(entry);
      return () => {
        waiting.delete(entry);
      };
    },
    strike: (row) => {
      for (const entry of waiting) {
        if (entry.fault.row !== "*" && entry.fault.row !== row) continue;
        if (entry.timesLeft <= 0) continue;
        entry.timesLeft -= 1;
        return entry.fault;
      }
      return undefined;
    },
  };
}

/** Half of an answer under the length of the whole; an answer without a body breaks off before it. */
export function cut(reply: Reply): Reply {
  const whole = replyText(reply);
  if (whole === "") throw new ConnectionFault("reset");
  return {
    status: reply.status,
    headers: {
      "content-type": "application/json",
      ...reply.headers,
      "content-length": String(Buffer.byteLength(whole)),
    },
    body: whole.slice(0, Math.floor(whole.length / 2)),
  };
}

/** The body of an answer as it is sent. */
export function replyText({ body }: Reply): string {
  if (body === undefined) return "";
  return typeof body === "string" ? body : JSON.stringify(body);
}
