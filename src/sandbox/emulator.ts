import type { AnyEndpoint, Endpoint, PathParameter } from "../rest/endpoint.ts";
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

/** One handler for each endpoint of a noun, by verb. A handler refuses by throwing a `Refusal`. */
export type VerbHandlers<Endpoints> = {
  readonly [Verb in keyof Endpoints]: Handler<Endpoints[Verb]>;
};

/** An endpoint with its handler, loosely typed for the router. */
export interface ServedEndpoint {
  readonly endpoint: AnyEndpoint;
  readonly handler: (request: HandlerRequest<string>) => Reply;
}

/** The endpoints of a noun that an emulator answers, by verb. */
export type ServedNoun = Readonly<Record<string, ServedEndpoint>>;

/** Everything that an emulator answers, by noun. */
export type Routes = Readonly<Record<string, ServedNoun>>;

/** Answers the endpoints of a noun; one without a handler does not compile. */
export const serve = <Endpoints extends Readonly<Record<string, AnyEndpoint>>>(
  endpoints: Endpoints,
  handlers: VerbHandlers<Endpoints>,
): ServedNoun =>
  Object.fromEntries(
    Object.entries(endpoints).map(([verb, endpoint]) => [
      verb,
      { endpoint, handler: handlers[verb] as ServedEndpoint["handler"] },
    ]),
  );

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
