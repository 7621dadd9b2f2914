import fc from "fast-check";
import { expect, test } from "vitest";
import { hasLink } from "../../../src/rest/message/link.ts";
import { gateway } from "../../support/gateway.ts";

const next = "/v2/users?limit=1&offset=1";
const list = `query ($after: String) {
  users(first: 1, after: $after) { nodes { sourceId } pageInfo { hasNextPage endCursor } }
}`;
const calls = ["web1on1 GET /users?limit=100&offset=0", "web1on1 GET /users?limit=1&offset=1"];

test.each([
  `<${next}>; rel="next"`,
  `<${next}>; rel = "next"`,
  `<${next}>;rel=next`,
  `<${next}> ; REL=Next ; title=more`,
  `<${next}>; rel="last next"`,
  `<${next}>; rel="next\tlast"`,
  `<${next}>; title="a, b; rel=x"; rel="next"`,
  `<${next}>; title="\\"quoted\\""; rel="next"`,
  `<${next}>; crossorigin; rel="next"`,
  `<${next}>; rel="next"; rel="prev"`,
  `<${next}>;; rel=next;`,
  `, <${next}>; rel=next ,`,
  `</v2/users?offset=0>; rel=first, <${next}>; rel="next", </v2/users?offset=2>; rel=last`,
  `</v2/users?ids=1,2;rel=x>; flag, <${next}>; rel=next`,
  `<https://elsewhere.test/v9/users?offset=77>; rel="next"`,
  `<>; rel=next`,
])("a list goes on behind %s, and its address is not called", async (link) => {
  const { query, callsWithQueries, sandbox } = gateway();
  const page = (id: string, headers = {}) => ({ status: 200, headers, body: [{ id }] });
  sandbox.web1on1.inject({
    row: "users.list",
    reply: [page("a".repeat(24), { link }), page("b".repeat(24))],
  });
  const { users } = await query(list);
  expect(users).toMatchObject({ nodes: [{ sourceId: "a".repeat(24) }], pageInfo: { hasNextPage: true } });
  const more = await query(list, { after: users.pageInfo.endCursor });
  expect(more.users).toMatchObject({
    nodes: [{ sourceId: "b".repeat(24) }],
    pageInfo: { hasNextPage: false },
  });
  expect(callsWithQueries()).toEqual(calls);
});

test.each([
  undefined,
  "",
  " , ",
  '</v2/users>; rel="prev"',
  '</v2/users>; rel="nextish next-page x-next"',
  '</v2/users>; title="rel=next"',
  '</v2/users>; rev="next"',
  "</v2/users?rel=next>",
  "<a>; rel=prev; rel=next",
])("a list ends with %s", (header) => {
  expect(hasLink(header, "next")).toBe(false);
});

test.each(["next", "<a", "</v2/users> rel=next", '<a>; rel="next', "<a>; rel=next <b>", "<a>; rel=x; =next"])(
  "behind %s, which is no Link header, a list is read until a page is empty",
  async (link) => {
    expect(hasLink(link, "next")).toBeUndefined();
    const { query, callsWithQueries, sandbox } = gateway();
    const page = (...rows: readonly object[]) => ({ status: 200, headers: { link }, body: rows });
    sandbox.web1on1.inject({ row: "users.list", reply: [page({ id: "a".repeat(24) }), page()] });
    const { users } = await query(list);
    expect(users).toMatchObject({ nodes: [{ sourceId: "a".repeat(24) }], pageInfo: { hasNextPage: true } });
    const more = await query(list, { after: users.pageInfo.endCursor });
    expect(more.users).toMatchObject({ nodes: [], pageInfo: { hasNextPage: false } });
    expect(callsWithQueries()).toEqual(calls);
  },
);

test("of any links the relations are found, whatever the form of their parameters", () => {
  const token = fc.stringMatching(/^[a-z][a-z0-9-]{0,6}$/);
  const blank = fc.constantFrom("", " ", "\t ");
  const quoted = fc
    .string({ unit: fc.constantFrom(...'ab ,;=<>"\\\u00e9') })
    .map((text) => `"${text.replace(/["\\]/g, "\\$&")}"`);
  const other = fc
    .tuple(
      token.filter((name) => name !== "rel"),
      blank,
      blank,
      fc.option(fc.oneof(token, quoted)),
    )
    .map(([name, before, behind, value]) => name + (value === null ? before : `${before}=${behind}${value}`));
  const link = fc
    .record({
      target: fc.stringMatching(/^[a-z0-9/?&=,;:.]{0,12}$/),
      relations: fc.array(token, { minLength: 1, maxLength: 3 }),
      before: fc.array(other, { maxLength: 2 }),
      behind: fc.array(other, { maxLength: 2 }),
      blank,
      isUpper: fc.boolean(),
    })
    .map(({ target, relations, before, behind, blank: space, isUpper }) => {
      const rel = `rel${space}=${space}"${relations.join(" ")}"`;
      const parameters = [...before, isUpper ? rel.toUpperCase() : rel, ...behind];
      return { relations, text: [`<${target}>`, ...parameters].join(`${space};${space}`) };
    });
  fc.assert(
    fc.property(fc.array(link, { maxLength: 4 }), token, (links, wanted) => {
      const header = links.map(({ text }) => text).join(", ");
      for (const relation of [wanted, ...links.flatMap(({ relations }) => relations)])
        expect(hasLink(header, relation)).toBe(links.some(({ relations }) => relations.includes(relation)));
    }),
    { numRuns: 500 },
  );
});

test("a header of any text is read in little time", () => {
  const startedMs = performance.now();
  for (const text of [
    `<a>; rel="${"\\".repeat(16_000)}`,
    `<a>${" ;".repeat(8_000)}x`,
    `<a>; a${" ".repeat(16_000)}<`,
  ])
    hasLink(text, "next");
  expect(performance.now() - startedMs).toBeLessThan(100);
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'<>;,=" \\nexrl') }), (text) => {
      expect([true, false, undefined]).toContain(hasLink(text, "next"));
    }),
    { numRuns: 500 },
  );
});
