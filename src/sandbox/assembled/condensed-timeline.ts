import type { AgentStateJson } from "../../assembled/agent-state/endpoints.ts";

interface Span {
  readonly start_time: number;
  readonly end_time: number;
}

/**
 * One timeline of the states of one agent: where some overlap, the one whose platform comes first in the order of priority
 * stays and the others are cut. Platforms without a place in it come last, by their names (assembled-v0.txt:691). Of two states of one platform
 * the later one stays, which no document decides.
 */
export function condensed(
  states: readonly AgentStateJson[],
  priorityOrder: readonly string[],
): AgentStateJson[] {
  const rankOf = ({ platform }: AgentStateJson) => {
    const place = priorityOrder.indexOf(platform);
    return place < 0 ? priorityOrder.length : place;
  };
  const byPriority = [...states].sort(
    (one, other) =>
      rankOf(one) - rankOf(other) ||
      compare(one.platform, other.platform) ||
      other.start_time - one.start_time,
  );
  const taken: Span[] = [];
  const pieces: AgentStateJson[] = [];
  for (const state of byPriority) {
    for (const { start_time, end_time } of withoutAll(state, taken)) {
      pieces.push({ ...state, start_time, end_time });
    }
    taken.push(state);
  }
  return pieces;
}

/** The parts of a span that none of the others covers. */
const withoutAll = (span: Span, others: readonly Span[]): Span[] =>
  others.reduce<Span[]>((left, other) => left.flatMap((part) => without(part, other)), [span]);

function without({ start_time, end_time }: Span, other: Span): Span[] {
  if (other.end_time <= start_time || other.start_time >= end_time) return [{ start_time, end_time }];
  return [
    { start_time, end_time: other.start_time },
    { start_time: other.end_time, end_time },
  ].filter((part) => part.end_time > part.start_time);
}

/** By code unit: the same on every machine, whatever its locale. */
const compare = (one: string, other: string): number => (one < other ? -1 : Number(one > other));
