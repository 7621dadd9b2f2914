import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { apart, named } from "../../graphiql/src/send.ts";
import { operationIn, sharedAddress, withoutOperation } from "../../graphiql/src/share.ts";
import { lastShown, storageWithoutHeaders, withoutHeaders } from "../../graphiql/src/storage.ts";

describe("sharing", () => {
  const page = "http://localhost:4000/graphql";

  test("whatever the operation, its address opens with it, and no server is told of it", () => {
    const text = fc.string({ unit: "grapheme", minLength: 1 });
    fc.assert(
      fc.property(text, fc.dictionary(fc.string(), fc.integer()), (query, values) => {
        const variables = JSON.stringify(values, null, 2);
        const address = sharedAddress(`${page}?query=old#query=older`, { query, variables });
        expect(address.split("#")[0]).toBe(page);
        expect(operationIn(address)).toEqual({ query, variables });
      }),
    );
  });

  test("an address as clients send queries opens with the query, its variables laid out", () => {
    const address = `${page}?query=%7Ba%7D&variables=%7B%22x%22%3A1%7D`;
    expect(operationIn(address)).toEqual({ query: "{a}", variables: '{\n  "x": 1\n}' });
    expect(operationIn(`${page}?query=%7Ba%7D&variables=oops`)).toEqual({ query: "{a}", variables: "oops" });
    expect(withoutOperation(address)).toBe(page);
  });

  test.each([page, `${page}?variables={}`, `${page}#documentation`])("%s holds no operation", (address) => {
    expect(operationIn(address)).toBe(undefined);
  });
});

describe("what is stored", () => {
  const memory = () => {
    const kept = new Map<string, string>();
    return {
      kept,
      length: 0,
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
      clear: () => kept.clear(),
    };
  };

  test("never holds headers of requests, wherever GraphiQL would keep them", () => {
    const store = memory();
    const page = storageWithoutHeaders(store);
    page.setItem("graphiql:headers", '{"authorization":"Bearer trib_secret"}');
    page.setItem("graphiql:queries", '{"queries":[{"query":"{ a }","headers":"Bearer trib_secret"}]}');
    page.setItem("graphiql:theme", "dark");
    expect(Object.fromEntries(store.kept)).toEqual({
      "graphiql:queries": '{"queries":[{"query":"{ a }","headers":null}]}',
      "graphiql:theme": "dark",
    });
  });

  test("is otherwise as it was given", () => {
    for (const text of ["", "dark", "0.5", "true", "{ a }", '{"a":[1,{"b":null}]}']) {
      expect(withoutHeaders(text)).toBe(text);
    }
  });

  test("tells the tab that was shown last", () => {
    const store = memory();
    expect(lastShown(store)).toBe(undefined);
    const tabs = [{ query: "{ a }" }, { query: "{ b }", variables: "{}" }];
    store.setItem("graphiql:tabState", JSON.stringify({ activeTabIndex: 1, tabs }));
    expect(lastShown(store)).toEqual({ query: "{ b }", variables: "{}" });
  });
});

describe("an operation that is sent", () => {
  test("is named only where the document has that name, or several", () => {
    expect(named({ query: "query A { a }", operationName: "B" })).toEqual({ query: "query A { a }" });
    expect(named({ query: "query A { a }", operationName: "A" })).toMatchObject({ operationName: "A" });
    const two = "query A { a }\nquery B { b }";
    expect(named({ query: two, operationName: "C" })).toMatchObject({ operationName: "C" });
  });

  test("is answered without what is told of its calls, and with all else", () => {
    expect(apart({ data: { a: 1 }, extensions: { upstream: { calls: [] } } })).toEqual({
      plain: { data: { a: 1 } },
      upstream: { calls: [] },
    });
    const other = { data: null, extensions: { trace: 1 } };
    expect(apart({ ...other, extensions: { trace: 1, upstream: 2 } })).toEqual({ plain: other, upstream: 2 });
    expect(apart(other)).toEqual({ plain: other, upstream: undefined });
  });
});
