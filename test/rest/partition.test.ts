import { describe, expect, test } from "vitest";
import { createRequestBuilder } from "../../src/rest/engine/prepare.ts";
import { type Credential, fixedCredential } from "../../src/rest/upstream.ts";
import { books, loans } from "./books.ts";
import { engine, pathParameters } from "./engine.ts";
import { answerLast, newBook, oldBook, readBook } from "./kept-books.ts";
import { GET } from "./routes.ts";

/** The keys of one credential's reads. */
const rowsOf = (credential: Credential) =>
  createRequestBuilder({
    name: "things",
    title: "Things",
    limitText: "",
    baseUrl: "http://things.test/v1",
    urlSetting: "THINGS_URL",
    pathParameters,
    api: { books, loans },
    callsInferred: false,
    limits: [],
    credential,
  });

const url = new URL("http://things.test/v1/books/1");

describe("the key of a read", () => {
  test("is the same for the same credential, and another for another", () => {
    const [first, again, other] = ["key-canary-1", "key-canary-1", "key-canary-2"].map((authorization) =>
      rowsOf(fixedCredential({ authorization })).keyOf(books.get, url),
    );
    expect(again).toBe(first);
    expect(other).not.toBe(first);
  });

  test("does not hold the credential, in whatever form", () => {
    const identity = "someone@canary.test";
    const key = rowsOf({ identity, headers: async () => ({}) }).keyOf(books.get, url);
    for (const form of [
      identity,
      encodeURIComponent(identity),
      ...(["base64", "base64url", "hex"] as const).map((name) => Buffer.from(identity).toString(name)),
    ]) {
      expect(key).not.toContain(form);
    }
  });

  test("differs by row, also where method and path are the same", () => {
    const rows = rowsOf(fixedCredential({ authorization: "key" }));
    const [one, other] = [GET("/books/{id}").returns(), GET("/books/{id}").returns()];
    const all = [books.get, books.getWhole, books.getNow, one, other];
    expect(new Set(all.map((row) => rows.keyOf(row, url))).size).toBe(all.length);
    expect(rows.keyOf(one, url)).toBe(rows.keyOf(one, url));
  });

  test("and its noun come from the table: a row of none belongs to no noun", () => {
    const rows = rowsOf(fixedCredential({ authorization: "key" }));
    expect([books.get, loans.list, GET("/books/{id}").returns()].map((row) => rows.nounOf(row))).toEqual([
      "books",
      "loans",
      undefined,
    ]);
  });
});

test("two credentials of one system never share what the same URL answers", async () => {
  const [first, second] = ["key-1", "key-2"].map((authorization) =>
    engine({ credential: fixedCredential({ authorization }) }),
  );
  if (!first || !second) throw new Error("There are two.");
  for (const [made, answer, key] of [
    [first, oldBook, "key-1"],
    [second, newBook, "key-2"],
  ] as const) {
    const outcome = readBook(made.operation());
    await answerLast(made, answer);
    expect([outcome, made.calls()]).toEqual([{ value: answer }, ["GET /books/1"]]);
    expect(made.sent[0]?.request.headers.authorization).toBe(key);
  }
});

test("rows of one URL are kept apart: a secret that one leaves out is not in the other's answer", async () => {
  const made = engine();
  made.answerAll(() => ({ ...oldBook, token: "secret-canary", owner: { password: "secret-canary" } }));
  const { call, notes } = made.operation();
  const safe = { ...oldBook, owner: {} };
  const whole = { ...oldBook, token: "secret-canary", owner: { password: "secret-canary" } };
  for (let time = 0; time < 2; time += 1) {
    expect(await call(books.get, { id: "1" })).toEqual(safe);
    expect(await call(books.getWhole, { id: "1" })).toEqual(whole);
  }
  expect(notes.map(({ servedFrom }) => servedFrom)).toEqual(["network", "network", "fresh", "fresh"]);
  expect(made.calls()).toEqual(["GET /books/1", "GET /books/1"]);
});

test("nothing that is kept holds a secret that its row leaves out, nor the credential", async () => {
  const made = engine({ credential: fixedCredential({ authorization: "secret-canary" }) });
  made.answerAll(({ url: { pathname } }) =>
    pathname.endsWith("/books")
      ? { books: [{ ...oldBook, token: "secret-canary" }] }
      : { ...oldBook, token: "secret-canary", owner: [{ password: "secret-canary", name: "A" }] },
  );
  const { call, notes } = made.operation();
  const kept = [await call(books.list), await call(books.get, { id: "1" })];
  expect(notes.map(({ kept }) => kept !== undefined)).toEqual([true, true]);
  expect(JSON.stringify(notes)).not.toContain("canary");
  expect(notes.map((note, at) => note.kept?.answered(kept[at]))).toEqual([true, true]);
  expect(JSON.stringify(kept)).not.toContain("canary");
  expect(JSON.stringify(kept)).toContain(JSON.stringify(oldBook).slice(0, -1));
  expect(made.calls()).toEqual(["GET /books", "GET /books/1"]);
});

test("an answer is kept for its id and its query", async () => {
  const made = engine();
  made.answerAll(({ url: { pathname } }) => (pathname.endsWith("/books") ? { books: [] } : oldBook));
  const { call } = made.operation();
  for (let time = 0; time < 2; time += 1) {
    await call(books.list);
    await call(books.list, { query: { limit: 1 } });
    await call(books.list, { query: { limit: 2 } });
    await call(books.get, { id: "1" });
    await call(books.get, { id: "2" });
  }
  expect(made.calls()).toEqual([
    "GET /books",
    "GET /books?limit=1",
    "GET /books?limit=2",
    "GET /books/1",
    "GET /books/2",
  ]);
});
