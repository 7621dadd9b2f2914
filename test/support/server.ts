import type { GraphiqlTab } from "../../src/client/tabs.ts";
import type { Documents } from "../../src/documents/asked-document.ts";
import { createGateway, type Gateway, type GatewayParts } from "../../src/graphql/gateway.ts";
import { createAudit, createLog } from "../../src/log.ts";
import { type Observer, observers } from "../../src/observation/events.ts";
import type { Tracing } from "../../src/observation/tracing.ts";
import type { Replicas } from "../../src/replicas/replicas.ts";
import type { SystemAddresses } from "../../src/resolving/system.ts";
import type { Clock } from "../../src/rest/clock.ts";
import { createHttpTransport } from "../../src/rest/sending/transport.ts";
import { addressOf } from "../../src/server/address-of.ts";
import type { Authenticate } from "../../src/server/authentication.ts";
import type { IdempotencyStore } from "../../src/server/idempotency-store.ts";
import { createServer, type GatewayServer, type ServerOptions } from "../../src/server/server.ts";
import { settled, testNowMs } from "./clock.ts";
import { lookAt, mayShowMeta } from "./planted-search.ts";
import { type Sandbox, type SandboxSettings, type SystemName, startSandbox } from "./sandbox.ts";
import { schemaOf } from "./schema.ts";

/** What came over the socket. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body as JSON; undefined when it is none. */
  // biome-ignore lint/suspicious/noExplicitAny: the shape is the test's request, which its expectation states.
  readonly json: any;
}

/** A gateway that listens, over emulators that listen, all on free ports of the loopback interface. */
export interface TestServer extends AsyncDisposable {
  readonly gateway: Gateway;
  readonly server: GatewayServer;
  readonly sandbox: Sandbox;
  /** Origin of the gateway. */
  readonly url: string;
  /** Log lines so far, each one JSON. */
  readonly logLines: readonly string[];
  /** Lines of the audit so far, each one JSON. */
  readonly auditLines: readonly string[];
  /** Sends an HTTP request to a path of the gateway. */
  request(path: string, init?: RequestInit): Promise<HttpAnswer>;
  /** Posts an operation as JSON; a string is sent as it is. */
  post(body: unknown, headers?: Readonly<Record<string, string>>): Promise<HttpAnswer>;
  /** Requests so far that came whole and were taken on by the routes; those answered ahead of them are none. */
  readonly routed: number;
  /** Waits until so many requests, of all since the start, were taken on by the routes. */
  taken(count: number): Promise<void>;
  /** Calls that reached the emulators since the last look: `assembled GET /v0/people`, system by system. */
  calls(): string[];
}

/** Where the emulators are. */
export type EmulatedAddresses = Readonly<Record<SystemName, SystemAddresses[string]>>;

/** What a server is started with. */
export interface TestServerOptions {
  readonly allowedOrigins?: readonly string[];
  /** In lower case, without ports. @default those of a server for which none are set */
  readonly allowedHosts?: readonly string[];
  readonly tabs?: readonly GraphiqlTab[];
  /** Whether all clients may ask for the schema and see GraphiQL. @default true */
  readonly introspection?: boolean;
  /** @default true */
  readonly mayExplain?: boolean;
  /** Tells which client sends a request. @default all requests are of the client that may do all */
  readonly authenticate?: Authenticate;
  /** @default operations are not traced */
  readonly tracing?: Tracing;
  /** The documents that may be run. @default all */
  readonly documents?: Documents;
  /** Remembers the answers to mutations with an idempotency key. @default as that of a gateway */
  readonly idempotencyStore?: IdempotencyStore;
  /** @default 0, for no limit */
  readonly clientOperationsPerSecond?: number;
  /** @default without end */
  readonly maxInFlight?: number;
  /** What it shares with other gateways. @default it is alone */
  readonly replicas?: Replicas;
  /** @default 2000 */
  readonly drainDelayMs?: number;
  /** One address or several. @default "127.0.0.1" */
  readonly host?: string | readonly string[];
  readonly sandbox?: Partial<SandboxSettings>;
  /** Replaces where a system is, or what opens it; made from the emulators' own addresses. */
  readonly addresses?: (emulated: EmulatedAddresses) => SystemAddresses | Promise<SystemAddresses>;
  /** @default time that passes as usual, from the moment at which all tests take place */
  readonly clock?: Clock;
  /** What the gateway is to have other than usual. */
  readonly parts?: Partial<GatewayParts>;
  /** Told of requests, operations and calls beside the log. @default none */
  readonly observers?: readonly Observer[];
}

const systemNames: readonly SystemName[] = ["assembly", "assembled", "web1on1"];

/** Starts everything; `await using` closes it again. */
export async function startServer(options: TestServerOptions = {}): Promise<TestServer> {
  const clock = options.clock ?? passingClock();
  const { sandbox, urls, close } = await startSandbox(systemNames, {
    nowMs: clock.dateMs,
    sleep: (ms) => new Promise((resolve) => void clock.after(ms, () => resolve())),
    ...options.sandbox,
  });
  const { assembly, assembled, web1on1 } = sandbox.credentials;
  const emulated: EmulatedAddresses = {
    assembly: { baseUrl: urls.assembly ?? "", apiKey: assembly.apiKey },
    assembled: {
      baseUrl: urls.assembled ?? "",
      apiKey: assembled.apiKey,
      apiVersion: "2024-05-22",
      statePriority: "zendesk_talk,zendesk_chat,zendesk",
    },
    web1on1: { baseUrl: urls.web1on1 ?? "", credentials: { token: web1on1.token } },
  };
  const logLines: string[] = [];
  const log = createLog({
    write(line) {
      lookAt("logLine", line);
      logLines.push(line);
    },
  });
  const auditLines: string[] = [];
  const audit = createAudit({
    write(line) {
      lookAt("auditLine", line);
      auditLines.push(line);
    },
  });
  // The emulators stand behind no proxy, and a wait in real time would pass unseen by a clock that is moved by hand.
  const transport = createHttpTransport({ settlingMs: 0 });
  const addresses = (await options.addresses?.(emulated)) ?? emulated;
  mayShowMeta(addresses);
  const observer = observers([log, ...(options.observers ?? [])]);
  const parts = {
    transport: transport.send,
    clock,
    observer,
    schema: schemaOf(options.parts?.model),
    introspection: options.introspection ?? true,
    audit,
    holdLimits: options.replicas?.holdLimits,
    ...options.parts,
  };
  const gateway = createGateway(addresses, parts, log);
  const server = await createServer({
    gateway,
    log,
    clock,
    allowedOrigins: options.allowedOrigins,
    allowedHosts: options.allowedHosts,
    graphiql: options.introspection ?? true,
    mayExplain: options.mayExplain ?? true,
    drainDelayMs: options.drainDelayMs ?? 2_000,
    tabs: options.tabs ?? [],
    tracing: options.tracing,
    observer,
    ...givenParts(options),
  });
  let takenOn = 0;
  server.app.addHook("preHandler", async () => {
    takenOn += 1;
  });
  await server.listen({ hosts: [options.host ?? "127.0.0.1"].flat(), port: 0 });
  const url = addressOf(server.app.server);

  const request: TestServer["request"] = async (path, init) => {
    const response = await fetch(url + path, { redirect: "manual", ...init });
    const text = await response.text();
    lookAt("answer", `${JSON.stringify([...response.headers])} ${text}`);
    return { status: response.status, headers: response.headers, text, json: parsed(text) };
  };

  return {
    gateway,
    server,
    sandbox,
    url,
    logLines,
    auditLines,
    request,
    post: (body, headers) =>
      request("/graphql", {
        method: "POST",
        headers: { "content-type": "application/json", ...headers },
        body: typeof body === "string" ? body : JSON.stringify(body),
      }),
    get routed() {
      return takenOn;
    },
    async taken(count) {
      while (takenOn < count) await settled();
      await settled();
    },
    calls: () =>
      systemNames.flatMap((system) => {
        const called = sandbox[system].journal.map(({ method, path }) => `${system} ${method} ${path}`);
        sandbox[system].clearJournal();
        return called.map((call) => call.replace(" /v2/", " /"));
      }),
    async [Symbol.asyncDispose]() {
      // Not drained: that waits for clients to turn elsewhere.
      const closed = server.app.close();
      server.app.server.closeAllConnections();
      await Promise.all([closed, gateway.apollo.stop(), transport.close(), close()]);
    },
  };
}

/** The parts of a server that a test gives; those that it does not are as `createServer` has them. */
const givenParts = ({
  authenticate,
  clientOperationsPerSecond,
  documents,
  idempotencyStore,
  maxInFlight,
  replicas,
}: TestServerOptions): Partial<ServerOptions> => ({
  ...(authenticate && { authenticate }),
  ...(clientOperationsPerSecond !== undefined && { clientOperationsPerSecond }),
  ...(documents && { documents }),
  ...(idempotencyStore && { idempotencyStore }),
  ...(maxInFlight !== undefined && { maxInFlight }),
  ...(replicas && { replicas }),
});

/** The tests' moment, from which time passes as usual. */
export function passingClock(): Clock {
  const startedMs = performance.now();
  const nowMs = () => testNowMs + Math.floor(performance.now() - startedMs);
  return {
    nowMs,
    dateMs: nowMs,
    after: (delayMs, run) => {
      const timer = setTimeout(run, delayMs);
      return () => clearTimeout(timer);
    },
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
