import {
  type GraphQLNamedOutputType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isAbstractType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
} from "graphql";
import { type Lot, lotFor } from "./lot.ts";

/** An object that a resolver gives: read-only, and the same for the same number, as rows of the cache are. */
export interface MockRow {
  readonly __typename: string | undefined;
  readonly number: number;
}

/** How often something is wrong. */
export interface Trouble {
  /** Per cent of values that are not what they must be. */
  readonly trouble: number;
}

/** Where values are made, and how. */
export interface Making extends Trouble {
  readonly where: string;
  /** Per cent of items of lists that are promised. @default none */
  readonly promised?: number;
}

const texts = [
  "plain",
  'quo"te',
  "back\\slash",
  "tab\there",
  "new\nline",
  "\u0001",
  "é",
  "😀",
  "\ud800x",
  "",
  "\u2028",
  "x".repeat(40),
];

/** What resolvers may give for scalars by their names; others are texts. */
const scalarValues: Readonly<Record<string, readonly unknown[]>> = {
  ID: [...texts, 0, 7, 999],
  Int: [0, -0, 1, -5, 2_147_483_647, true, "12"],
  Float: [0, -0, 1.5, 1e21, 1e-7, 12_345.678, true, "1.5"],
  Boolean: [true, false, 0, 1],
  DateTime: [0, 1_700_000_000, "2026-03-01T09:30:00Z", "2026-03-01 09:30", new Date(5), "nonsense"],
  Date: ["2026-03-01", "2026-03-01T00:00:00Z", 5],
  JSONObject: [{}, { a: 1, "2": [1, null, { x: "é\ud800" }], "1": "y" }, { z: 'q"' }],
};

/** A value for a field of a type, or what must not be one. */
export function anyValue(schema: GraphQLSchema, type: GraphQLOutputType, lot: Lot, making: Making): unknown {
  if (lot.below(100) < making.trouble) {
    return lot.pick([
      null,
      undefined,
      new Error(`an error at ${making.where}`),
      { odd: true },
      Symbol.for("odd"),
    ]);
  }
  if (isNonNullType(type)) return anyValue(schema, type.ofType, lot, making);
  if (lot.below(100) < 6) return null;
  return isListType(type) ? listOf(schema, type.ofType, lot, making) : namedValue(schema, type, lot);
}

function listOf(schema: GraphQLSchema, type: GraphQLOutputType, lot: Lot, making: Making): unknown {
  const items = Array.from({ length: lot.below(4) }, () => {
    const value = anyValue(schema, type, lot, making);
    return lot.below(100) < (making.promised ?? 0) ? later(value, lot.below(4)) : value;
  });
  return lot.once(12) ? new Set(items) : items;
}

async function later(value: unknown, hops: number): Promise<unknown> {
  for (let hop = 0; hop < hops; hop += 1) await undefined;
  return value;
}

function namedValue(schema: GraphQLSchema, type: GraphQLNamedOutputType, lot: Lot): unknown {
  if (isScalarType(type)) return lot.pick(scalarValues[type.name] ?? texts);
  if (isEnumType(type)) return lot.once(12) ? "no such value" : lot.pick(type.getValues()).value;
  if (isObjectType(type)) return rowOf(type, lot.below(5));
  if (!isAbstractType(type)) throw new Error("There is no other kind of type.");
  const row = rowOf(lot.pick(schema.getPossibleTypes(type)), lot.below(5));
  return lot.pick([
    ...Array.from({ length: 26 }, () => row),
    ...wrongNames.map((name) => ({ ...row, __typename: name })),
  ]);
}

/** Names that no object may have: of no type, of no object, of an object that is none of them, and none. */
const wrongNames = ["NoSuchType", "String", "Query", undefined];

const rows = new Map<string, MockRow>();

function rowOf(type: GraphQLObjectType, number: number): MockRow {
  const key = `${type.name} ${number}`;
  const known = rows.get(key) ?? newRow(type, number);
  rows.set(key, known);
  return known;
}

/** Properties of the names of scalar fields; one in three is named as two of the upstreams do it. */
function newRow(type: GraphQLObjectType, number: number): MockRow {
  const row: Record<string, unknown> = {};
  for (const field of Object.values(type.getFields())) {
    const lot = lotFor(`${type.name}.${field.name} ${number}`);
    const named = isNonNullType(field.type) ? field.type.ofType : field.type;
    if (!isScalarType(named) || lot.once(12)) continue;
    const name = lot.once(3)
      ? field.name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
      : field.name;
    row[name] = lot.once(25) ? { odd: true } : lot.pick(scalarValues[named.name] ?? texts);
  }
  return Object.freeze({ ...row, __typename: type.name, number });
}
