import { seededRandom } from "../random.ts";
import type { Window } from "./activity-window.ts";
import type { AssembledState } from "./state.ts";

/** A channel, and one of its queues where each has forecasts of its own. */
export interface DemandLine {
  readonly channel: string;
  readonly queue: string | null;
}

/** Channels that are forecast (assembled-v0.txt:1766). */
export const forecastChannels: readonly string[] = ["phone", "email", "chat"];

const quarterSeconds = 900;

/**
 * Lines of a channel: e-mail is forecast as a whole, phone and chat queue by queue, where no other queue is below. A queue that
 * was made since the start has no history to forecast from.
 */
export function linesOf(channel: string, { queues, forecastQueueIds }: AssembledState): DemandLine[] {
  if (!forecastChannels.includes(channel)) return [];
  if (channel === "email") return [{ channel, queue: null }];
  const all = Array.from(queues.values()).filter(({ id }) => forecastQueueIds.has(id));
  const parents = new Set(all.map(({ parent_id: parent }) => parent));
  return all.flatMap(({ id }) => (parents.has(id) ? [] : [{ channel, queue: id }]));
}

/** Contacts that a line has in a span by its daily pattern: the same for the same span, and busiest in the afternoon. */
export function usualContacts(line: DemandLine, { start_time, end_time }: Window): number {
  let contacts = 0;
  const first = Math.floor(start_time / quarterSeconds);
  for (let quarter = first; quarter * quarterSeconds < end_time; quarter += 1) {
    const from = Math.max(start_time, quarter * quarterSeconds);
    const until = Math.min(end_time, (quarter + 1) * quarterSeconds);
    contacts += (contactsOfQuarter(line, quarter) * (until - from)) / quarterSeconds;
  }
  return contacts;
}

function contactsOfQuarter({ channel, queue }: DemandLine, quarter: number): number {
  const hour = (quarter / 4) % 24;
  const busy = Math.max(0, Math.sin((Math.PI * (hour - 5)) / 17));
  return (0.5 + 5 * busy) * (0.8 + 0.4 * seededRandom(`${channel}/${queue}/${quarter}`).next());
}

/**
 * Makes the forecasts of this moment: the daily pattern, or the volume of a total spread by it where one covers the span
 * (assembled-v0.txt:1805).
 */
export function forecaster({ forecastTotals }: AssembledState): (line: DemandLine, span: Window) => number {
  const totals = forecastTotals.all().map((total) => ({ total, usual: undefined as number | undefined }));
  return (line, span) => {
    const usual = usualContacts(line, span);
    const covering = totals.find(
      ({ total }) =>
        total.channel === line.channel &&
        (total.queue ?? null) === line.queue &&
        (total.value_type ?? "contacts") === "contacts" &&
        total.start_time <= span.start_time &&
        total.end_time >= span.end_time,
    );
    if (!covering) return usual;
    covering.usual ??= usualContacts(line, covering.total);
    return (covering.total.value * usual) / covering.usual;
  };
}

/** A number as it is answered. */
export const rounded = (value: number): number => Math.round(value * 100) / 100;

/** The intervals of a length that share time with a window. */
export function intervalsOf({ start_time, end_time }: Window, seconds: number): Window[] {
  const first = Math.floor(start_time / seconds);
  const count = Math.ceil(end_time / seconds) - first;
  return Array.from({ length: count }, (_, at) => ({
    start_time: (first + at) * seconds,
    end_time: (first + at + 1) * seconds,
  }));
}
