import fc from "fast-check";
import { Lexer, Source, TokenKind } from "graphql";
import { expect, test } from "vitest";
import { canonicalDocument } from "../../src/execution/canonical-document.ts";

test.each([
  ["{a b}", "{ a\n  b, } # said"],
  ["query{a}", "query Named { a }"],
  ["query($v:Int!=1){a(b:$v)}", "query Named ( $v : Int! = 1 ) { a ( b : $v ) }"],
  ['{a(b:"x y")}', '{ a(b: "x y") }'],
  ["query One{a}query Two{b}", "query One { a } query Two { b }"],
  ["query{a ...F}fragment F on T{b}", "query Q { a ...F } fragment F on T { b }"],
  ['{a(b:"" c:1 d:[1 -2])}', '{ a(b: "", c: 1, d: [1, -2]) }'],
  ["fragment F on T{b}query{a}", "fragment F on T { b } query Q { a }"],
  ["query One{a}{b}", "query One { a } { b }"],
])("%s is the key of %s", (key, text) => {
  expect(canonicalDocument(text)?.key).toBe(key);
});

test.each([
  ["query Named { a }", "Named"],
  ["{ a }", undefined],
  ["query { a }", undefined],
  ["query One { a } query Two { b }", undefined],
  ['"""It asks.""" query Named { a }', "Named"],
  ["query 1 { a }", undefined],
])("the name that is left out of %s is %s", (text, name) => {
  expect(canonicalDocument(text)?.name).toBe(name);
});

test.each(['{ a(b: "x) }', '{ a(b: """x") }', '{ a(b: "x\n") }', "{ a } # \ud800"])(
  "%j is no document",
  (text) => {
    expect(canonicalDocument(text)).toBeUndefined();
  },
);

/** The tokens of a text by kind and value; undefined where graphql-js cannot read it. */
function tokensOf(text: string): string[] | undefined {
  const lexer = new Lexer(new Source(text));
  const tokens: string[] = [];
  try {
    for (let token = lexer.advance(); token.kind !== TokenKind.EOF; token = lexer.advance()) {
      tokens.push(`${token.kind} ${token.value ?? ""}`);
    }
  } catch {
    return undefined;
  }
  return tokens;
}

const piece = fc.constantFrom(
  ..."{ } ( ) [ ] ! $ & : = @ |".split(" "),
  ...' |,|\n|\r|\t|\ufeff|#c\n|# "{\n| # x\r'.split("|"),
  "query",
  "query",
  "mutation",
  "fragment",
  "on",
  "A",
  "B",
  "query1",
  "1",
  "-2",
  "1.5e3",
  "...",
  ".",
  '""',
  '"x"',
  '"\\""',
  '"""x"""',
  '"""\\""" "',
  '"""',
  '"',
  "é",
);

/** The tokens that a key stands for: without the name of the only operation. */
const withoutName = (tokens: readonly string[], name: string | undefined): string[] => {
  if (name === undefined) return [...tokens];
  const at = tokens.findIndex(
    (token, place) =>
      token === `Name ${name}` && /^Name (query|mutation|subscription)$/.test(tokens[place - 1] ?? ""),
  );
  return tokens.toSpliced(at, 1);
};

test("two texts have the same key only if they are made of the same tokens, but for the name", () => {
  const text = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(""));
  let told = 0;
  fc.assert(
    fc.property(text, (one) => {
      const canonical = canonicalDocument(one);
      const tokens = tokensOf(one);
      if (!canonical || !tokens) return;
      told += 1;
      // A key is a text of the same tokens itself, so that equal keys are equal tokens.
      expect(tokensOf(canonical.key)).toEqual(withoutName(tokens, canonical.name));
    }),
    { numRuns: 20_000 },
  );
  expect(told).toBeGreaterThan(2_000);
});

test("a text that graphql-js cannot read has the key of none that it can read", () => {
  const text = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(""));
  fc.assert(
    fc.property(text, (one) => {
      const canonical = canonicalDocument(one);
      if (!canonical || tokensOf(one)) return;
      expect(tokensOf(canonical.key)).toBeUndefined();
    }),
    { numRuns: 5_000 },
  );
});
