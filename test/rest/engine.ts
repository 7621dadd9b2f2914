import { setMaxListeners } from "node:events";
import type { Call } from "../../src/rest/call.ts";
import type { CallRecord } from "../../src/rest/call-record.ts";
import { createUpstream } from "../../src/rest/engine/client.ts";
import type { TransportRequest, TransportResponse } from "../../src/rest/exchange.ts";
import type { IdPattern } from "../../src/rest/id-pattern.ts";
import type { Limit } from "../../src/rest/limit.ts";
import type { Operation } from "../../src/rest/operation.ts";
import {
  type CallEvent,
  type Credential,
  fixedCredential,
  type ReadOptions,
  type UpstreamDefinition,
} from "../../src/rest/upstream.ts";
import type { Upstream } from "../../src/rest/upstream-client.ts";
import { type TestClock, testClock } from "../support/clock.ts";
import { books, loans } from "./books.ts";
import { DELETE, GET, PATCH, POST } from "./routes.ts";
import { volumes } from "./volumes.ts";

/** A thing of the made-up system that these tests call. */
export interface ThingJson {
  readonly id: string;
  readonly name?: string;
}

interface ThingPageJson {
  readonly things: readonly ThingJson[];
}

const name: IdPattern = {
  description: "a name",
  pattern: /^[^\p{Cc}]{1,40}$/u,
  longest: 80,
  reserved: ["new"],
};

/** What each name in a path of the made-up system may hold. */
export const pathParameters = { id: name, key: name };

const baseUrl = "http://things.test/v1";

/** Rows of the made-up system whose answers are never kept. */
export const things = {
  list: GET("/things")
    .query<{ readonly tag?: readonly string[]; readonly limit?: number }>()
    .without("things.token")
    .returns((wire: ThingPageJson) => wire.things.map((thing) => thing)),
  get: GET("/things/{id}").without("token", "owner.password", "parts.secret").returns<ThingJson>(),
  /** The same URL with nothing left out. */
  getWhole: GET("/things/{id}").returns<ThingJson & { readonly token?: string }>(),
  /** The same URL, read for another purpose. */
  getName: GET("/things/{id}")
    .without("token", "owner.password", "parts.secret")
    .returns((wire: ThingJson) => wire.name),
  getByKey: GET("/things?key={key}").returns<ThingJson>(),
  create: POST("/things").body<{ readonly name: string }>().returns<ThingJson>(),
  createOnce: POST("/things/once", "conditional").body<{ readonly name: string }>().returns<ThingJson>(),
  update: PATCH("/things/{id}").body<{ readonly name?: string }>().returns<ThingJson>(),
  delete: DELETE("/things/{id}").returns<undefined>(),
};

/** A request on its way, to be answered by the test. */
export interface Exchange {
  readonly request: TransportRequest;
  /** Whether the engine has given it up. */
  readonly aborted: boolean;
  /** Whether it had done so before it sent it. */
  readonly sentInVain: boolean;
  /** Answers with JSON, or with text or bytes as they are. */
  answer(body: unknown, status?: number, headers?: Readonly<Record<string, string>>): void;
  /** Answers with a body that comes as the iterable gives it. */
  stream(body: AsyncIterable<Uint8Array>, status?: number): void;
  fail(error: Error): void;
}

/** An operation whose client can leave. */
export interface TestOperation {
  readonly call: Call;
  readonly signal: AbortSignal;
  /** How its calls were answered so far. */
  readonly notes: readonly CallRecord[];
  leave(): void;
}

/** What an operation may ask for. */
export type Wishes = Pick<Operation, "accepts" | "payers" | "priority">;

/** The engine of the made-up system over a transport that the test answers. */
export interface TestEngine {
  readonly upstream: Upstream;
  readonly clock: TestClock;
  /** Requests sent so far, in order. */
  readonly sent: readonly Exchange[];
  readonly events: readonly CallEvent[];
  /** Requests since the last look: `GET /things/1`. */
  calls(): string[];
  /** @param deadlineMs from now. @default 10_000 */
  operation(deadlineMs?: number, wishes?: Wishes): TestOperation;
  /** Answers each request at once, for tests that are about something else, or none any more. */
  answerAll(reply: ((request: TransportRequest) => unknown) | undefined): void;
}

/** Makes the engine with a clock of its own. */
export function engine(
  options: {
    readonly limits?: readonly Limit[];
    readonly credential?: Credential;
    /** Gives numbers from 0 to 1. @default 0: no retry waits unless it is asked to */
    readonly random?: () => number;
    readonly reads?: Partial<ReadOptions>;
    /** Of another system than the made-up one; its address and limits are left out. */
    readonly definition?: UpstreamDefinition;
    /** Whether sensitive fields are shown. @default no */
    readonly showsSensitive?: boolean;
  } = {},
): TestEngine {
  const clock = testClock();
  const sent: Exchange[] = [];
  const events: CallEvent[] = [];
  let seen = 0;
  let auto: ((request: TransportRequest) => unknown) | undefined;
  const transport = (request: TransportRequest) =>
    new Promise<TransportResponse>((resolve, reject) => {
      const { signal } = request;
      const stream: Exchange["stream"] = (body, status = 200) => resolve({ status, headers: {}, body });
      const exchange: Exchange = {
        request,
        sentInVain: signal.aborted,
        get aborted() {
          return signal.aborted;
        },
        answer: (body, status = 200, headers = {}) => resolve({ status, headers, body: oneChunk(body) }),
        stream,
        fail: reject,
      };
      sent.push(exchange);
      signal.addEventListener("abort", () => reject(new Error("aborted")), { once: true });
      if (auto) exchange.answer(auto(request));
    });
  const definition: UpstreamDefinition = {
    name: "things",
    title: "Things",
    limitText: "as many as you like",
    baseUrl,
    urlSetting: "THINGS_URL",
    pathParameters,
    api: { things, books, loans, volumes },
    limits: options.limits ?? [],
    credential: options.credential ?? fixedCredential({ authorization: "key" }),
    headers: { "x-version": "7" },
    callsInferred: false,
    showsSensitive: options.showsSensitive ?? false,
    ...(options.definition && { ...options.definition, baseUrl, limits: options.limits ?? [] }),
  };
  const upstream = createUpstream(definition, {
    transport,
    clock,
    random: options.random ?? (() => 0),
    reads: { keeps: true, shares: true, mostBytes: 1_000_000, ...options.reads },
    observe: (event) => events.push(event),
  });
  return {
    upstream,
    clock,
    sent,
    events,
    calls() {
      const fresh = sent.slice(seen);
      seen = sent.length;
      return fresh.map(({ request: { method, url } }) => {
        return `${method} ${url.pathname.replace(/^\/v1/, "")}${url.search}`;
      });
    },
    operation(deadlineMs = 10_000, wishes = {}) {
      const leaving = new AbortController();
      const { signal } = leaving;
      // Each call under way listens, however many there are.
      setMaxListeners(0, signal);
      const notes: CallRecord[] = [];
      const call = upstream.callsFor({
        ...wishes,
        signal,
        deadlineAtMs: clock.nowMs() + deadlineMs,
        record: (note) => void notes.push(note),
      });
      return { call, signal, notes, leave: () => leaving.abort() };
    },
    answerAll(reply) {
      auto = reply;
    },
  };
}

/** What a promise came to: its value, or the code and facts of its error, or neither while it waits. */
export interface Outcome {
  value?: unknown;
  error?: unknown;
}

/** Watches a promise without waiting for it. */
export function outcomeOf(promise: Promise<unknown>): Outcome {
  const outcome: Outcome = {};
  promise.then(
    (value) => {
      outcome.value = value;
    },
    (error: unknown) => {
      outcome.error = error;
    },
  );
  return outcome;
}

/** The `n`th request sent, which must have been sent. */
export function at(sent: readonly Exchange[], n: number): Exchange {
  const exchange = sent[n];
  if (!exchange) throw new Error(`Only ${sent.length} requests were sent.`);
  return exchange;
}

async function* oneChunk(body: unknown): AsyncGenerator<Uint8Array> {
  if (body instanceof Uint8Array) return yield body;
  const text = typeof body === "string" ? body : body === undefined ? "" : JSON.stringify(body);
  if (text !== "") yield Buffer.from(text);
}
