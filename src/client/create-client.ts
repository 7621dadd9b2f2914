import { type Answer, readAnswer } from "./answer.ts";
import { type ClientHeaders, mergedHeaders } from "./client-headers.ts";
import { type ClientClock, ownClock } from "./clock.ts";
import { type Deadline, startDeadline } from "./deadline.ts";
import { NoAnswerError } from "./errors.ts";
import type { Freshness } from "./freshness.ts";
import { type PreparedRequest, prepareRequest } from "./request.ts";
import { type Outcome, retryDelayMs } from "./retry.ts";
import { isRead, type TypedDocument } from "./typed-document.ts";

/** Settings of a client. */
export interface ClientSettings {
  /** Address of the gateway, such as `https://gateway.example/graphql`. */
  readonly url: string;
  /** Headers of each request, such as `authorization`; made anew for each where it is a function. @default none */
  readonly headers?: ClientHeaders | (() => ClientHeaders | Promise<ClientHeaders>);
  /** @default 15 000, of which the gateway takes 10 000 at most; 900 000 with files */
  readonly deadlineMs?: number;
  /** How often a read is sent at most. @default 3 */
  readonly attempts?: number;
  /** Whether documents with a hash are sent as their hash, which a gateway with their manifest takes. @default false */
  readonly byHash?: boolean;
  /** @default the platform's */
  readonly fetch?: typeof globalThis.fetch;
  /** @default that of the machine or browser */
  readonly clock?: ClientClock;
  /** From 0 to 1, for the waits between attempts. @default Math.random */
  readonly random?: () => number;
}

/** Options of one operation. */
export interface RunOptions {
  /** @default "kept" */
  readonly freshness?: Freshness;
  /** Made up for a mutation and kept for its repetitions: it is run once, however often it is sent within 24 h. */
  readonly idempotencyKey?: string;
  /** Ends the operation; the promise is rejected with its reason. */
  readonly signal?: AbortSignal;
  /** Replaces that of the client. */
  readonly deadlineMs?: number;
  /** Headers of this request, over those of the client. */
  readonly headers?: ClientHeaders;
}

/** Variables may be left out where all of them may. */
export type RunArguments<TVariables> =
  Record<string, never> extends TVariables
    ? [variables?: TVariables, options?: RunOptions]
    : [variables: TVariables, options?: RunOptions];

/** Sends operations to the gateway. */
export interface TributaryClient {
  /**
   * Runs one operation. A read that was not answered is sent again where that may help, within the deadline; a mutation is
   * sent once.
   * @throws NoAnswerError where no answer of GraphQL came, and the reason of `signal` once it is aborted.
   */
  run<TResult = unknown, TVariables = Readonly<Record<string, unknown>>>(
    document: TypedDocument<TResult, TVariables>,
    ...[variables, options]: RunArguments<TVariables>
  ): Promise<Answer<TResult>>;
}

const defaultDeadlineMs = 15_000;
const deadlineWithFilesMs = 900_000;

/** Makes a client of the gateway. It keeps nothing: what is cached is cached by the gateway. */
export function createTributaryClient(settings: ClientSettings): TributaryClient {
  const { attempts = 3, byHash = false, clock = ownClock, random = Math.random } = settings;
  return {
    async run<TResult, TVariables>(
      document: TypedDocument<TResult, TVariables>,
      ...[variables, options = {}]: RunArguments<TVariables>
    ): Promise<Answer<TResult>> {
      const { freshness = "kept", idempotencyKey } = options;
      const request = prepareRequest({ document, variables, freshness, idempotencyKey, byHash });
      const reads = isRead(document);
      const isRepeatable = reads || idempotencyKey !== undefined;
      const deadlineMs =
        options.deadlineMs ??
        settings.deadlineMs ??
        (request.hasFiles ? deadlineWithFilesMs : defaultDeadlineMs);
      const deadline = startDeadline(clock, deadlineMs, isRepeatable, options.signal);
      try {
        const send = () => sendOnce<TResult>(settings, request, options, deadline, isRepeatable);
        return await sendUntilAnswered(send, reads ? attempts : 1, deadline, random);
      } finally {
        deadline.end();
      }
    },
  };
}

/** Sends a request until an answer stands, or none can come within the deadline. */
async function sendUntilAnswered<TResult>(
  send: () => Promise<Outcome<TResult>>,
  attempts: number,
  deadline: Deadline,
  random: () => number,
): Promise<Answer<TResult>> {
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await send();
    const delayMs = retryDelayMs(outcome, attempt, random);
    if (attempt >= attempts || delayMs === undefined || delayMs >= deadline.leftMs()) {
      if (outcome instanceof NoAnswerError) throw outcome;
      return outcome;
    }
    await deadline.wait(delayMs);
  }
}

/** Sends a request once. @throws the reason of the deadline's signal once it is aborted. */
async function sendOnce<TResult>(
  settings: ClientSettings,
  { headers, body }: PreparedRequest,
  options: RunOptions,
  { signal, within }: Deadline,
  isRepeatable: boolean,
): Promise<Outcome<TResult>> {
  const { fetch = globalThis.fetch, headers: given = {}, url } = settings;
  const own = typeof given === "function" ? await within(Promise.resolve(given())) : given;
  // A header that cannot be sent is a mistake of the caller: it is thrown as it is.
  const sent = mergedHeaders([own, options.headers ?? {}, headers]);
  // The type of a form has a boundary, which `fetch` alone knows.
  if (typeof body !== "string") sent.delete("content-type");
  try {
    signal.throwIfAborted();
    const response = await fetch(url, { method: "POST", headers: sent, body, signal });
    return await readAnswer<TResult>(response, isRepeatable);
  } catch (cause) {
    if (signal.aborted) throw signal.reason;
    if (cause instanceof NoAnswerError) return cause;
    return new NoAnswerError("The gateway cannot be reached.", { retryable: isRepeatable, cause });
  }
}
