import { parse, validate } from "graphql";
import { describe, expect, test } from "vitest";
import { createSchema } from "../../src/graphql/schema.ts";
import { type SystemRow, systemRows } from "../rest/systems.ts";

const schema = createSchema();
const writes = systemRows.filter(({ row }) => row.effect !== "read");
const unrepeatable = writes.filter(({ row }) => row.effect === "create" || row.effect === "conditional");

test("there are rows of each kind to look at", () => {
  expect(systemRows.length).toBeGreaterThan(40);
  expect(new Set(writes.map(({ definition }) => definition.name)).size).toBe(3);
  expect(new Set(unrepeatable.map(({ definition }) => definition.name)).size).toBe(3);
});

/** What cannot be read at all is shown by no query, and no write makes it wrong. */
const isRead = ({ definition, noun }: SystemRow): boolean =>
  Object.values(definition.api[noun] ?? {}).some(({ effect }) => effect === "read");

test("interactions, conversations and scores alone cannot be read", () => {
  expect([...new Set(systemRows.filter((row) => !isRead(row)).map(({ noun }) => noun))]).toEqual([
    "interactions",
    "conversations",
    "qaScores",
  ]);
});

describe.each(unrepeatable.filter(isRead))("$name, which must not be done twice,", ({ row }) => {
  test("names a query that the schema answers", () => {
    const document = parse(row.reconcile ?? "");
    expect(validate(schema, document)).toEqual([]);
    expect(document.definitions).toMatchObject([{ kind: "OperationDefinition", operation: "query" }]);
  });
});

test.each(writes)("$name names what it makes wrong, by nouns of its system", ({ definition, row }) => {
  expect(row.invalidates).toBeDefined();
  const nouns = Object.keys(definition.api);
  expect(row.invalidates?.filter((noun) => !nouns.includes(noun))).toEqual([]);
  expect(new Set(row.invalidates).size).toBe(row.invalidates?.length);
});

/** A report is read by the id that its start answers, so that nothing was read of it before. */
const makeNothingWrong: ReadonlySet<string> = new Set(["auth", "reports"]);

test.each(writes.filter((row) => !makeNothingWrong.has(row.noun) && isRead(row)))(
  "$name makes wrong what is read of its own noun",
  ({ noun, row }) => {
    expect(row.invalidates).toContain(noun);
  },
);

test.each(systemRows.filter(({ row }) => row.effect === "read"))(
  "$name, a read, says nothing that only writes say",
  ({ row }) => {
    expect([row.invalidates, row.repeatableIf, row.reconcile]).toEqual([undefined, undefined, undefined]);
  },
);

test("only reads are kept, and none that answers a token or what is to be written back", () => {
  const kept = systemRows.filter(({ row }) => row.cache);
  expect(kept.filter(({ row }) => row.effect !== "read")).toEqual([]);
  const unkept = systemRows.filter(({ row }) => row.effect === "read" && !row.cache);
  expect(unkept.map(({ name }) => name)).toEqual([
    "web1on1 auth.refreshToken",
    "web1on1 users.getToMerge",
    "web1on1 organizations.getToMerge",
    "web1on1 bots.getToMerge",
    "web1on1 botInstances.getToMerge",
    "web1on1 services.getToMerge",
    "web1on1 forms.getToMerge",
  ]);
});
