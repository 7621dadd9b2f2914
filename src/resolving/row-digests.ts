import type { PagePart } from "../lists/page.ts";
import { textIn } from "../rest/row-values.ts";
import { digestLength, digestOf, digestOfRow, digestsIn } from "./cursor.ts";

/** Digests of the rows of a page, made once for as long as it is kept. */
class PageDigests {
  readonly text: string;
  /** Whether each row stands on the page once. */
  readonly areDistinct: boolean;
  private readonly all: ReadonlySet<string>;
  /** Pages that share no row with this one. */
  private readonly apart = new WeakSet<PageDigests>();

  constructor(digests: readonly string[]) {
    this.text = digests.join("");
    this.all = new Set(digests);
    this.areDistinct = this.all.size === digests.length;
  }

  /** Whether none of some digests stands here. */
  hasNone(digests: readonly string[]): boolean {
    return digests.every((digest) => !this.all.has(digest));
  }

  isApartFrom(other: PageDigests): boolean {
    if (this.apart.has(other)) return true;
    const isApart = this.hasNone(digestsIn(other.text));
    if (isApart) this.apart.add(other);
    return isApart;
  }

  between(from: number, to: number): string {
    return this.text.slice(from * digestLength, to * digestLength);
  }
}

const digestsOfPage = new WeakMap<readonly unknown[], PageDigests>();

function digestsOf<Row>({ offset, rows }: PagePart<Row>, idOf: (row: Row) => string): PageDigests {
  const known = digestsOfPage.get(rows);
  if (known) return known;
  const made = new PageDigests(rows.map((row, place) => rowDigest(row, idOf(row), offset + place)));
  digestsOfPage.set(rows, made);
  return made;
}

/**
 * The digests of rows that were cut from pages, one behind the other, if none of the rows stands there twice and none was given
 * before, as far as that shows without a look at each: those that were given last stand right before them, or on other pages.
 * @param seen digests of the rows given last.
 */
export function digestsOfUnseen<Row>(
  parts: readonly PagePart<Row>[],
  idOf: (row: Row) => string,
  seen: string,
): string | undefined {
  const pages = parts.map((part) => digestsOf(part, idOf));
  const isEachOnce = pages.every(
    (page, at) => page.areDistinct && pages.slice(0, at).every((before) => page.isApartFrom(before)),
  );
  if (!isEachOnce) return undefined;
  const onPage = pages[0]?.between(0, parts[0]?.from ?? 0) ?? "";
  const standsBefore = seen.endsWith(onPage) ? onPage : onPage.endsWith(seen) ? seen : undefined;
  if (standsBefore === undefined) return undefined;
  const elsewhere = digestsIn(seen.slice(0, seen.length - standsBefore.length));
  if (!pages.every((page) => page.hasNone(elsewhere))) return undefined;
  return pages.map((page, at) => page.between(parts[at]?.from ?? 0, parts[at]?.to ?? 0)).join("");
}

/** The digest of a row in cursors. @param place that tells a row whose id cannot be read from all others. */
export function rowDigest(row: unknown, id: unknown, place: number): string {
  const text = textIn(id);
  return text === undefined ? digestOf(`\0${place}`) : digestOfRow(row, text);
}
