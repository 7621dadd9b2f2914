import fc from "fast-check";
import { expect, describe as group, test } from "vitest";
import { GatewayError } from "../../../src/errors.ts";
import { type AnyEndpoint, routeOf } from "../../../src/rest/endpoint.ts";
import { type IdPattern, matchesId } from "../../../src/rest/id-pattern.ts";
import { fillUrl } from "../../../src/rest/message/url.ts";
import { systems as allSystems } from "../../../src/systems.ts";
import type { DocumentedEndpoint } from "../../contracts/contract.ts";
import { tableOf } from "../../contracts/tables.ts";
import { engine, things } from "../engine.ts";
import { GET } from "../routes.ts";
import { systems as definitions } from "../systems.ts";

/** Every system with the path of its base URL. */
const systems = allSystems.map(({ name, settings }) => ({
  name,
  ...tableOf(name),
  patterns: definitions.find((definition) => definition.name === name)?.pathParameters ?? {},
  base: new URL(settings[0]?.byDefault ?? "").pathname.replace(/\/$/, ""),
}));

/** Every row of a system with every name in its template, beside the pattern of that name. */
const slots = systems.flatMap(({ name, api, documented, patterns, base }) =>
  Object.values(api)
    .flatMap((rows) => Object.values(rows))
    .flatMap((row) => [...row.path.matchAll(/\{(\w+)\}/g)].map(([, slot = ""]) => ({ row, slot })))
    .map(({ row, slot }) => ({
      system: name,
      baseUrl: `https://api.example${base}`,
      documented,
      row,
      slot,
      patterns,
    })),
);

type Patterns = Readonly<Record<string, IdPattern>>;

/** What has led servers astray before, alone and around good ids. */
// biome-ignore format: one to a line would be half of the file.
const hostile = [
  "..", ".", "...", "", " ", "\t", "../x", "..\\x", "..;/", "a/b", "a\\b", "a?b", "a#b", "a&b=c", "a;b", "a+b", "a%",
  "a\r\nHost: evil", "a\n", "%2e%2e", "%2E%2e%2f", "%00", "%zz", "\u0000", "a\u0000b", "//host", "/", "?", "#", "@",
  ":", "*", "+", "\ud800", "a\udfff", "\ud83d\ude00", "ünïcödé", "\u202e", "\u2028", "\ufeff", "．．", "ME", "new",
];

/** Every word that stands in a path of an upstream. */
const words = systems.flatMap(({ documented }) => documented.flatMap(({ path }) => path.split("/")));

const goodId = fc.oneof(
  fc.uuid(),
  fc.stringMatching(/^[0-9a-f]{24}$/),
  fc.stringMatching(/^[0-9A-Za-z_-]{1,30}$/),
  fc
    .tuple(fc.domain(), fc.stringMatching(/^[a-z0-9.+'!*()~_-]{1,12}$/))
    .map(([host, user]) => `${user}@${host}`),
  fc.domain(),
  fc.constantFrom("Tier", "Stage", "crm-acme", "münchen.example", "it's a/b?c#d&e=f%"),
);

const anyId = fc.oneof(
  goodId,
  fc.constantFrom(...hostile, ...words),
  fc.string({ unit: "binary", maxLength: 12 }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 6 })
    .map((units) => String.fromCharCode(...units)),
  fc.tuple(goodId, fc.constantFrom(...hostile)).map(([id, bad]) => `${id}${bad}`),
  fc.tuple(fc.constantFrom(...hostile), goodId).map(([bad, id]) => `${bad}${id}`),
  fc.tuple(goodId, fc.constantFrom(...hostile), goodId).map(([a, bad, b]) => `${a}${bad}${b}`),
);

group("any id in any slot", () => {
  const patterns = [...new Map(slots.map((slot) => [`${slot.system} ${slot.slot}`, slot])).keys()];
  test.each(patterns)("of %s is refused, or stands as one part of the template's own path", (pattern) => {
    const rows = slots.filter(({ system, slot }) => `${system} ${slot}` === pattern);
    const passed = new Set<string>();
    fc.assert(
      fc.property(anyId, fc.nat(), (id, choice) => {
        const place = rows[choice % rows.length];
        if (!place) return;
        const url = urlOrRefusal(place, id);
        if (!url) return;
        passed.add(id);
        expect(readBack(place, url)).toBe(id);
        expect(narrowerRoutes(place, url)).toEqual([]);
      }),
      { numRuns: 2_000 },
    );
    // The property would hold as well if everything was refused.
    expect(passed.size).toBeGreaterThan(pattern === "assembly type" ? 1 : 20);
  });

  test("has been looked at in every row that takes one", () => {
    expect(slots.length).toBeGreaterThan(20);
    expect(slots.filter(({ slot, patterns }) => !patterns[slot])).toEqual([]);
  });
});

interface Place {
  readonly documented: readonly DocumentedEndpoint[];
  readonly baseUrl: string;
  readonly row: AnyEndpoint;
  readonly slot: string;
  readonly patterns: Patterns;
}

/** Stands in the slots that are not looked at. */
const filler = (slot: string): string =>
  slot === "type"
    ? "Tier"
    : slot.toLowerCase().includes("domain")
      ? "example.com"
      : "0123456789abcdef01234567";

function urlOrRefusal({ baseUrl, row, slot, patterns }: Place, id: string): URL | undefined {
  const others = [...row.path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => [name, filler(name)]);
  try {
    return fillUrl(baseUrl, row, { ...Object.fromEntries(others), [slot]: id }, patterns);
  } catch (error) {
    if (error instanceof GatewayError && error.code === "UPSTREAM_INVALID_RESPONSE") return undefined;
    throw error;
  }
}

/** Routes of the upstream that would take the URL in place of the row's own: `/users/me` instead of `/users/{user_id}`. */
function narrowerRoutes({ baseUrl, documented, row }: Place, url: URL): string[] {
  const fixed = (path: string) => path.split("/").filter((part) => !part.startsWith("{")).length;
  const parts = url.pathname
    .slice(new URL(`${baseUrl}/`).pathname.length - 1)
    .toLowerCase()
    .split("/");
  const own = row.path.split("?")[0] ?? "";
  return documented
    .filter(({ method, path }) => method === row.method && fixed(path) > fixed(own))
    .map(({ path }) => path)
    .filter((path) => {
      const wanted = path.toLowerCase().split("/");
      return (
        wanted.length === parts.length &&
        wanted.every((part, place) => part.startsWith("{") || part === parts[place])
      );
    });
}

/** The id as an upstream would read it from the URL; fails where the URL is not the template's. */
function readBack({ baseUrl, row, slot }: Place, url: URL): string {
  const [path = "", query = ""] = row.path.split("?");
  expect(url.href.startsWith(`${baseUrl}/`)).toBe(true);
  expect(url.hash).toBe("");
  const given = new URL(url.href).pathname
    .slice(new URL(baseUrl).pathname.replace(/\/$/, "").length)
    .split("/");
  const wanted = path.split("/");
  expect(given.length).toBe(wanted.length);
  let found: string | undefined;
  for (const [place, part] of wanted.entries()) {
    if (part === `{${slot}}`) found = decodeURIComponent(given[place] ?? "");
    else if (!part.startsWith("{")) expect(given[place]).toBe(part);
  }
  const parameters = [...url.searchParams];
  expect(parameters.map(([name]) => name)).toEqual(query === "" ? [] : [query.split("=")[0]]);
  return found ?? parameters[0]?.[1] ?? "";
}

test.each(["", " ", "\u00a0", "\t", "\n", "\u2028", "  \u3000", "\u2029 "])(
  "a source specific id of nothing but space (%j) reaches no upstream",
  (id) => {
    const rows = slots.filter(({ slot }) => slot.toLowerCase().includes("sourcespecificid"));
    expect(rows.length).toBeGreaterThan(3);
    for (const place of rows) expect(urlOrRefusal(place, id)).toBeUndefined();
  },
);

test("what no path can hold is refused whatever the pattern", () => {
  const anything: IdPattern = { description: "anything", pattern: /^.*$/s, longest: 1_000 };
  for (const id of ["", ".", "..", "\ud800", "a\udc00b"]) expect(matchesId(anything, id)).toBe(false);
  for (const id of ["...", "\ud83d\ude00", "a.b", " "]) expect(matchesId(anything, id)).toBe(true);
});

test("reserved words are refused in any case", () => {
  const id: IdPattern = { description: "an id", pattern: /^\w+$/, longest: 40, reserved: ["me"] };
  expect(["me", "ME", "Me", "mee"].map((value) => matchesId(id, value))).toEqual([false, false, false, true]);
});

test("a query repeats the key of a list, leaves out what is undefined, and encodes names and values", () => {
  const row = GET("/things?key={key}").query<Readonly<Record<string, never>>>().returns();
  const query = { tag: ["a&b", "c d", ""], none: undefined, empty: [], n: 0, no: false, "x[y]": "é+%" };
  const url = fillUrl(
    "http://things.test",
    row,
    { key: "k&k", query },
    { key: { description: "", pattern: /./, longest: 40 } },
  );
  expect([...url.searchParams]).toEqual([
    ["key", "k&k"],
    ["tag", "a&b"],
    ["tag", "c d"],
    ["tag", ""],
    ["n", "0"],
    ["no", "false"],
    ["x[y]", "é+%"],
  ]);
});

test("a space is encoded in one way wherever it stands, and half a surrogate pair as what stands for it", () => {
  const row = GET("/things?key={key}").query<{ readonly tag: string }>().returns();
  const patterns = { key: { description: "", pattern: /./, longest: 40 } };
  const url = fillUrl("http://things.test", row, { key: "a b", query: { tag: "c d\ud800" } }, patterns);
  expect(url.search).toBe("?key=a%20b&tag=c%20d%EF%BF%BD");
});

test("a value that is refused is not quoted, the call is named by its template, and nothing is sent", async () => {
  const { operation, calls } = engine();
  const { call } = operation();
  await expect(call(things.get, { id: ".." })).rejects.toMatchObject({
    code: "UPSTREAM_INVALID_RESPONSE",
    message: "A system answered an id that cannot stand in GET /things/{id}; expected a name.",
  });
  await expect(call(things.getByKey, { key: "NEW" })).rejects.toMatchObject({
    code: "UPSTREAM_INVALID_RESPONSE",
    message: "A system answered an id that cannot stand in GET /things; expected a name.",
  });
  expect(calls()).toEqual([]);
});

test("a row whose template names what the system has no pattern for is a fault, not input", () => {
  const row = GET("/other/{what}").returns();
  expect(() => fillUrl("http://things.test", row, { what: "a" }, {})).toThrow(
    "No pattern for {what} of GET /other/{what}",
  );
});

test("messages name a call by method and template, never by what stands in it", () => {
  expect(routeOf(things.getByKey)).toBe("GET /things");
  expect(routeOf(things.update)).toBe("PATCH /things/{id}");
});
