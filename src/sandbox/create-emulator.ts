import type { IdPattern } from "../rest/id-pattern.ts";
import type {
  EmulatedRequest,
  Emulator,
  EmulatorSettings,
  Fault,
  JournalEntry,
  Reply,
  Routes,
} from "./emulator.ts";
import { ConnectionFault, createFaults, cut } from "./faults.ts";
import type { RateLimit } from "./rate-limit.ts";
import { Refusal } from "./refusal.ts";
import { createRouter, type Match } from "./router.ts";

/** What is particular to one emulated system. */
export interface EmulatorOptions {
  readonly routes: Routes;
  /** What each name in a path template may hold. */
  readonly pathParameters: Readonly<Record<string, IdPattern>>;
  readonly settings: EmulatorSettings;
  readonly limits: readonly RateLimit[];
  /** A reply refuses the request. */
  readonly authenticate: (request: EmulatedRequest, nowMs: number) => Reply | undefined;
  /** Whom a call is counted against. @default the `authorization` header */
  readonly credentialOf?: (request: EmulatedRequest) => string;
  /** Makes the `request-id` header of each answer. @default no such header */
  readonly requestId?: () => string;
  /** Looks at a request that is let in, before it is routed; a reply refuses it. */
  readonly before?: (request: EmulatedRequest) => Reply | undefined;
  /** How this system words its errors. */
  readonly errorReply: (status: number, message: string) => Reply;
  /** What stands before every path of the rows, such as `/v2`. @default "" */
  readonly basePath?: string;
}

type OpenEntry = { -readonly [Key in keyof JournalEntry]: JournalEntry[Key] };

/**
 * Puts a system together. A request is written into the journal, struck by a fault if one waits for its row,
 * authenticated, counted, routed, parsed and handled, in this order.
 */
export function createEmulator(options: EmulatorOptions): Emulator {
  const { settings, errorReply } = options;
  const journal: OpenEntry[] = [];
  const faults = createFaults();
  const route = createRouter(options.routes, options.pathParameters);
  const answer = answering(options);

  const handle = async (request: EmulatedRequest): Promise<Reply> => {
    const { path, query } = split(request.target);
    const entry: OpenEntry = {
      atMs: settings.nowMs(),
      method: request.method,
      path,
      query,
      status: "silent",
      body: request.body,
    };
    journal.push(entry);
    const relativePath = below(options.basePath ?? "", path);
    const search = new URLSearchParams(query);
    const match = relativePath === undefined ? undefined : route(request.method, relativePath, search);
    const fault = faults.strike(match?.row);
    try {
      if (fault?.delayMs !== undefined) await settings.sleep(fault.delayMs);
      if (fault?.afterEffect !== true) failBy(fault);
      const stoodIn = fault?.afterEffect === true ? undefined : fault?.reply;
      const { reply, row } =
        stoodIn === undefined ? answer(request, match, search) : { reply: stoodIn, row: match?.row };
      if (row !== undefined) entry.row = row;
      failBy(fault);
      const sent = withRequestId(fault?.reply ?? reply, options.requestId);
      const final = fault?.kind === "cut" ? cut(sent) : sent;
      entry.status = final.status;
      return final;
    } catch (error) {
      if (error instanceof ConnectionFault) {
        entry.status = error.kind;
        if (match !== undefined) entry.row = match.row;
      }
      throw error;
    }
  };

  return {
    handle,
    journal,
    clearJournal: () => {
      journal.length = 0;
    },
    inject: faults.inject,
  };

  function failBy(fault: Fault | undefined): void {
    if (fault?.kind === "reset" || fault?.kind === "silent") throw new ConnectionFault(fault.kind);
  }

  function withRequestId(reply: Reply, requestId: (() => string) | undefined): Reply {
    return requestId === undefined
      ? reply
      : { ...reply, headers: { "request-id": requestId(), ...reply.headers } };
  }

  function split(target: string): { path: string; query: string } {
    const mark = target.indexOf("?");
    return mark < 0
      ? { path: target, query: "" }
      : { path: target.slice(0, mark), query: target.slice(mark + 1) };
  }

  function below(basePath: string, path: string): string | undefined {
    return path.startsWith(`${basePath}/`) ? path.slice(basePath.length) : undefined;
  }

  function answering({ authenticate, before, limits }: EmulatorOptions) {
    const credentialOf = options.credentialOf ?? ((request) => request.headers.authorization ?? "");

    return (
      request: EmulatedRequest,
      match: Match | undefined,
      query: URLSearchParams,
    ): { reply: Reply; row?: string } => {
      const nowMs = settings.nowMs();
      const refused =
        authenticate(request, nowMs) ?? refuseByLimits(limits, credentialOf(request), request, nowMs);
      const reply = refused ?? before?.(request);
      if (reply !== undefined) return { reply };
      if (match === undefined) return { reply: errorReply(404, "no such route") };
      return { reply: handled(match, request, query, nowMs), row: match.row };
    };
  }

  function refuseByLimits(
    limits: readonly RateLimit[],
    credential: string,
    request: EmulatedRequest,
    nowMs: number,
  ): Reply | undefined {
    if (settings.enforceLimits === false) return undefined;
    if (!limits.every((limit) => limit.allows(credential, request, nowMs))) {
      return errorReply(429, "rate limit exceeded");
    }
    for (const limit of limits) limit.count(credential, request, nowMs);
    return undefined;
  }

  function handled(match: Match, request: EmulatedRequest, query: URLSearchParams, nowMs: number): Reply {
    const { headers } = request;
    try {
      return match.handler({ params: match.params, query, body: parsed(request.body), headers, nowMs });
    } catch (error) {
      if (error instanceof Refusal) return errorReply(error.status, error.message);
      throw error;
    }
  }

  function parsed(body: string): unknown {
    if (body === "") return undefined;
    try {
      return JSON.parse(body);
    } catch {
      throw new Refusal(400, "the body is not valid JSON");
    }
  }
}
