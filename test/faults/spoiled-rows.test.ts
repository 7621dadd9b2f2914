import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { systemNames } from "./calls.ts";
import { type SpoiledList, spoiledGateway, spoiledLists } from "./row-spoiler.ts";
import { wholeRows } from "./whole-rows.ts";

type Row = Readonly<Record<string, unknown>>;
type ListName = keyof typeof spoiledLists;

const rowsPerList = 8;
const runs = 30;

const window = 'window: { start: "2026-03-04T10:00:00Z", end: "2026-03-04T10:10:00Z" }';
const yesterday = 'window: { start: "2026-03-03T00:00:00Z", end: "2026-03-04T00:00:00Z" }';
const argumentsOf: Readonly<Record<string, string>> = Object.fromEntries([
  ...[
    "accounts",
    "contacts",
    "usageLogs",
    "people",
    "users",
    "organizations",
    "services",
    "forms",
    "timeOffRequests",
    "timeOffUpdates",
  ].map((name) => [name, `(first: ${rowsPerList})`]),
  ["activities", `(${window})`],
  ["agentStates", `(${window}, first: ${rowsPerList})`],
  ...["agentStateEdits", "eventChanges"].map((name) => [name, `(${yesterday})`]),
  ["forecastTotals", `(${window})`],
  ["forecastedVsActuals", `(${window}, channel: CHAT, intervalMinutes: 5)`],
]);

const nested = (levels: number): unknown =>
  Array.from({ length: levels }).reduce<unknown>((inner) => [inner], "CANARY");

/** Each holds a word that no message may hold, or nothing that could be told again. */
const anyValue = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    [],
    {},
    [null],
    [[]],
    "",
    0,
    -1,
    1.5,
    1e300,
    true,
    false,
    "CANARY\ud83d",
    "CANARY".repeat(2_000),
    ["CANARY"],
    [{ id: "CANARY" }],
    { toString: "CANARY", valueOf: 1, toJSON: "CANARY" },
    JSON.parse('{ "__proto__": { "id": "CANARY" }, "constructor": "CANARY" }'),
    { id: "CANARY", name: "CANARY", password: "SECRET", users: [{ apiToken: "SECRET" }] },
    { _id: "000000000000000000000100", billingInfo: { stripeCustomerId: "SECRET" } },
    { id: { id: "CANARY" } },
    nested(3_000),
  ),
  fc.string({ unit: "binary" }).map((text) => `CANARY${text}`),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.jsonValue({ maxDepth: 2 }).map((value) => ({ CANARY: value })),
);

const rowsOf = (data: Readonly<Record<string, unknown>>, name: string): readonly Row[] => {
  const list = data[name] as readonly Row[] | { readonly nodes: readonly Row[] };
  return Array.isArray(list) ? list : (list as { readonly nodes: readonly Row[] }).nodes;
};

const keyOf = (row: Row, at: number): unknown => row.sourceId ?? row.id ?? at;

describe.each(systemNames)("a row of %s with any JSON in its fields", (system) => {
  test("spoils no other row, and its values are in no message", { timeout: 60_000 }, async () => {
    const names = (Object.keys(spoiledLists) as ListName[]).filter(
      (name) => spoiledLists[name].system === system,
    );
    const made = spoiledGateway();
    const document = wholeRows(made.gateway.schema, names, (field) => argumentsOf[field] ?? "");
    const before = await made.query(document);
    const spoiling = fc.constantFrom(...names).chain((name) => {
      const list: SpoiledList = spoiledLists[name];
      const rows = made.rowsIn(list).slice(0, rowsPerList);
      return fc.constantFrom(...rows.entries()).chain(([at, [key, row]]) =>
        fc.subarray(Object.keys(row), { minLength: 1 }).chain((fields) =>
          fc.tuple(...fields.map(() => anyValue)).map((values) => ({
            name,
            ids: [key, row.id],
            spoiling: {
              list,
              at,
              values: Object.fromEntries(fields.map((field, place) => [field, values[place]])),
            },
          })),
        ),
      );
    });

    await fc.assert(
      fc.asyncProperty(spoiling, async ({ name: spoiledName, ids, spoiling: wanted }) => {
        made.spoil(wanted);
        const { data, errors } = await made.execute(document);
        made.spoil(undefined);
        for (const { extensions } of errors)
          expect(extensions).toMatchObject({ code: "UPSTREAM_INVALID_RESPONSE", system });
        expect(JSON.stringify(errors)).not.toMatch(/CANARY|SECRET/);
        if (system === "web1on1") expect(JSON.stringify(data)).not.toContain("SECRET");
        for (const name of names) {
          const after = new Map(rowsOf(data, name).map((each, at) => [keyOf(each, at), each]));
          for (const [at, each] of rowsOf(before, name).entries()) {
            // What is the spoiled row, or points at it, may be otherwise.
            const isPlace = name === spoiledName && each.sourceId === undefined && at === wanted.at;
            const isTouched = ids.some((id) => isId(id) && JSON.stringify(each).includes(id));
            if (!isPlace && !isTouched) expect(after.get(keyOf(each, at))).toEqual(each);
          }
        }
      }),
      { numRuns: runs },
    );
  });
});

/** Places are no ids, and stand anywhere. */
const isId = (value: unknown): value is string => typeof value === "string" && value.length > 8;
