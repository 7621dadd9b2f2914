import {
  coerceInputValue,
  GraphQLBoolean,
  type GraphQLError,
  GraphQLID,
  type GraphQLInputType,
  GraphQLInt,
  type GraphQLSchema,
  GraphQLString,
  getVariableValues,
  isInputType,
  isNonNullType,
  typeFromAST,
  type ValueNode,
  type VariableDefinitionNode,
  valueFromAST,
} from "graphql";
import type { Variables } from "./execution.ts";

/** Variables as their types say, or why one of them cannot be. */
export type ReadVariables =
  | { readonly coerced: Variables; readonly errors?: undefined }
  | { readonly coerced?: undefined; readonly errors: readonly GraphQLError[] };

/** Reads the variables of an operation as `getVariableValues` does. */
export type VariableReader = (given: Readonly<Record<string, unknown>>) => ReadVariables;

/** A variable as it is declared. */
interface Declared {
  readonly name: string;
  readonly isNonNull: boolean;
  readonly type: GraphQLInputType;
  readonly byDefault: ValueNode | undefined;
  readonly read: (value: unknown) => unknown;
}

/** Thrown where graphql-js has to say what is wrong. */
const wrong = Symbol("wrong");

/** Finds out once how variables are read. @param maxErrors of one operation; the rest is left out. */
export function variableReader(
  schema: GraphQLSchema,
  definitions: readonly VariableDefinitionNode[],
  maxErrors: number,
): VariableReader {
  const declared = definitions.flatMap((definition) => declaredBy(schema, definition) ?? []);
  const readsAll = declared.length === definitions.length;
  return (given) => {
    const coerced = readsAll ? coercedBy(declared, given) : undefined;
    if (coerced) return { coerced };
    return getVariableValues(schema, definitions, given, { maxErrors }) as ReadVariables;
  };
}

function declaredBy(
  schema: GraphQLSchema,
  { variable, type: node, defaultValue }: VariableDefinitionNode,
): Declared | undefined {
  const name = variable.name.value;
  const type = typeFromAST(schema, node as never) as unknown;
  // Assigned, such a name would be no member.
  if (!isInputType(type) || name === "__proto__") return undefined;
  return { name, isNonNull: isNonNullType(type), type, byDefault: defaultValue, read: valueReader(type) };
}

/** @returns undefined where one of them cannot be read. */
function coercedBy(
  declared: readonly Declared[],
  given: Readonly<Record<string, unknown>>,
): Variables | undefined {
  const coerced: Variables = {};
  try {
    for (const one of declared) if (!coerce(one, given, coerced)) return undefined;
  } catch (error) {
    if (error === wrong) return undefined;
    throw error;
  }
  return coerced;
}

function coerce(
  { byDefault, isNonNull, name, read, type }: Declared,
  given: Readonly<Record<string, unknown>>,
  into: Variables,
): boolean {
  if (Object.hasOwn(given, name)) {
    if (given[name] === null && isNonNull) return false;
    into[name] = read(given[name]);
  } else if (byDefault) into[name] = valueFromAST(byDefault, type);
  else if (isNonNull) return false;
  return true;
}

/** Reads a value of a type as `coerceInputValue` does; plain ones are as they are. @throws wrong */
function valueReader(type: GraphQLInputType): (value: unknown) => unknown {
  const refuse = () => {
    throw wrong;
  };
  const read = (value: unknown) => coerceInputValue(value, type, refuse);
  const inner = isNonNullType(type) ? type.ofType : type;
  if (inner === GraphQLString || inner === GraphQLID)
    return (value) => (typeof value === "string" ? value : read(value));
  if (inner === GraphQLBoolean) return (value) => (typeof value === "boolean" ? value : read(value));
  if (inner === GraphQLInt)
    return (value) => (typeof value === "number" && (value | 0) === value ? value : read(value));
  return read;
}
