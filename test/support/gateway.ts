import type { Client } from "../../src/auth/client.ts";
import { createGateway, type Gateway, type GatewayParts } from "../../src/graphql/gateway.ts";
import { createAudit, createLog } from "../../src/log.ts";
import type { SystemAddresses } from "../../src/resolving/system.ts";
import { Cancellation } from "../../src/rest/cancellation.ts";
import type { Emulator, EmulatorSettings } from "../../src/sandbox/emulator.ts";
import { web1on1Credentials } from "../../src/sandbox/web1on1/credentials.ts";
import { type TestClock, testClock } from "./clock.ts";
import { emulatedTransport } from "./emulated-transport.ts";
import { lookAt, mayShowMeta } from "./planted-search.ts";
import { sentVariables } from "./sample-file.ts";
import { createSandbox, type Sandbox, type SandboxSettings } from "./sandbox.ts";
import { schemaOf } from "./schema.ts";

/** What an operation answered. */
export interface Answer {
  // biome-ignore lint/suspicious/noExplicitAny: the shape is the test's query, which its expectation states.
  readonly data: any;
  readonly errors: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly locations?: readonly { readonly line: number; readonly column: number }[];
    readonly extensions: Readonly<Record<string, unknown>>;
  }[];
}

/** A gateway over its own sandbox, without sockets. */
export interface TestGateway {
  readonly gateway: Gateway;
  /** The client that sends all operations. */
  readonly client: Client;
  readonly sandbox: Sandbox;
  readonly clock: TestClock;
  /** Log lines so far, each one JSON. */
  readonly logLines: readonly string[];
  /** Lines of the audit so far, each one JSON. */
  readonly auditLines: readonly string[];
  /** Runs an operation that must succeed and answers its data. */
  // biome-ignore lint/suspicious/noExplicitAny: the shape is the test's query, which its expectation states.
  query(document: string, variables?: Readonly<Record<string, unknown>>): Promise<any>;
  /** Runs an operation and answers data and errors. */
  execute(
    document: string,
    variables?: Readonly<Record<string, unknown>>,
    signal?: AbortSignal,
  ): Promise<Answer>;
  /** Calls since the last look, in order of arrival: `assembled GET /v0/people`, without queries. */
  calls(): string[];
  /** As `calls`, with decoded queries: `assembled GET /v0/people?limit=500&offset=0`. */
  callsWithQueries(): string[];
}

/** Web1on1 as a gateway reaches it unless a test says otherwise. */
export const web1on1Address = {
  baseUrl: "http://web1on1.test/v2",
  credentials: { token: web1on1Credentials.token },
  callsInferred: false,
};

/** Hosts that stand for the emulators; nothing resolves them. */
const addresses: SystemAddresses = {
  assembly: { baseUrl: "http://assembly.test", apiKey: "sandbox-assembly-key" },
  assembled: {
    baseUrl: "http://assembled.test",
    apiKey: "sk_live_sandbox",
    apiVersion: "2024-05-22",
    statePriority: "zendesk_talk,zendesk_chat,zendesk",
  },
  web1on1: web1on1Address,
};

/** Makes a gateway, a sandbox and a clock for one test. */
export function gateway(
  options: {
    readonly sandbox?: Partial<SandboxSettings>;
    readonly addresses?: SystemAddresses;
    /** Emulators of further systems, by name; each is reached at the host `<name>.test`. */
    readonly emulators?: (settings: EmulatorSettings) => Readonly<Record<string, Emulator>>;
    /** The client that sends all operations. @default one that may do all */
    readonly client?: Client;
    /** What is to be other than usual. */
    readonly parts?: Partial<GatewayParts>;
  } = {},
): TestGateway {
  mayShowMeta({ ...options.addresses });
  const clock = testClock();
  const settings: EmulatorSettings = {
    nowMs: clock.dateMs,
    sleep: (ms) => new Promise((resolve) => void clock.after(ms, () => resolve())),
  };
  const sandbox: Sandbox = {
    ...createSandbox({ ...settings, ...options.sandbox }),
    ...options.emulators?.(settings),
  };
  const journal: { readonly call: string; readonly query: string }[] = [];
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
  const transport = emulatedTransport(sandbox, (call, query) => journal.push({ call, query }));
  const parts = {
    transport,
    clock,
    random: () => 0,
    schema: schemaOf(options.parts?.model),
    audit,
    ...options.parts,
  };
  const made = createGateway({ ...addresses, ...options.addresses }, parts, log);
  const { client = made.anonymous } = options;

  const execute: TestGateway["execute"] = async (
    query,
    variables = {},
    signal = new AbortController().signal,
  ) => {
    const cancellation = new Cancellation();
    if (signal.aborted) cancellation.cancel();
    signal.addEventListener("abort", () => cancellation.cancel(), { once: true });
    const { body } = await made.apollo.executeOperation(
      { query, variables: await sentVariables(query, variables) },
      { contextValue: made.contextFor(made.waiterFor(cancellation), { client }) },
    );
    if (body.kind !== "single") throw new Error("An incremental answer was not expected.");
    const text = JSON.stringify(body.singleResult);
    lookAt("answer", text);
    const { data, errors } = JSON.parse(text);
    return { data, errors: errors ?? [] };
  };

  return {
    gateway: made,
    client,
    sandbox,
    clock,
    logLines,
    auditLines,
    execute,
    async query(document, variables) {
      const { data, errors } = await execute(document, variables);
      if (errors.length > 0) {
        const facts = { document, variables, errors, calls: journal.map(({ call }) => call) };
        throw new Error(`The operation failed: ${JSON.stringify(facts, null, 2)}`);
      }
      return data;
    },
    calls: () => journal.splice(0).map(({ call }) => call),
    callsWithQueries: () =>
      journal.splice(0).map(({ call, query }) => (query ? `${call}?${decodeURIComponent(query)}` : call)),
  };
}
