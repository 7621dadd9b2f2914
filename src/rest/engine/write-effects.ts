import { isDeepStrictEqual } from "node:util";
import type { CacheEntry } from "../cache/entry.ts";
import { isAlike, rowId, rowsIn, withRow } from "../cache/held-rows.ts";
import type { Invalidation } from "../cache/invalidation.ts";
import type { CacheStore } from "../cache/store.ts";
import type { AnyEndpoint } from "../endpoint.ts";
import { deepFreeze } from "../message/deep-freeze.ts";
import type { DoneWrite, KeptRead, PlaceField, RowChange } from "../row-facts.ts";
import { isObject } from "../row-values.ts";

type Row = Readonly<Record<string, unknown>>;

/** How a write ended. */
export interface WriteEnd {
  /** Its answer; undefined where it failed, or may have been done more than once. */
  readonly answer: { readonly value: unknown } | undefined;
  /** Whether it may still take effect. */
  readonly isUnsettled: boolean;
}

/** Follows the writes of one system, and lets what they did not change be given again. */
export interface WriteEffects {
  /**
   * Notes that a write begins.
   * @returns is told how it ended.
   */
  begin(endpoint: AnyEndpoint, args: Readonly<Record<string, unknown>>): (end: WriteEnd) => void;
}

/** The fate of a kept answer: it is given again as it is or with another value, or not at all. */
type Verdict = "stays" | "falls" | { readonly value: unknown };

/** A write that has ended well, and says what it changes. */
interface EndedWrite {
  readonly endpoint: AnyEndpoint;
  readonly changes: Readonly<Record<string, RowChange>>;
  readonly write: DoneWrite;
  /** Answers that had arrived when it began. */
  readonly arrivals: number;
  /** Whether no other write of its nouns ended meanwhile. */
  readonly isAlone: boolean;
}

/** A change of the rows of one noun, as far as it is known. */
interface KnownChange {
  readonly change: RowChange;
  readonly write: DoneWrite;
  /** The id of its row. */
  readonly id: string | undefined;
  readonly changed: ReadonlySet<string>;
  /** The row in the answers that had arrived when the write began, the newest first. */
  readonly before: readonly { readonly arrival: number; readonly row: Row }[];
  /** The row as the write answered it. */
  readonly after: Row | undefined;
}

/** Makes the effects of the writes of one system. @param nounOf of an endpoint of the system. */
export function createWriteEffects(
  invalidation: Invalidation,
  store: CacheStore,
  nounOf: (endpoint: AnyEndpoint) => string | undefined,
): WriteEffects {
  /** The fate of the kept answers of nouns that a write changed. */
  const verdictsOn = (
    entries: readonly CacheEntry[],
    ended: EndedWrite,
  ): (readonly [CacheEntry, Verdict])[] => {
    const { arrivals, changes, endpoint, isAlone, write } = ended;
    const own = nounOf(endpoint);
    const knownOf = ([noun, change]: readonly [string, RowChange]) => {
      const earlier = entries.filter((entry) => entry.noun === noun && entry.arrival <= arrivals);
      const after = noun === own && isObject(write.answer) ? write.answer : undefined;
      const rows = isAlone ? { earlier, after } : { earlier: [], after: undefined };
      return [noun, knownChange(change, write, rows)] as const;
    };
    const byNoun = new Map(Object.entries(changes).map(knownOf));
    return entries.map((entry) => {
      const known = byNoun.get(entry.noun ?? "");
      return [entry, known ? verdictOn(entry, known, endpoint) : "falls"];
    });
  };

  const apply = (entry: CacheEntry, verdict: Verdict): void => {
    if (verdict === "falls") store.drop(entry);
    else store.carryOver(entry, verdict === "stays" ? undefined : verdict);
  };

  return {
    begin(endpoint, args) {
      const { invalidates, changes } = endpoint;
      const { version } = invalidation;
      const { arrivals } = store;
      const verdictsAfter = (answer: unknown): readonly (readonly [CacheEntry, Verdict])[] => {
        if (!invalidates || !changes) return [];
        // Of two writes that were under way together, neither tells what the other has left.
        const isAlone = invalidates.every((noun) => invalidation.isValidSince(noun, version));
        const write = { args, body: args.body, answer };
        return verdictsOn(store.standing(invalidates), { arrivals, changes, endpoint, isAlone, write });
      };
      return ({ answer, isUnsettled }) => {
        const verdicts = answer && !isUnsettled ? verdictsAfter(answer.value) : [];
        invalidation.invalidate(invalidates, isUnsettled);
        for (const [entry, verdict] of verdicts) apply(entry, verdict);
      };
    },
  };
}

/** @param rows.earlier entries of the noun that had arrived when the write began. */
function knownChange(
  change: RowChange,
  write: DoneWrite,
  { earlier, after }: { readonly earlier: readonly CacheEntry[]; readonly after: Row | undefined },
): KnownChange {
  const idIn = change.does === "spares" ? undefined : change.idIn;
  const id = idIn ? idIn(write)?.toLowerCase() : after && rowId(after);
  const fields = change.does === "sets" ? change.fields : [];
  const names = isObject(write.body) ? Object.keys(write.body) : [];
  return {
    change,
    write,
    id,
    changed: new Set([...names, ...fields]),
    before: earlier
      .flatMap((entry) => {
        const row = heldRow(entry, id);
        return row ? [{ arrival: entry.arrival, row }] : [];
      })
      .sort((one, other) => other.arrival - one.arrival),
    after: after && rowId(after) === id ? after : undefined,
  };
}

/** The row of an id in a kept answer. */
function heldRow({ asked: { endpoint }, outcome }: CacheEntry, id: string | undefined): Row | undefined {
  if (!endpoint.rows || !("value" in outcome) || id === undefined) return undefined;
  return rowsIn(outcome.value, endpoint.rows.under).find((row) => rowId(row) === id);
}

/** The effect on a kept answer of a write that changes its noun. */
function verdictOn(
  { arrival, asked, outcome }: CacheEntry,
  known: KnownChange,
  endpoint: AnyEndpoint,
): Verdict {
  const { change, id, write } = known;
  if ("absence" in outcome) return "falls";
  const read: KeptRead = { path: asked.endpoint.path, url: asked.url, share: asked.share };
  if (change.does === "spares") return change.isSpared(read, write as DoneWrite<never>) ? "stays" : "falls";
  const { rows } = asked.endpoint;
  const place = rows?.placeIn(read);
  if (!rows || !place || id === undefined) return "falls";
  if (place.ids && !place.ids.some((one) => one.toLowerCase() === id)) return "stays";
  if (change.does !== "sets") return "falls";
  const changed = new Set([...known.changed, ...rows.derived]);
  const held = rowsIn(outcome.value, rows.under);
  // Any of those without an id may be the one.
  if (held.some((row) => rowId(row) === undefined)) return "falls";
  const old = held.find((row) => rowId(row) === id);
  const { after } = known;
  // An answer that does not show the row tells nothing of how it was: only one that came later does.
  const before = known.before.find((one) => one.row === old || (!old && one.arrival > arrival))?.row;
  if (place.fields.some((field) => changed.has(nameOf(field)) && mayDiffer(field, before, after)))
    return "falls";
  if (!old) return "stays";
  if (!after || !isAlike(old, after, changed) || !dropsAll(endpoint, asked.endpoint)) return "falls";
  const value = withRow(outcome.value, rows.under, after);
  deepFreeze(value);
  return { value };
}

const nameOf = (field: PlaceField): string => (typeof field === "string" ? field : field.name);

/** Whether a row may have another place for a field than before. */
function mayDiffer(field: PlaceField, before: Row | undefined, after: Row | undefined): boolean {
  if (!before || !after) return true;
  const { name, of } = typeof field === "string" ? { name: field, of: asItIs } : field;
  return !isDeepStrictEqual(of(before[name]), of(after[name]));
}

const asItIs = (value: unknown): unknown => value;

/** Whether the answers of one endpoint keep nothing that those of another one drop, numbers included. */
const dropsAll = (one: AnyEndpoint, other: AnyEndpoint): boolean =>
  one.isExact === other.isExact &&
  other.secrets.every((secret) => one.secrets.includes(secret)) &&
  (other.sensitive ?? []).every((field) => one.sensitive?.includes(field));
