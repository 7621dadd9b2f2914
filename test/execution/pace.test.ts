import { buildSchema, Kind, parse } from "graphql";
import { expect, test } from "vitest";
import { compileOperation } from "../../src/execution/compile-operation.ts";
import { createPace } from "../../src/execution/pace.ts";
import { createRowTexts } from "../../src/execution/row-texts.ts";

const schema = buildSchema("type Row { id: ID! } type Query { rows: [Row!] }");
const rows = Array.from({ length: 10_000 }, (_, id) => ({ id: String(id) }));

/** Executes a list of so many objects, each of which takes some time of a clock. @returns how long its turns were. */
async function turnsOf(count: number, eachMs: number, itemOf: (row: object) => object | Promise<object>) {
  const document = parse("{ rows { id } }");
  const [operation] = document.definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error("It is no operation.");
  let nowMs = 0;
  let beganMs = 0;
  const turnsMs: number[] = [];
  const query = schema.getType("Row");
  if (!query || !("getFields" in query)) throw new Error("There is no such type.");
  const { id } = query.getFields();
  if (!id || !("resolve" in id)) throw new Error("There is no such field.");
  id.resolve = (row: { readonly id: string }) => {
    nowMs += eachMs;
    return row.id;
  };
  const root = schema.getQueryType()?.getFields().rows;
  if (!root) throw new Error("There is no such field.");
  root.resolve = () => rows.slice(0, count).map(itemOf);
  const pace = createPace(
    () => nowMs,
    (goOn) =>
      void setImmediate(() => {
        turnsMs.push(nowMs - beganMs);
        beganMs = nowMs;
        goOn();
      }),
  );
  const hooks = { isLate: () => false, pace, rowTexts: createRowTexts({ mostBytes: 0 }) };
  const compiled = compileOperation({ schema, maxCoercionErrors: 5, ...hooks }, document, operation);
  const executed = await compiled?.execute({}, undefined);
  turnsMs.push(nowMs - beganMs);
  return { data: executed?.data, turnsMs };
}

test.each<[string, (row: object) => object | Promise<object>]>([
  ["that are there", (row) => row],
  ["that are promised", (row) => Promise.resolve(row)],
])("no turn of the event loop is long while 10 000 objects are written %s", async (_, itemOf) => {
  const { data, turnsMs } = await turnsOf(rows.length, 0.02, itemOf);
  expect(data).toBe(JSON.stringify({ rows }));
  // The first thousand take 20 ms by themselves.
  expect(Math.max(...turnsMs)).toBeLessThan(40);
  expect(turnsMs.length).toBeGreaterThan(8);
});

test("a few hundred objects are not divided, however long they take, so that their loaders ask in one call", async () => {
  const { turnsMs } = await turnsOf(400, 1, (row) => Promise.resolve(row));
  expect(turnsMs).toEqual([400]);
});
