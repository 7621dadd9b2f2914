import fc from "fast-check";
import { expect, test } from "vitest";
import { rowSelector } from "../../src/lists/row-selection.ts";
import { searchText } from "../../src/lists/search-text.ts";
import { searchWords } from "../../src/resolving/search-words.ts";

interface Row {
  readonly name: unknown;
  readonly value?: number;
}

/** Names of the rows that a search finds. */
const found = (names: readonly unknown[], search: string) => {
  const select = rowSelector<Row>(({ name }) => [name]);
  return select(
    names.map((name) => ({ name })),
    { words: searchWords(search) },
  ).map(({ name }) => name);
};

test.each([
  ["zagle", "Łódź Żagle"],
  ["LODZ", "Łódź Żagle"],
  ["tromso", "Tromsø Fjordreiser"],
  ["strasse", "Große Straße"],
  ["STRAßE", "Grosse Strasse"],
  ["οδος", "ΟΔΟΣ Αθηνών"],
  ["istanbul", "İstanbul Çini"],
  ["ıstanbul", "ISTANBUL"],
  ["한강", "한강 모빌리티"],
  ["ｆｕｌｌ", "full width"],
  ["  café   nand ", "Café Ñandú"],
  ["ndú caf", "Café Ñandú"],
  ["1234", 12_345],
])("%s finds %s, and not what it is no part of", (search, name) => {
  expect(found([name, "Other", null, undefined, { nested: name }, [name]], search)).toEqual([name]);
});

test("every word must be there, and a word is found in one value alone", () => {
  expect(found(["Ann Bell", "Ann", "Bell"], "bell ann")).toEqual(["Ann Bell"]);
  const select = rowSelector<{ first: string; last: string }>(({ first, last }) => [first, last]);
  const rows = [{ first: "Ann", last: "Bell" }];
  expect(select(rows, { words: searchWords("ann bell") })).toEqual(rows);
  expect(select(rows, { words: searchWords("annbell") })).toEqual([]);
});

test("a search of blanks selects every row, and one of too many words or characters none", () => {
  expect(found(["Ann", null], " \n ")).toEqual(["Ann", null]);
  expect(() => searchWords("a b c d e f g h i j k")).toThrow(
    expect.objectContaining({ code: "BAD_USER_INPUT" }),
  );
  expect(() => searchWords("a".repeat(256))).toThrow(expect.objectContaining({ code: "BAD_USER_INPUT" }));
  expect(searchWords("b a b A")).toEqual(["B", "A"]);
});

test("rows are put in order by key, those without one last both ways, equal ones in the order of the list", () => {
  const select = rowSelector<Row>(({ name }) => [name]);
  const rows: Row[] = [
    { name: "a", value: 2 },
    { name: "b" },
    { name: "c", value: 1 },
    { name: "d", value: 2 },
  ];
  const sorted = (isDescending: boolean) =>
    select(rows, { words: [], order: { name: "value", keyOf: ({ value }) => value, isDescending } })
      .map(({ name }) => name)
      .join("");
  expect([sorted(false), sorted(true)]).toEqual(["cadb", "adcb"]);
});

test("a selection is that of the plain rows, whatever words, conditions and order", () => {
  const row = fc.record({ name: fc.string({ maxLength: 6 }), value: fc.nat(5) });
  fc.assert(
    fc.property(
      fc.array(row),
      fc.string({ maxLength: 3 }),
      fc.nat(5),
      fc.boolean(),
      (rows, search, most, isDescending) => {
        const words = searchWords(search);
        const selected = rowSelector<(typeof rows)[number]>(({ name }) => [name])(rows, {
          words,
          matches: ({ value }) => value <= most,
          order: { name: "value", keyOf: ({ value }) => value, isDescending },
        });
        const sign = isDescending ? -1 : 1;
        const expected = rows
          .filter(
            ({ name, value }) => value <= most && words.every((word) => searchText(name).includes(word)),
          )
          .toSorted((one, other) => sign * (one.value - other.value));
        expect(selected).toEqual(expected);
      },
    ),
    { numRuns: 100 },
  );
});

test("the texts of rows, and their order, are worked out once for as long as the rows are kept", () => {
  let read = 0;
  let compared = 0;
  const select = rowSelector<Row>(({ name }) => {
    read += 1;
    return [name];
  });
  const keyOf = ({ value }: Row) => {
    compared += 1;
    return value;
  };
  const rows: Row[] = [
    { name: "Ann", value: 2 },
    { name: "Anna", value: 1 },
  ];
  for (const search of ["a", "an", "ann", "anna"]) {
    select(rows, { words: searchWords(search), order: { name: "value", keyOf, isDescending: false } });
  }
  expect([read, compared]).toEqual([2, 2]);
  select([...rows], { words: ["A"] });
  expect(read).toBe(4);
});
