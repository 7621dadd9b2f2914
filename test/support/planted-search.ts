import { appendFileSync, mkdirSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { LRUCache } from "lru-cache";
import { plantedPrefix } from "../../src/sandbox/planted-secret.ts";

/** A place in which a secret of the sandbox must never show. */
export type Place = "answer" | "logLine" | "auditLine" | "span" | "entry";

interface Search {
  /** Texts that were looked at since the last count was written. */
  looked: Record<Place, number>;
  found: string[];
  /** Whether the test made a gateway that shows the meta of bots and services. */
  showsMeta: boolean;
  isWatching: boolean;
}

// Modules may be loaded once for each test file; the caches that are watched are loaded once for all.
const key = Symbol.for("tributary.planted-search");
const shared = globalThis as { [key]?: Search };
shared[key] ??= { looked: none(), found: [], showsMeta: false, isWatching: false };
const search = shared[key];

function none(): Record<Place, number> {
  return { answer: 0, logLine: 0, auditLine: 0, span: 0, entry: 0 };
}

const shownMeta = `${plantedPrefix}meta-`;

/**
 * Searches what the gateway gave, logged or cached for secrets of the sandbox.
 * @param texts each by itself: to join them first takes twenty times as long as the search.
 */
export function lookAt(place: Place, ...texts: readonly string[]): void {
  search.looked[place] += 1;
  for (const text of texts) {
    // What may show is masked before the search, so that the place that is told is not one of it.
    const hidden = search.showsMeta ? text.replaceAll(shownMeta, "meta-") : text;
    const at = hidden.indexOf(plantedPrefix);
    if (at >= 0) search.found.push(`${place}: …${hidden.slice(Math.max(0, at - 80), at + 60)}…`);
  }
}

/** Takes note that a gateway is made whose setting shows the meta of bots and services. */
export function mayShowMeta(addresses: Readonly<Record<string, unknown>>): void {
  const { web1on1 } = addresses;
  if (typeof web1on1 === "object" && web1on1 !== null && "showsMeta" in web1on1) {
    search.showsMeta ||= web1on1.showsMeta === true;
  }
}

/** Secrets that were found since the last look, each with its place. */
export function takeFound(): readonly string[] {
  search.showsMeta = false;
  return search.found.splice(0);
}

/** Searches all that goes into a cache from now on: answers of systems, answers of the gateway, texts of operations. */
export function watchCaches(): void {
  if (search.isWatching) return;
  search.isWatching = true;
  const { set } = LRUCache.prototype;
  LRUCache.prototype.set = function (cacheKey, value, ...options) {
    lookAt("entry", String(cacheKey), ...textsOfEntry(value));
    return set.call(this, cacheKey, value, ...options);
  };
}

/** An entry as texts: of a read its outcome, of a response its body. Documents hold nothing but what a client sent. */
function textsOfEntry(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  if ("outcome" in value) return [textOf(value.outcome)];
  if ("response" in value) {
    const { body, headers } = value.response as { readonly body: Buffer; readonly headers: unknown };
    return [JSON.stringify(headers), body.toString()];
  }
  return [];
}

function textOf(value: unknown): string {
  try {
    return JSON.stringify(value);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return textsIn(value).join(" ");
  }
}

/** All texts in a value, names of fields included. Not by recursion: a body may nest deeper than the stack. */
function textsIn(value: unknown): readonly string[] {
  const texts: string[] = [];
  const left = [value];
  while (left.length > 0) {
    const at = left.pop();
    if (typeof at === "string") texts.push(at);
    if (typeof at !== "object" || at === null) continue;
    for (const [name, inner] of Object.entries(at)) {
      texts.push(name);
      left.push(inner);
    }
  }
  return texts;
}

const countsFile = fileURLToPath(new URL("../../node_modules/.cache/planted-search.jsonl", import.meta.url));

/** Begins the counts of a run of the suite. */
export function clearCounts(): void {
  mkdirSync(dirname(countsFile), { recursive: true });
  rmSync(countsFile, { force: true });
}

/** Adds what was looked at to the counts of the run, one line of JSON for each test file. */
export function writeCounts(): void {
  appendFileSync(countsFile, `${JSON.stringify(search.looked)}\n`);
  search.looked = none();
}
