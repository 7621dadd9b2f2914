import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ConfigError } from "../../src/config/config.ts";
import { readEnv } from "../../src/config/env-file.ts";

const read = (text: string | Uint8Array) => readEnv(Buffer.from(text as string), ".env").settings;

/** What is wrong with a file; no value may be in it. */
const problemsOf = (text: string | Uint8Array): readonly string[] => {
  try {
    read(text);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    expect(error.message).not.toContain("planted");
    return error.problems;
  }
  return [];
};

describe("a file of settings is read", () => {
  test.each<[string, string, Readonly<Record<string, string>>]>([
    ["with comments and empty lines", "# one\n\n  # two\nA=1\n", { A: "1" }],
    ["with a byte order mark", "\ufeffPORT=5111\nHOST=::1", { PORT: "5111", HOST: "::1" }],
    ["with line ends of Windows", "A=1\r\n\r\nB=2\r\n", { A: "1", B: "2" }],
    ["with line ends of old Macs", "# one\rA=1\rB=2", { A: "1", B: "2" }],
    ["with blanks around names and values", " export A = 1 \t\nB\t=2", { A: "1", B: "2" }],
    ["with empty values", "A=\nB=  \nC=''", { A: "", B: "", C: "" }],
    [
      "with a = and quotes within a value",
      'A=x=y==\nB=it\'s\nC=a "b" c',
      { A: "x=y==", B: "it's", C: 'a "b" c' },
    ],
    ["with values in quotes", "A=\"x#y\"\nB=' z '\nC=`'\"#`", { A: "x#y", B: " z ", C: "'\"#" }],
    ["with comments behind quotes", "A='1' # one\nB=\"2\"\t#two", { A: "1", B: "2" }],
    ["with values of several lines", "A='1\n# 2\nB=3'\r\nC=4", { A: "1\n# 2\nB=3", C: "4" }],
    ["with line ends spelt out, in double quotes only", "A=\"1\\n2\"\nB='1\\n2'", { A: "1\n2", B: "1\\n2" }],
    ["with letters of any script", "A=Zoë", { A: "Zoë" }],
  ])("%s", (_, text, settings) => {
    expect(read(text)).toEqual(settings);
  });

  test("with a # within a word as a part of it, which is told, since other programs cut there", () => {
    const { notes, settings } = readEnv(Buffer.from("A='x#y'\nB=asm#planted#key\n"), ".env");
    expect(settings).toEqual({ A: "x#y", B: "asm#planted#key" });
    expect(notes).toEqual(["Line 2 of .env: the # is taken for a part of B; put the value in quotes."]);
  });

  test("whatever a value is, it comes back from between quotes that are not in it", () => {
    const visible = fc.string({
      unit: fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code)),
    });
    fc.assert(
      fc.property(
        visible.filter((text) => !text.includes("'")),
        (value) => {
          expect(read(`A='${value}'\nB=2`)).toEqual({ A: value, B: "2" });
        },
      ),
    );
  });
});

describe("a file of settings is refused, by line and without a value,", () => {
  test.each<[string, string | Uint8Array, string]>([
    ["for a line that sets nothing", "A=1\nplanted", "Line 2 of .env is not NAME=value."],
    ["for a name with a blank", "A B=planted", "Line 1 of .env is not NAME=value."],
    ["for a name that begins with a digit", "1A=planted", "Line 1 of .env is not NAME=value."],
    [
      "for a blank of another kind before a name",
      "A=1\n\u00a0PORT=planted",
      "Line 2 of .env holds characters that cannot be seen.",
    ],
    [
      "for a zero-width character in a name",
      "PO\u200bRT=planted",
      "Line 1 of .env holds characters that cannot be seen.",
    ],
    [
      "for a byte order mark within",
      "A=1\n\ufeffPORT=planted",
      "Line 2 of .env holds characters that cannot be seen.",
    ],
    [
      "for what may pass for a line end",
      "# one\u2028PORT=planted",
      "Line 1 of .env holds characters that cannot be seen.",
    ],
    ["for a NUL", "A=1\nB=planted\0", "Line 2 of .env holds characters that cannot be seen."],
    [
      "for a zero-width character in a value",
      "A=planted\u200b",
      "Line 1 of .env gives A a value with characters that cannot be seen.",
    ],
    [
      "for a blank of another kind behind a value",
      "A=planted\u00a0",
      "Line 1 of .env gives A a value with characters that cannot be seen.",
    ],
    [
      "for either in quotes",
      'B=1\nA="planted\u00a0"',
      "Line 2 of .env gives A a value with characters that cannot be seen.",
    ],
    ["for a # behind a blank in a value", "A=1\nB=planted #key", "Line 2 of .env gives B a value with a #"],
    ["for a comment behind a value", "A=planted # key", "Line 1 of .env gives A a value with a #"],
    ["for a comment in place of a value", "A=# planted", "Line 1 of .env gives A a value with a #"],
    [
      "for quotes that do not end",
      'A=1\nB="planted\nC=2',
      "Line 2 of .env gives B a value whose quotes do not end.",
    ],
    ["for text behind quotes", "A='1'planted", "Line 1 of .env has text behind the quotes of A."],
    ["for a setting that comes twice", "A=planted\nB=2\nA=planted", "Line 3 of .env sets A, as line 1 does."],
    ["for another charset", Buffer.from("A=planted\xe9", "latin1"), ".env is not UTF-8; save it as that."],
    ["for UTF-16", Buffer.from("\ufeffA=planted", "utf16le"), ".env is not UTF-8; save it as that."],
  ])("%s", (_, text, problem) => {
    expect(problemsOf(text)).toEqual([expect.stringContaining(problem)]);
  });

  test("with all its problems at once", () => {
    expect(problemsOf("planted\nA=1\nB=2 # two\nA=3\n")).toEqual([
      expect.stringContaining("Line 1 "),
      expect.stringContaining("Line 3 "),
      expect.stringContaining("Line 4 "),
    ]);
  });
});
