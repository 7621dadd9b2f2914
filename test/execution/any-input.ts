import {
  type GraphQLInputField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLScalarType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from "graphql";
import type { Lot } from "./lot.ts";

/** Literals of scalars by their names; others are texts. */
const literals: Readonly<Record<string, readonly string[]>> = {
  Int: ["0", "-20", "7", "2147483647"],
  Float: ["1.5", "2", "-1e3"],
  Boolean: ["true", "false"],
  DateTime: ['"2026-03-01T09:30:00Z"'],
  Date: ['"2026-03-01"'],
  JSONObject: ["{}", '{ a: 1, b: [true, null, { c: "x" }] }'],
  EmailAddress: ['"ann@acme.example"'],
  URL: ['"https://acme.example/"'],
  TimeZone: ['"Europe/Paris"'],
  CountryCode: ['"NL"'],
  Port: ["443"],
  ID: ['"id-1"', "7", '"gid://web1on1/User/1"'],
};
const textLiterals = ['"text"', '"""block "q" text"""', '"\\u00e9 \\" x"', '""'];

/** JSON of scalars by their names; others are texts. */
const values: Readonly<Record<string, readonly unknown[]>> = {
  Int: [0, -20, 7],
  Float: [1.5],
  Boolean: [true, false],
  DateTime: ["2026-03-01T09:30:00Z"],
  Date: ["2026-03-01"],
  JSONObject: [{ a: 1 }],
  EmailAddress: ["ann@acme.example"],
  URL: ["https://acme.example/"],
  TimeZone: ["Europe/Paris"],
  CountryCode: ["NL"],
  Port: [443],
  ID: ["id-1", 7],
};
const wrongValues: readonly unknown[] = [{}, [], 1.5, "wrong", true, null];

/** A literal of a type in a document, which is right. @param level of nesting. */
export function anyLiteral(lot: Lot, type: GraphQLInputType, level = 0): string {
  const isNull = !isNonNullType(type) && level > 0 && lot.once(15);
  return isNull ? "null" : literalOf(lot, isNonNullType(type) ? type.ofType : type, level);
}

function literalOf(lot: Lot, type: GraphQLInputType, level: number): string {
  if (isListType(type)) {
    const entry = () => anyLiteral(lot, type.ofType, level + 1);
    return lot.once(5) ? entry() : `[${Array.from({ length: lot.below(3) }, entry).join(", ")}]`;
  }
  if (isEnumType(type)) return lot.pick(type.getValues()).name;
  if (!isInputObjectType(type)) return lot.pick(literals[type.name] ?? textLiterals);
  const fields = fieldsOf(lot, type, level);
  // Of one of several fields none may be null.
  const write = type.isOneOf ? literalOf : anyLiteral;
  return `{ ${fields.map((field) => `${field.name}: ${write(lot, field.type, level + 1)}`).join(", ")} }`;
}

/** A value of a variable of a type, which may be wrong. @param level of nesting. */
export function anyJson(lot: Lot, type: GraphQLInputType, level = 0): unknown {
  if (isNonNullType(type)) return anyJson(lot, type.ofType, level);
  if (level > 0 && lot.once(15)) return null;
  if (isListType(type)) {
    const entry = () => anyJson(lot, type.ofType, level + 1);
    return lot.once(5) ? entry() : Array.from({ length: lot.below(3) }, entry);
  }
  if (isEnumType(type)) return lot.once(20) ? "NO_SUCH" : lot.pick(type.getValues()).name;
  if (!isInputObjectType(type)) return anyScalar(lot, type);
  const members = fieldsOf(lot, type, level).map((field) => [
    field.name,
    anyJson(lot, field.type, level + 1),
  ]);
  return { ...Object.fromEntries(members), ...(lot.once(30) && { noSuchField: 1 }) };
}

const anyScalar = (lot: Lot, { name }: GraphQLScalarType): unknown =>
  lot.pick(lot.once(20) ? wrongValues : (values[name] ?? ["text"]));

/** Some fields of an input object, those that are required among them. */
function fieldsOf(lot: Lot, type: GraphQLInputObjectType, level: number): readonly GraphQLInputField[] {
  const all = Object.values(type.getFields());
  if (type.isOneOf) return [lot.pick(all)];
  return all.filter(
    (field) => (isNonNullType(field.type) && field.defaultValue === undefined) || (level < 2 && lot.once(3)),
  );
}
