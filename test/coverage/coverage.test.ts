import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { neverNullIn } from "../../src/fields/never-null.ts";
import { fullModel, resolverMapsOf } from "../../src/graphql/model.ts";
import { type Table, tables } from "../contracts/tables.ts";
import { sharedSchema } from "../support/schema.ts";
import { coverageText, isOffered, isOfNoField } from "./coverage-text.ts";
import { rowOf } from "./documented-rows.ts";
import { codesOf, tellsParts } from "./mutation-codes.ts";
import { testsOf } from "./noun-tests.ts";
import { uncovered } from "./uncovered.ts";
import { type WatchedRun, watchedRun } from "./watched-run.ts";

let run: WatchedRun;

beforeAll(async () => {
  run = await watchedRun();
}, 180_000);

test("every field is resolved by an operation that is watched", () => {
  expect(run.fields.filter((field) => !run.resolved.has(field))).toEqual([]);
});

test("every field that may reach a system has a cost, and every cost is that of such a field", () => {
  // These tell only how many objects there are.
  const counting = [
    ...["activities", "people", "queues", "sites", "skills", "teams", "forecastTotals"].map(
      (name) => `Create${name.charAt(0).toUpperCase()}${name.slice(1)}Payload.${name}`,
    ),
    "SetRequirementsPayload.parts",
    "UpsertConversationsPayload.parts",
    "CreateQaScoresPayload.parts",
    // Its cost says that the slots are told.
    "Organization.categories",
    // Its fields look for the records.
    "Query.customer360",
  ];
  expect([...run.reached.keys(), ...counting].sort()).toEqual(Object.keys(run.costs).sort());
});

test("a cost names every endpoint that its field was seen to use", () => {
  const unstated = [...run.reached].flatMap(([field, endpoints]) =>
    [...endpoints].flatMap((endpoint) =>
      run.stated.get(field)?.has(endpoint) ? [] : `${field}: ${endpoint.method} ${endpoint.path}`,
    ),
  );
  expect(unstated).toEqual([]);
});

test("a field that is shown as null only beside an error was asked for, and was never null without one", () => {
  const neverNull = [...neverNullIn(resolverMapsOf(fullModel))];
  expect(neverNull.length).toBeGreaterThan(150);
  expect(neverNull.filter((field) => !run.resolved.has(field))).toEqual([]);
  expect(neverNull.filter((field) => run.gaveNull.has(field))).toEqual([]);
  // One that may be null was seen to be.
  expect(run.gaveNull.has("Account.contacts")).toBe(true);
});

test("mutations name the codes that their endpoints can fail with", () => {
  const silent = [...run.stated].flatMap(([field, endpoints]) => {
    const [root, name = ""] = field.split(".");
    const described = sharedSchema().getMutationType()?.getFields()[name];
    if (root !== "Mutation" || !described || tellsParts(described)) return [];
    const named: readonly string[] = described.description?.match(/`[A-Z_]+`/g) ?? [];
    return codesOf([...endpoints])
      .filter((code) => !named.includes(`\`${code}\``))
      .map((code) => `${field}: ${code}`);
  });
  expect(silent).toEqual([]);
});

test("a mutation names an unknown outcome only if it may do something twice", () => {
  const naming = Object.values(sharedSchema().getMutationType()?.getFields() ?? {}).filter(
    ({ description }) => description?.includes("`UPSTREAM_OUTCOME_UNKNOWN`"),
  );
  expect(naming.length).toBeGreaterThan(25);
  const needless = naming.filter(
    ({ name }) =>
      !codesOf([...(run.stated.get(`Mutation.${name}`) ?? [])]).includes("UPSTREAM_OUTCOME_UNKNOWN"),
  );
  expect(needless.map(({ name }) => name)).toEqual([]);
});

describe("a field takes the scope of each system whose endpoints are named", () => {
  test("by its cost", () => {
    expect(run.stated.size).toBeGreaterThan(200);
    expect(uncovered(run.stated)).toEqual([]);
  });

  test("by what it was seen to use", () => {
    expect(uncovered(run.reached)).toEqual([]);
    // A join that took the scope of its object alone would be seen.
    const [endpoint] = run.reached.get("Account.organization") ?? [];
    if (!endpoint) throw new Error("The join used no endpoint.");
    expect(uncovered(new Map([["Account.name", new Set([endpoint])]]))).toHaveLength(1);
  });
});

describe.each(Object.entries<Table>(tables))("%s", (system, table) => {
  const handlers = () => run.fieldsByHandler[system] ?? new Map<string, ReadonlySet<string>>();

  test("every documented endpoint that is offered is reached by a field or by a named alternative", () => {
    const unreached = table.documented.filter((documented) => {
      if (!isOffered(table, documented) || table.namedAlternatives[documented.id]) return false;
      const row = rowOf(table, documented);
      return row === undefined || !(handlers().get(row)?.size || isOfNoField(system, row));
    });
    expect(unreached.map(({ id }) => id)).toEqual([]);
  });

  test("every endpoint of ours is a documented one, and its handler has answered", () => {
    const ours = Object.entries(table.api).flatMap(([noun, verbs]) =>
      Object.keys(verbs).map((verb) => `${noun}.${verb}`),
    );
    const documented = new Set(table.documented.flatMap((one) => rowOf(table, one) ?? []));
    expect([...documented, ...table.secondWays].sort()).toEqual([...ours].sort());
    const silent = ours.filter(
      (row) => !handlers().has(row) && !table.secondWays.includes(row) && !isOfNoField(system, row),
    );
    expect(silent).toEqual([]);
  });

  test("a test in the folder of its noun speaks of every endpoint", () => {
    const silent = [...handlers()].filter(
      ([handler, fields]) =>
        fields.size > 0 && testsOf(system, handler.split(".")[0] ?? "", fields).length === 0,
    );
    expect(silent.map(([handler]) => handler)).toEqual([]);
  });
});

test("docs/coverage.md is what scripts/coverage.ts writes", async () => {
  const written = readFileSync(new URL("../../docs/coverage.md", import.meta.url), "utf8");
  expect(await coverageText()).toBe(written);
});
