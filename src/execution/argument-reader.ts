import {
  type FieldNode,
  type GraphQLArgument,
  type GraphQLField,
  getArgumentValues,
  isLeafType,
  isNonNullType,
  Kind,
  type ValueNode,
  valueFromAST,
} from "graphql";
import type { Arguments, Execution, Variables } from "./execution.ts";

/** Puts an argument among those that were read. @returns whether it can be read; graphql-js says why not. */
type ReadArgument = (variables: Variables, into: { [name: string]: unknown }) => boolean;

/**
 * Finds out once how the arguments of a field are read, and reads them once for all rows of an execution.
 * @returns undefined for a field without arguments. @throws GraphQLError as `getArgumentValues` does.
 */
export function argumentReader(
  field: GraphQLField<unknown, unknown>,
  node: FieldNode | undefined,
): ((execution: Execution) => Arguments) | undefined {
  if (field.args.length === 0 || !node) return undefined;
  const read = argumentValues(field, node);
  return (execution) => {
    const known = execution.argumentsRead.get(read);
    if (known) return known;
    const made = read(execution.variables);
    execution.argumentsRead.set(read, made);
    return made;
  };
}

/** Reads arguments as `getArgumentValues` does, by what was found out about them once. */
export function argumentValues(
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
): (variables: Variables) => Arguments {
  const values = new Map((node.arguments ?? []).map(({ name, value }) => [name.value, value]));
  const readers = field.args.map((argument) => readerOf(argument, values.get(argument.name)));
  return (variables) => {
    const made: { [name: string]: unknown } = {};
    for (const read of readers) if (!read(variables, made)) return getArgumentValues(field, node, variables);
    return made;
  };
}

function readerOf({ defaultValue, name, type }: GraphQLArgument, value: ValueNode | undefined): ReadArgument {
  const isNonNull = isNonNullType(type);
  const leaveOut: ReadArgument = (_variables, into) => {
    if (defaultValue === undefined) return !isNonNull;
    into[name] = defaultValue;
    return true;
  };
  if (!value) return leaveOut;
  if (value.kind === Kind.VARIABLE) {
    const variable = value.name.value;
    return (variables, into) => {
      if (!Object.hasOwn(variables, variable)) return leaveOut(variables, into);
      const given = variables[variable];
      if (given === undefined || (given === null && isNonNull)) return false;
      into[name] = given;
      return true;
    };
  }
  const inner = isNonNull ? type.ofType : type;
  // What can be changed is made anew, lest one operation change it for another.
  const constant = isLeafType(inner) ? valueFromAST(value, type) : undefined;
  const isConstant = constant !== undefined && typeof constant !== "object";
  return (variables, into) => {
    const made = isConstant ? constant : valueFromAST(value, type, variables);
    if (made === undefined) return false;
    into[name] = made;
    return true;
  };
}
