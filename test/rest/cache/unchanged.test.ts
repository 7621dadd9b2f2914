import { afterEach, describe, expect, test, vi } from "vitest";
import { noCache } from "../../../src/rest/cache-policy.ts";
import { settled } from "../../support/clock.ts";
import { books, shelfLife } from "../books.ts";
import { engine, outcomeOf, type TestEngine } from "../engine.ts";
import { answerLast, engineWithBook, oldBook, readBook } from "../kept-books.ts";
import { GET } from "../routes.ts";

/** The text that `oldBook` came as. */
const oldText = JSON.stringify(oldBook);

const parse = vi.spyOn(JSON, "parse");
afterEach(() => parse.mockClear());

/** What a read is answered that asks the upstream, with the number of texts that were parsed for it. */
const readAgain = async (made: TestEngine, text: string) => {
  const outcome = readBook(made.operation(10_000, { accepts: noCache }));
  await settled();
  parse.mockClear();
  await answerLast(made, text);
  return { ...outcome, parsed: parse.mock.calls.length };
};

/** The value that is kept and fresh. */
const keptValue = async (made: TestEngine): Promise<unknown> => {
  const outcome = readBook(made.operation());
  await settled();
  expect([outcome, made.calls()]).toEqual([{ value: oldBook }, []]);
  return outcome.value;
};

describe("a body that did not change", () => {
  test("is not parsed again, and its value is the same object", async () => {
    const made = await engineWithBook(0);
    const before = await keptValue(made);
    const again = await readAgain(made, oldText);
    expect([again.value === before, again.parsed]).toEqual([true, 0]);
    expect(made.calls()).toEqual(["GET /books/1"]);
  });

  test("is as fresh as if it had changed", async () => {
    const made = await engineWithBook(4_999);
    const before = readBook(made.operation());
    await answerLast(made, oldText);
    await made.clock.advance(999);
    const asking = made.operation();
    const after = readBook(asking);
    await settled();
    expect([after.value === before.value, made.calls()]).toEqual([true, ["GET /books/1"]]);
    expect(asking.notes).toMatchObject([{ servedFrom: "fresh", ageMs: 999 }]);
  });

  test("is known again however old it is, after a write, and where answers are not to be given again", async () => {
    const old = await engineWithBook(3_600_000);
    expect(await readAgain(old, oldText)).toMatchObject({ value: oldBook, parsed: 0 });

    const written = await engineWithBook(0);
    const before = await keptValue(written);
    const write = outcomeOf(written.operation().call(books.update, { id: "1", body: {} }));
    await answerLast(written, { id: "1" });
    expect(write).toEqual({ value: { id: "1" } });
    const after = await readAgain(written, oldText);
    expect([after.value === before, after.parsed]).toEqual([true, 0]);

    const forgetful = await engineWithBook(0, { reads: { keeps: false } });
    expect(await readAgain(forgetful, oldText)).toMatchObject({ value: oldBook, parsed: 0 });
    expect([old, written, forgetful].map(({ calls }) => calls())).toEqual([
      ["GET /books/1"],
      ["PATCH /books/1", "GET /books/1"],
      ["GET /books/1"],
    ]);
  });
});

describe("a body that changed", () => {
  test.each([
    ["in one byte of as many", '{"id":"1","title":"olD"}'],
    ["in a space", `${oldText} `],
    ["in the order of its keys", '{"title":"old","id":"1"}'],
    ["to less", '{"id":"1"}'],
  ])("%s is parsed, and its value is another", async (_, text) => {
    const made = await engineWithBook(0);
    const before = await keptValue(made);
    const again = await readAgain(made, text);
    expect(again).toEqual({ value: JSON.parse(text), parsed: 1 });
    expect([again.value === before, made.calls()]).toEqual([false, ["GET /books/1"]]);
    // From here on this is what is compared with.
    expect(await readAgain(made, text)).toMatchObject({ value: again.value, parsed: 0 });
  });

  test("in a link of its head is read again", async () => {
    const made = engine();
    const row = GET("/books")
      .cache(shelfLife)
      .returns((_wire: unknown, { link }) => link ?? "none");
    const links: unknown[] = [];
    for (const link of ["<a>", "<a>", "<b>", undefined]) {
      const { call } = made.operation(10_000, { accepts: noCache });
      const outcome = outcomeOf(call(row));
      await answerLast(made, "[]", 200, link === undefined ? {} : { link });
      links.push(outcome.value);
    }
    expect([links, made.calls().length]).toEqual([["<a>", "<a>", "<b>", "none"], 4]);
  });

  test("to nothing in between is parsed when it comes back", async () => {
    const made = await engineWithBook(0);
    const before = await keptValue(made);
    expect(await readAgain(made, "7")).toMatchObject({ error: { code: "UPSTREAM_INVALID_RESPONSE" } });
    const same = await readAgain(made, oldText);
    expect([same.value === before, same.parsed]).toEqual([true, 0]);
    const gone = readBook(made.operation(10_000, { accepts: noCache }));
    await answerLast(made, "", 404);
    expect(gone.error).toMatchObject({ code: "NOT_FOUND" });
    expect(await readAgain(made, oldText)).toMatchObject({ value: oldBook, parsed: 1 });
    expect(made.calls().length).toBe(4);
  });
});

describe("nobody can change what others are given", () => {
  test.each([
    ["kept", books.get],
    ["not kept", books.getNow],
  ])("of a row that is %s, however deep", async (_, row) => {
    const made = engine();
    const outcomes = [made.operation(), made.operation()].map(({ call }) =>
      outcomeOf(call(row, { id: "1" })),
    );
    await answerLast(made, { id: "1", tags: ["a"], owner: { name: "A", pets: [{ name: "B" }] } });
    const [first, second] = outcomes.map(({ value }) => value) as [
      { id: string; tags: string[]; owner: { pets: { name: string }[] } },
      unknown,
    ];
    expect(first).toBe(second);
    expect(() => {
      first.id = "2";
    }).toThrow(TypeError);
    expect(() => first.tags.push("b")).toThrow(TypeError);
    expect(() => {
      (first.owner.pets[0] as { name: string }).name = "C";
    }).toThrow(TypeError);
    expect(made.calls()).toEqual(["GET /books/1"]);
  });

  test("also where the row makes something of it", async () => {
    const made = engine();
    const outcome = outcomeOf(made.operation().call(books.list));
    await answerLast(made, { books: [oldBook] });
    const list = outcome.value as { title: string }[];
    expect(() => list.push({ title: "b" })).toThrow(TypeError);
    expect([list, Object.isFrozen(list[0]), made.calls()]).toEqual([[oldBook], true, ["GET /books"]]);
  });

  test("however deep it is: a body that nests deeper than the stack is kept and given like any other", async () => {
    const made = engine({ reads: { mostBytes: 10_000_000 } });
    const outcomes = [readBook(made.operation())];
    const levels = 100_000;
    await answerLast(made, `{"id":"1","tags":${"[".repeat(levels)}${"]".repeat(levels)}}`);
    outcomes.push(readBook(made.operation()));
    await settled();
    const [first, again] = outcomes.map(({ value }) => value as { readonly tags: unknown });
    expect([first === again, Object.isFrozen(first), made.calls()]).toEqual([true, true, ["GET /books/1"]]);
    let frozen = 0;
    for (let list = first?.tags; Array.isArray(list) && Object.isFrozen(list); [list] = list) frozen += 1;
    expect(frozen).toBe(levels);
  });
});
