/**
 * Sizes of the parts of a value on V8's heap, in bytes, as the test of this file measures them: on the shapes of the three
 * systems the sum is up to a third too much, and on others never a third too little.
 */
const slotBytes = 8;
const objectBytes = 24;
/** An object without a name has room for four. */
const emptyObjectBytes = 56;
/** An array and what holds its items. */
const arrayBytes = 48;
/** A string without its characters, which end on a multiple of eight. */
const stringBytes = 20;
/** A number that is no integer of 32 bits has a place of its own. */
const numberBytes = 16;
/** A name that stands nowhere before: its string, and what tells objects that have it from others. */
const newNameBytes = 80;
/** Objects with more names are tables, of which each has free places. */
const mostNamesWithoutTable = 128;
const tableSlotBytes = 48;

/** Bytes that a value of JSON takes when it is parsed, however deep it is. What it holds twice counts twice. */
export function weightOf(value: unknown): number {
  const names = new Set<string>();
  const left: unknown[] = [value];
  let bytes = 0;
  while (left.length > 0) {
    const next = left.pop();
    if (typeof next !== "object" || next === null) bytes += scalarWeight(next);
    else {
      bytes += Array.isArray(next)
        ? arrayBytes + slotBytes * next.length
        : namesWeight(Object.keys(next), names);
      for (const inner of Array.isArray(next) ? next : Object.values(next)) left.push(inner);
    }
  }
  return bytes;
}

/** Bytes that a value takes beside its slot. */
function scalarWeight(value: unknown): number {
  if (typeof value === "string") return stringBytes + textBytes(value);
  return typeof value === "number" && value !== value >> 0 ? numberBytes : 0;
}

/**
 * Bytes that an object takes without its values.
 * @param own its names.
 * @param names that stood before; its own are added.
 */
function namesWeight(own: readonly string[], names: Set<string>): number {
  if (own.length === 0) return emptyObjectBytes;
  let bytes = objectBytes + slotBytes * own.length;
  if (own.length > mostNamesWithoutTable) bytes += tableSlotBytes * own.length;
  for (const name of own) {
    if (names.has(name)) continue;
    names.add(name);
    bytes += newNameBytes + textBytes(name);
  }
  return bytes;
}

/** Bytes of the characters of a text: two for each as soon as one of them is not in Latin-1. */
export const textBytes = (text: string): number => (/[^\0-\xff]/.test(text) ? 2 * text.length : text.length);
