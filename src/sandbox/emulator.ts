import type { Api, Endpoint, PathParameter } from "../rest/endpoint.ts";
import type { Fault } from "./fault.ts";
import type { DoorWatcher } from "./faults.ts";
import type { ReceivedForm } from "./form.ts";
import type { Reply } from "./reply.ts";

export type { Reply };

/** A request as an emulator sees it, however it came in. */
export interface EmulatedRequest {
  readonly method: string;
  /** Path and query, still encoded. */
  readonly target: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Text, or a form that has been read. */
  readonly body: string | ReceivedForm;
}

/** A request as the handler of one endpoint gets it. */
export interface HandlerRequest<Path extends string> {
  /** Decoded path arguments by name, those behind `?` in the template included. */
  readonly params: { readonly [Name in PathParameter<Path>]: string };
  readonly query: URLSearchParams;
  /** Parsed JSON, `undefined` without a body and for a form. */
  readonly body: unknown;
  readonly form: ReceivedForm | undefined;
  readonly headers: Readonly<Record<string, string>>;
  readonly nowMs: number;
}

type Handler<Row> =
  Row extends Endpoint<infer Path, infer _Query, infer _Body, infer _Wire, infer _Result>
    ? (request: HandlerRequest<Path>) => Reply
    : never;

/** One handler a row: a row without a handler does not compile. A handler refuses by throwing a `Refusal`. */
export type Handlers<Rows> = {
  readonly [Noun in keyof Rows]: { readonly [Verb in keyof Rows[Noun]]: Handler<Rows[Noun][Verb]> };
};

/** One line of the journal. */
export interface JournalEntry {
  readonly atMs: number;
  readonly method: string;
  /** Path without query, as it came: still encoded. */
  readonly path: string;
  /** Query string without the question mark. */
  readonly query: string;
  /** Noun and verb of the row that answered, `people.list`; absent for unknown routes and refusals before routing. */
  readonly row?: string;
  /** `silent` also while the answer is still being made. */
  readonly status: number | "reset" | "silent";
  /** As it came; a form as JSON, with what is known of its files. */
  readonly body: string;
  /** Set on a write that its handler accepted, so that it took effect, whatever its caller was told. */
  readonly applied?: true;
}

/** One emulated system. It knows no sockets: `handle` is called by an HTTP server or by a test's transport. */
export interface Emulator {
  /** Answers a request; rejects with a `ConnectionFault` where there is no answer. */
  handle(request: EmulatedRequest): Promise<Reply>;
  /** Every request in order of arrival; what is refused a connection does not arrive. */
  readonly journal: readonly JournalEntry[];
  clearJournal(): void;
  /**
   * Adds a fault. Of several that fit a call the oldest strikes.
   * @returns a function that ends it, and resolves once connections are taken again.
   */
  inject(fault: Fault): () => Promise<void>;
  /** Set by the server that listens: closes and opens the port; returns a function that ends it. */
  watchDoor(watcher: DoorWatcher): () => void;
}

/** The parts that every emulator is made from. */
export interface EmulatorSettings {
  /** Milliseconds since 1970. */
  readonly nowMs: () => number;
  /** Waits, for faults that take time. */
  readonly sleep: (ms: number) => Promise<void>;
  /** Whether the documented rate limits answer 429. @default true */
  readonly enforceLimits?: boolean;
}

/** Rows and their handlers, loosely typed for the router. */
export interface Routes {
  readonly api: Api;
  readonly handlers: Readonly<
    Record<string, Readonly<Record<string, (request: HandlerRequest<string>) => Reply>>>
  >;
}
