import type { CallOnce } from "./call.ts";
import type { Clock } from "./clock.ts";
import type { Api, Headers } from "./endpoint.ts";
import type { Transport } from "./exchange.ts";
import type { HeldLimits } from "./held-limits.ts";
import type { PathParameters } from "./id-pattern.ts";
import type { Limit, RateLimiter } from "./limit.ts";
import type { LogInTurns } from "./log-in-turns.ts";
import type { SystemShare } from "./system-share.ts";
import type { TimeSlices } from "./time-slices.ts";
import type { UpstreamName } from "./upstream-name.ts";

/** Everything that is particular to one system, as data. */
export interface UpstreamDefinition extends UpstreamName {
  /** Without a final slash. */
  readonly baseUrl: string;
  /** Setting that the base URL comes from, for operators: `ASSEMBLED_URL`. */
  readonly urlSetting: string;
  readonly pathParameters: PathParameters;
  /** Every endpoint, by noun and verb. */
  readonly api: Api;
  /** Whether routes that no document shows are called. */
  readonly callsInferred: boolean;
  /** Fields that are sensitive in every answer, as dotted paths, beside those that endpoints call so. @default none */
  readonly sensitive?: readonly string[];
  /** Whether the fields that are called `sensitive` are kept in answers. @default no */
  readonly showsSensitive?: boolean;
  /** Made anew for each credential. */
  readonly limits: readonly Limit[];
  /** Narrower limits that some routes keep beside those of the system, by the names that endpoints give in `limitedBy`. */
  readonly endpointLimits?: Readonly<Record<string, EndpointLimit>>;
  readonly credential: Credential;
  /** Sent with every call. */
  readonly headers?: Headers;
  /** The version of its API that every call asks for, for operators. @default the system has none */
  readonly apiVersion?: string;
}

/** The documented limit of a few routes of a system. */
export interface EndpointLimit {
  /** Made anew for each credential. */
  readonly limits: readonly Limit[];
  /** The limit in words: "60 replies a minute". */
  readonly limitText: string;
}

/** How the gateway shows who it is. */
export interface Credential {
  /** Tells it from other credentials and stays secret: the engine uses a keyed digest of it. */
  readonly identity: string;
  /**
   * @param logIn makes a call that carries only the headers it is given.
   * @param turns to log in. @default no other process logs in
   */
  headers(logIn: LogIn, turns?: LogInTurns): Promise<Headers>;
  /**
   * Told that an answer refused the headers.
   * @returns whether another try with new headers may help.
   */
  renew?(refused: Headers, status: number): boolean;
}

/** Makes the calls that get a credential; they are taken from the same budget. */
export type LogIn = (headers: Headers) => CallOnce;

/** A key that never changes. */
export const fixedCredential = (headers: Headers): Credential => ({
  identity: JSON.stringify(headers),
  headers: async () => headers,
});

/** The parts that the engine takes from outside. */
export interface EngineParts {
  readonly transport: Transport;
  readonly clock: Clock;
  /** Gives numbers from 0 to 1, for waits that must not coincide. */
  readonly random: () => number;
  readonly reads: ReadOptions;
  /** The turns in which operations go on once their reads are answered. @default they all go on at once */
  readonly slices?: TimeSlices;
  /** Systems that are sent the header `traceparent`. @default none */
  readonly tracedSystems?: readonly string[];
  /**
   * Makes the budget of a system, or of a lane of it, whose limits then stand in the definition in place of the system's.
   * @default one of this process alone
   */
  readonly budgetFor?: (definition: UpstreamDefinition, clock: Clock, lane?: string) => RateLimiter;
  /**
   * Cuts the limits of a system, or of a lane of it, into units of which this process holds some.
   * @default it holds all
   */
  readonly holdLimits?: ((definition: UpstreamDefinition, lane?: string) => HeldLimits) | undefined;
  /** Gives what processes share that call a system with one credential. @default they share nothing */
  readonly share?: ((definition: UpstreamDefinition) => SystemShare) | undefined;
  /** Told of every call when it ends; must not throw. */
  readonly observe: (event: CallEvent) => void;
}

/** Whether the answers to reads are cached and shared. */
export interface ReadOptions {
  /** Whether answers are given again while they are fresh. */
  readonly keeps: boolean;
  /** Whether equal reads in flight are one call. */
  readonly shares: boolean;
  /** Most bytes of memory that the kept answers of one system take. */
  readonly mostBytes: number;
}

/** One call to an upstream, as the log may show it. */
export interface CallEvent {
  readonly system: string;
  /** Method and template. */
  readonly endpoint: string;
  /** Absent when nothing was answered. */
  readonly status?: number;
  /** The code it failed with, if it failed while an operation waited for it. */
  readonly code?: string;
  /** Setting that the failure points to: `ASSEMBLED_URL` for a 404 where something is always there. */
  readonly setting?: string;
  /** Why its connection failed, from a list of known codes: `ECONNREFUSED`, `CERT_HAS_EXPIRED`. */
  readonly cause?: string;
  readonly durationMs: number;
}
