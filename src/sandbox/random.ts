/** Numbers that look random and are the same for the same seed. */
export interface Random {
  /** At least 0, below 1. */
  next(): number;
  /** A whole number; both ends are possible. */
  integer(least: number, most: number): number;
  /** One of the items, which must not be none. */
  pick<Item>(items: readonly Item[]): Item;
  /** True with this probability, 0 to 1. */
  chance(probability: number): boolean;
}

/** A generator that is seeded by a text. */
export function seededRandom(seed: string): Random {
  let state = hash32(seed, 0);
  // mulberry32: small, and good enough for data that only has to look varied.
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const integer = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  return {
    next,
    integer,
    pick: <Item>(items: readonly Item[]): Item => {
      if (items.length === 0) throw new RangeError("pick needs at least one item");
      return items[integer(0, items.length - 1)] as Item;
    },
    chance: (probability) => next() < probability,
  };
}

/** The UUID that belongs to a name: always the same for the same name. */
export function uuidOf(name: string): string {
  const hex = hexOf(name, 4);
  // The version and variant digits of RFC 9562, so that strict readers accept it.
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join("-");
}

/** The id of 24 hexadecimal digits that belongs to a name. */
export const objectIdOf = (name: string): string => hexOf(name, 3);

const crockford = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** The ULID that belongs to a name; it tells no time. */
export function ulidOf(name: string): string {
  const bits = BigInt(`0x${hexOf(name, 4)}`);
  return Array.from({ length: 26 }, (_, place) =>
    crockford.charAt(Number((bits >> BigInt(5 * (25 - place))) & 31n)),
  ).join("");
}

/** Makes one UUID after another, the same ones for the same seed. */
export const uuidMaker = (seed: string): (() => string) => numbered(seed, uuidOf);

/** Makes one id of 24 hexadecimal digits after another, the same ones for the same seed. */
export const objectIdMaker = (seed: string): (() => string) => numbered(seed, objectIdOf);

/** Makes one ULID after another, the same ones for the same seed. */
export const ulidMaker = (seed: string): (() => string) => numbered(seed, ulidOf);

function numbered(seed: string, idOf: (name: string) => string): () => string {
  let count = 0;
  return () => {
    count += 1;
    return idOf(`${seed}#${count}`);
  };
}

function hexOf(name: string, words: number): string {
  let hex = "";
  for (let word = 0; word < words; word += 1) hex += hash32(name, word).toString(16).padStart(8, "0");
  return hex;
}

// FNV-1a over UTF-16 units with the finish of murmur3, which spreads names that differ in their last character.
function hash32(text: string, salt: number): number {
  let hash = 0x811c9dc5 ^ Math.imul(salt + 1, 0x9e3779b1);
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
