import type { AuditVerdict } from "./audited.ts";
import type { FailingFigures } from "./failing.ts";
import type { Belief, Mutated, Verdict } from "./history.ts";
import { mutationKinds } from "./mutations.ts";
import { megabytes, slope } from "./slope.ts";

/** Time for a whole operation. */
const deadlineMs = 10_000;
/** Time that it may take beyond, in real time, since work is not sped up with the clock. */
const graceMs = 100;
const mostRequestsPerCall = 1.2;
const mostHeapBytesPerThousand = 256 * 1024;
/** A connection or timer more or less is chance. */
const handleMargin = 2;

/** Everything that was seen. */
export interface Findings {
  readonly seed: string;
  readonly speed: number;
  readonly history: readonly Mutated[];
  readonly verdict: Verdict;
  readonly audit: AuditVerdict;
  /** Requests that the mutations came to. */
  readonly requests: number;
  /** Real time of all mutations. */
  readonly tookMs: number;
  /** Real time of the longest operation. */
  readonly longestMs: number;
  /** The longest that gateway and client were kept waiting for the processor, or had no time for anything else. */
  readonly stallMs: number;
  readonly failing: FailingFigures;
  /** Heap of the gateway after collections, at even distances over the mutations. */
  readonly heapBytes: readonly number[];
  /** Sockets and timers of the gateway. */
  readonly handles: { readonly before: number; readonly after: number };
  /** Whether the gateway lived to the end. */
  readonly isAlive: boolean;
}

/** Puts the findings into words, and names what must not be. */
export function report(findings: Findings): { readonly text: string; readonly violations: string[] } {
  const { audit, failing, handles, history, longestMs, requests, seed, speed, stallMs, tookMs, verdict } =
    findings;
  const { counts, lost, doubled, contradicted } = verdict;
  const perCall = failing.requests / failing.calls;
  const { heapBytes } = findings;
  // In the first quarter, what is kept fills up.
  const settled = heapBytes.slice(heapBytes.length / 4);
  const perThousand = slope(settled) * (heapBytes.length / (history.length / 1000));
  const first = settled[0] ?? 0;
  const last = settled.at(-1) ?? 0;
  const overMs = longestMs - deadlineMs / speed;
  const mostOverMs = graceMs + stallMs;
  const text = `${history.length} mutations under random faults in ${seconds(tookMs)} s, time ${speed} times as fast, seed ${seed}

${table(history)}

${codes(history)}

lost ${lost.length}, doubled ${doubled.length}, refused and yet done ${contradicted.length}
lines of the audit                     ${audit.lines}; mutations missing ${audit.missing.length}, repeated ${audit.repeated.length}, told wrongly ${audit.wrong.length}; lines of what was not sent ${audit.unsent.length}
requests for the mutations             ${requests}
longest operation                      ${seconds(longestMs * speed)} s by the gateway's clock, ${seconds(longestMs)} s in fact
longest stall of the event loops       ${Math.round(stallMs)} ms in fact
${failing.calls} calls without an answer          ${failing.requests} requests, ${perCall.toFixed(2)} for each
such a call when it is not sent        ${failing.refusalMs.toFixed(1)} ms in fact
heap of the gateway, once settled      ${megabytes(first)} to ${megabytes(last)} MB, ${megabytes(perThousand)} MB for each 1000 mutations
sockets and timers of the gateway      ${handles.before} before, ${handles.after} after
`;
  const name = ({ nonce, kind, belief, code }: Mutated) => `${kind.field} ${nonce} ${belief} ${code ?? ""}`;
  const rules: readonly (readonly [boolean, string])[] = [
    [findings.isAlive, "The gateway died."],
    [counts.acked + counts.refused + counts.unknown === history.length, "Mutations are unaccounted for."],
    [lost.length === 0, `Lost: ${lost.map(name).join(", ")}`],
    [doubled.length === 0, `Doubled: ${doubled.map(name).join(", ")}`],
    [contradicted.length === 0, `Refused and yet done: ${contradicted.map(name).join(", ")}`],
    [audit.missing.length === 0, `Not in the audit: ${audit.missing.map(name).join(", ")}`],
    [audit.repeated.length === 0, `Twice in the audit: ${audit.repeated.map(name).join(", ")}`],
    [audit.wrong.length === 0, `Wrong in the audit: ${audit.wrong.map(name).join(", ")}`],
    [
      audit.unsent.length === 0,
      `In the audit, and not sent: ${audit.unsent.map(({ requestId }) => requestId).join(", ")}`,
    ],
    [overMs <= mostOverMs, `An operation took ${Math.round(overMs)} ms more than it may.`],
    [perCall <= mostRequestsPerCall, `A call without an answer costs ${perCall.toFixed(2)} requests.`],
    [perThousand <= mostHeapBytesPerThousand, "The heap grows."],
    [handles.after <= handles.before + handleMargin, "Connections or timers are left over."],
  ];
  return { text, violations: rules.filter(([holds]) => !holds).map(([, violation]) => violation) };
}

const beliefs: readonly Belief[] = ["acked", "refused", "unknown"];

function table(history: readonly Mutated[]): string {
  const line = (title: string, figures: readonly (number | string)[]) =>
    title.padEnd(16) + figures.map((figure) => String(figure).padStart(9)).join("");
  const countOf = (rows: readonly Mutated[]) =>
    beliefs.map((belief) => rows.filter((mutated) => mutated.belief === belief).length);
  return [
    line("", beliefs),
    ...mutationKinds.map((kind) =>
      line(kind.field, countOf(history.filter((mutated) => mutated.kind === kind))),
    ),
    line("all", countOf(history)),
  ].join("\n");
}

/** How often each code was answered, the most frequent first. */
function codes(history: readonly Mutated[]): string {
  const counts = new Map<string, number>();
  for (const { code } of history) if (code) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts]
    .sort(([, one], [, other]) => other - one)
    .map(([code, count]) => `${code.padEnd(29)}${String(count).padStart(6)}`)
    .join("\n");
}

const seconds = (ms: number): string => (ms / 1000).toFixed(1);
