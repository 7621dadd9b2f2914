import type { SystemAddress } from "../config/configurable-system.ts";
import { type System, upstreamOf } from "../resolving/system.ts";
import { neverCancelled } from "../rest/cancellation.ts";
import type { Clock } from "../rest/clock.ts";
import { createUpstream } from "../rest/engine/client.ts";
import type { Transport } from "../rest/exchange.ts";
import type { Operation } from "../rest/operation.ts";

/** A system as one read has shown it. */
export interface Probed {
  readonly baseUrl: string;
  /** Setting that the base URL comes from. */
  readonly urlSetting: string;
  /** Method and template of the read; the log-in where that fails. */
  readonly endpoint: string;
  /** Until it was answered or had failed. */
  readonly durationMs: number;
  /** Why it failed; undefined where the credentials are accepted. */
  readonly failure: unknown;
  /** Code of the connection's fault, if it had one: `ECONNREFUSED`. */
  readonly cause: string | undefined;
  /** Its documented rate limits, in words. */
  readonly limits: readonly string[];
  /** Least time by which its clock is ahead of this machine's, negative where it is behind; undefined where it tells no time. */
  readonly clockSkewMs: number | undefined;
}

/** Time for the read, with all attempts and a log-in. */
const deadlineMs = 10_000;

/** Makes one read of a system, as the gateway makes its calls. */
export async function probe(
  system: System,
  address: SystemAddress,
  { clock, transport }: { readonly clock: Clock; readonly transport: Transport },
): Promise<Probed> {
  const definition = upstreamOf(system, address, clock);
  let clockSkewMs: number | undefined;
  const upstream = createUpstream(definition, {
    clock,
    random: Math.random,
    reads: { keeps: false, shares: false, mostBytes: 1_048_576 },
    observe: () => {},
    async transport(request) {
      const sentAtMs = clock.dateMs();
      const response = await transport(request);
      clockSkewMs = skewMs(response.headers.date, sentAtMs, clock.dateMs());
      return response;
    },
  });
  const begunAtMs = clock.nowMs();
  let endpoint = "its log-in";
  const operation: Operation = {
    signal: neverCancelled,
    deadlineAtMs: begunAtMs + deadlineMs,
    record: (note) => {
      endpoint = note.endpoint;
    },
  };
  const failure = await system.probe(upstream.callsFor(operation)).then(
    () => undefined,
    (error: unknown) => error ?? new Error("It failed."),
  );
  const lanes = Object.values(definition.endpointLimits ?? {});
  return {
    baseUrl: definition.baseUrl,
    urlSetting: definition.urlSetting,
    endpoint,
    durationMs: clock.nowMs() - begunAtMs,
    failure,
    cause: upstream.cause,
    limits: [definition, ...lanes].map(({ limitText }) => limitText),
    clockSkewMs,
  };
}

/** The header has whole seconds, and was written at some time between request and answer: only what lies beyond is skew. */
function skewMs(date: string | undefined, sentAtMs: number, answeredAtMs: number): number | undefined {
  const toldMs = Date.parse(date ?? "");
  if (Number.isNaN(toldMs)) return undefined;
  const ahead = toldMs - answeredAtMs;
  const behind = toldMs + 1_000 - sentAtMs;
  return ahead > 0 ? ahead : Math.min(behind, 0);
}
