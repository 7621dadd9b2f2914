import { setMaxListeners } from "node:events";
import { GatewayError } from "../errors.ts";
import { attemptTimeoutMs, limitAttempt } from "./attempt-limit.ts";
import { createBudget } from "./budget.ts";
import type { AnyEndpoint, CallArguments, Endpoint, Headers } from "./endpoint.ts";
import { isOutage, toFailure } from "./failure.ts";
import { deadlinePassed, type Operation } from "./operation.ts";
import { createReads } from "./reads.ts";
import { describe, fillUrl, type LooseArguments } from "./request.ts";
import { readResponse } from "./response.ts";
import type { TransportResponse } from "./transport.ts";
import type { EngineParts, LogIn, UpstreamDefinition } from "./upstream.ts";

/**
 * Makes one call: `call(people.get, { id })`. Unknown or missing arguments do not compile.
 * @throws GatewayError, whatever goes wrong.
 */
export type Call = <Path extends string, Query, Body, Wire, Result>(
  endpoint: Endpoint<Path, Query, Body, Wire, Result>,
  ...args: ArgumentsOf<Path, NoInfer<Query>, NoInfer<Body>>
) => Promise<Result>;

/** May be left out where nothing in it is required. Only the row decides on its types: inferred from both, they fit anything. */
type ArgumentsOf<Path extends string, Query, Body> =
  Record<never, never> extends CallArguments<Path, Query, Body>
    ? [args?: CallArguments<Path, Query, Body>]
    : [args: CallArguments<Path, Query, Body>];

/** What is known of a system's health from the calls made to it. */
export type UpstreamState = "untried" | "answering" | "failing";

/** A system, ready to be called on behalf of operations. */
export interface Upstream {
  readonly name: string;
  readonly state: UpstreamState;
  /** Calls made on behalf of one operation. */
  callsFor(operation: Operation): Call;
}

/** A row without its types: what it reads is known only to its caller. */
type LooseEndpoint = AnyEndpoint & { read(wire: unknown, headers: Headers): unknown };

/** Builds the engine of one system: one budget and one table of reads in flight for all operations. */
export function createUpstream(definition: UpstreamDefinition, parts: EngineParts): Upstream {
  const { clock, observe, transport } = parts;
  const { baseUrl, credential, name, pathParameters } = definition;
  const budget = createBudget(definition, definition.limits, clock);
  const reads = createReads(clock);
  let state: UpstreamState = "untried";

  const rows = new Map<LooseEndpoint, number>();
  /** Tells rows of one URL apart: they may differ in what they read from its answer, and in what they leave out. */
  const rowNumber = (endpoint: LooseEndpoint): number => {
    const number = rows.get(endpoint) ?? rows.size;
    rows.set(endpoint, number);
    return number;
  };

  /** One attempt: wait for the budget, send, read. */
  const attempt = async (
    endpoint: LooseEndpoint,
    url: URL,
    body: unknown,
    credentialHeaders: Headers,
    operation: Operation,
  ): Promise<unknown> => {
    const text = body === undefined ? undefined : JSON.stringify(body);
    const permit = await budget.acquire(operation, describe(endpoint));
    const limit = limitAttempt(operation, clock);
    const startedAtMs = clock.nowMs();
    let status: number | undefined;
    let failure: GatewayError | undefined;
    try {
      // The operation may have ended in the moment between its permission and this.
      if (limit.signal.aborted) throw deadlinePassed(name, describe(endpoint));
      const response = await limit.race(
        transport({
          method: endpoint.method,
          url,
          headers: {
            accept: "application/json",
            // A cap on the body that counts compressed bytes is no cap.
            "accept-encoding": "identity",
            ...(text !== undefined && { "content-type": "application/json" }),
            ...definition.headers,
            ...credentialHeaders,
          },
          ...(text !== undefined && { body: text }),
          signal: limit.signal,
        }),
      );
      status = response.status;
      const wire = await limit.race(readResponse(definition, endpoint, response, clock.nowMs()));
      return readWire(definition, endpoint, wire, response);
    } catch (error) {
      failure = toFailure(definition, endpoint, error, { timeUp: limit.timeUp, status });
      throw failure;
    } finally {
      limit.end();
      permit.settle();
      const left = operation.signal.aborted;
      // Who had little time left learns nothing of the system's health.
      if (!left && limit.timeUp !== "operation")
        state = failure && isOutage(failure) ? "failing" : "answering";
      observe({
        system: name,
        operation: describe(endpoint),
        durationMs: clock.nowMs() - startedAtMs,
        ...(status !== undefined && { status }),
        ...(failure && !left && { code: failure.code }),
      });
    }
  };

  /** An attempt with the credential, which is renewed once if it is refused. */
  const authorised = async (endpoint: LooseEndpoint, url: URL, body: unknown, operation: Operation) => {
    const headers = await credential.headers(logIn);
    try {
      return await attempt(endpoint, url, body, headers, operation);
    } catch (error) {
      const status = error instanceof GatewayError ? error.facts.status : undefined;
      if ((status !== 401 && status !== 403) || !credential.renew?.(headers, status)) throw error;
      return attempt(endpoint, url, body, await credential.headers(logIn), operation);
    }
  };

  const call = async (endpoint: LooseEndpoint, args: LooseArguments, operation: Operation) => {
    if (endpoint.inferred && !definition.callsInferred) throw undocumented(definition, endpoint);
    const url = fillUrl(baseUrl, endpoint, args, pathParameters);
    if (endpoint.effect === "read") {
      const late = () => deadlinePassed(name, describe(endpoint));
      return reads.share(`${rowNumber(endpoint)} ${url}`, operation, late, (shared) =>
        authorised(endpoint, url, undefined, shared),
      );
    }
    // A write goes on when its client leaves: it may have taken effect already.
    const staying = { signal: new AbortController().signal, deadlineAtMs: operation.deadlineAtMs };
    try {
      return await authorised(endpoint, url, args.body, staying);
    } finally {
      reads.forget();
    }
  };

  const logIn: LogIn = (headers) => (endpoint, args?) => {
    const url = fillUrl(baseUrl, endpoint, (args ?? {}) as LooseArguments, pathParameters);
    const operation = {
      signal: new AbortController().signal,
      deadlineAtMs: clock.nowMs() + 2 * attemptTimeoutMs,
    };
    return attempt(endpoint as LooseEndpoint, url, args?.body, headers, operation) as never;
  };

  return {
    name,
    get state() {
      return state;
    },
    callsFor: (operation) => {
      // A listener for each call under way is no leak, however many there are.
      setMaxListeners(0, operation.signal);
      return (endpoint, args?) =>
        call(endpoint as LooseEndpoint, (args ?? {}) as LooseArguments, operation) as never;
    },
  };
}

const undocumented = (definition: UpstreamDefinition, endpoint: AnyEndpoint): GatewayError =>
  new GatewayError(
    "UPSTREAM_REJECTED",
    `${describe(endpoint)} of ${definition.title} is documented nowhere and switched off; name the object by another key.`,
    { system: definition.name, operation: describe(endpoint) },
  );

/** Gives the JSON its row's shape; a shape that cannot be read is the upstream's fault, not ours. */
function readWire(
  definition: UpstreamDefinition,
  endpoint: LooseEndpoint,
  wire: unknown,
  { status, headers }: TransportResponse,
): unknown {
  try {
    // Every documented read answers an object or a list; nothing in its place must not pass for absence.
    if (endpoint.effect === "read" && (typeof wire !== "object" || wire === null)) throw new TypeError();
    return endpoint.read(wire, headers);
  } catch {
    const call = describe(endpoint);
    throw new GatewayError(
      "UPSTREAM_INVALID_RESPONSE",
      `${call} of ${definition.title} answered JSON of an unknown shape.`,
      { system: definition.name, operation: call, status },
    );
  }
}
