import type { IdPattern } from "../rest/id-pattern.ts";
import type {
  EmulatedRequest,
  Emulator,
  EmulatorSettings,
  HandlerRequest,
  JournalEntry,
  Reply,
  Routes,
} from "./emulator.ts";
import type { AnswerFaultKind, CallFault } from "./fault.ts";
import { ConnectionFault, createFaults } from "./faults.ts";
import { isForm } from "./form.ts";
import type { RateLimit } from "./rate-limit.ts";
import { Refusal } from "./refusal.ts";
import { createRouter, type Match } from "./router.ts";
import { spoil } from "./spoil.ts";

/** The facts of one emulated system. */
export interface EmulatorOptions {
  readonly routes: Routes;
  /** The patterns of path parameters, by name. */
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
  /** Prefix of every path, such as `/v2`. @default "" */
  readonly basePath?: string;
}

/** The reply to a request, and its endpoint if one was found. */
interface Answer {
  readonly reply: Reply;
  readonly row?: string;
}

/** A request with what it belongs to. */
interface Arrival {
  readonly request: EmulatedRequest;
  readonly match: Match | undefined;
  readonly query: URLSearchParams;
  readonly entry: OpenEntry;
}

type OpenEntry = { -readonly [Key in keyof JournalEntry]: JournalEntry[Key] };

/**
 * Puts a system together. A request is written into the journal, struck by a fault if one waits for its row,
 * authenticated, counted, routed, parsed and handled, in this order.
 */
export function createEmulator(options: EmulatorOptions): Emulator {
  const { settings, limits, errorReply, requestId } = options;
  const credentialOf = options.credentialOf ?? (({ headers }) => headers.authorization ?? "");
  const route = createRouter(options.routes, options.pathParameters);
  const journal: OpenEntry[] = [];
  const faults = createFaults(settings.nowMs);

  return {
    async handle(request) {
      if (faults.refusing) throw new ConnectionFault("refused");
      const { method, target, body } = request;
      const { path, query: queryText } = split(target);
      const entry: OpenEntry = {
        atMs: settings.nowMs(),
        method,
        path,
        query: queryText,
        status: "silent",
        body: typeof body === "string" ? body : JSON.stringify(body),
      };
      journal.push(entry);
      const query = new URLSearchParams(queryText);
      const relativePath = below(options.basePath ?? "", path);
      const match = relativePath === undefined ? undefined : route(method, relativePath, query);
      try {
        const { reply, row } = await answerWithFaults({ request, match, query, entry });
        entry.status = reply.status;
        if (row !== undefined) entry.row = row;
        return requestId === undefined
          ? reply
          : { ...reply, headers: { "request-id": requestId(), ...reply.headers } };
      } catch (error) {
        if (error instanceof ConnectionFault && error.kind !== "refused") entry.status = error.kind;
        if (match !== undefined) entry.row = match.row;
        throw error;
      }
    },
    journal,
    clearJournal: () => {
      journal.length = 0;
    },
    inject: faults.inject,
    watchDoor: faults.watchDoor,
  };

  async function answerWithFaults(arrival: Arrival): Promise<Answer> {
    const { match } = arrival;
    const fault = faults.strike(match?.row);
    if (fault === undefined) return answer(arrival);
    const { delayMs, afterEffect = false, kind, reply: standIn } = fault;
    if (delayMs !== undefined) await settings.sleep(delayMs);
    if (!afterEffect) breakConnection(kind);
    const answered = standIn === undefined || afterEffect ? answer(arrival) : atRow(match);
    breakConnection(kind);
    const reply = standIn ?? answered.reply;
    return { ...answered, reply: isOfAnswer(kind) ? spoil[kind](reply, settings.sleep) : reply };
  }

  function answer({ request, match, query, entry }: Arrival): Answer {
    const nowMs = settings.nowMs();
    const refused =
      options.authenticate(request, nowMs) ?? refuseByLimits(request, nowMs) ?? options.before?.(request);
    if (refused !== undefined) return { reply: refused };
    if (match === undefined) return { reply: errorReply(404, "no such route") };
    try {
      const { params } = match;
      const { headers, method } = request;
      const reply = match.handler({ params, query, ...parsed(request), headers, nowMs });
      if (method !== "GET" && reply.status < 300) entry.applied = true;
      return atRow(match, reply);
    } catch (error) {
      if (error instanceof Refusal) return atRow(match, errorReply(error.status, error.message));
      throw error;
    }
  }

  function refuseByLimits(request: EmulatedRequest, nowMs: number): Reply | undefined {
    if (settings.enforceLimits === false) return undefined;
    const credential = credentialOf(request);
    if (!limits.every((limit) => limit.allows(credential, request, nowMs))) {
      return errorReply(429, "rate limit exceeded");
    }
    for (const limit of limits) limit.count(credential, request, nowMs);
    return undefined;
  }
}

function atRow(match: Match | undefined, reply: Reply = { status: 200 }): Answer {
  return match === undefined ? { reply } : { reply, row: match.row };
}

function breakConnection(kind: CallFault["kind"]): void {
  if (kind === "reset" || kind === "silent") throw new ConnectionFault(kind);
}

const isOfAnswer = (kind: CallFault["kind"]): kind is AnswerFaultKind => kind !== undefined && kind in spoil;

function split(target: string): { path: string; query: string } {
  const mark = target.indexOf("?");
  return mark < 0
    ? { path: target, query: "" }
    : { path: target.slice(0, mark), query: target.slice(mark + 1) };
}

/** The path below the base path, or nothing if it is elsewhere. */
function below(basePath: string, path: string): string | undefined {
  return path.startsWith(`${basePath}/`) ? path.slice(basePath.length) : undefined;
}

function parsed({ body, headers }: EmulatedRequest): Pick<HandlerRequest<string>, "body" | "form"> {
  if (typeof body !== "string") return { body: undefined, form: body };
  if (isForm(headers["content-type"])) throw new Refusal(400, "the body is no form that can be read");
  try {
    return { body: body === "" ? undefined : JSON.parse(body), form: undefined };
  } catch {
    throw new Refusal(400, "the body is not valid JSON");
  }
}
