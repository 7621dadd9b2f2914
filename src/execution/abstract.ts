import {
  defaultTypeResolver,
  GraphQLError,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLUnionType,
  isObjectType,
} from "graphql";
import { inspect } from "graphql/jsutils/inspect.js";
import type { Compiler, Completer, FieldPlace } from "./compiler.ts";
import { objectCompleter } from "./object.ts";
import { isPromise } from "./output.ts";

/** Completes objects of one of several types, each by its own. */
export function abstractCompleter(
  compiler: Pick<Compiler, "schema" | "selection">,
  abstract: GraphQLInterfaceType | GraphQLUnionType,
  place: FieldPlace,
): Completer {
  const completers = new Map<GraphQLObjectType, Completer>();
  const completerOf = (name: unknown, value: unknown): Completer => {
    const type = runtimeType(compiler, abstract, place, { name, value });
    const known = completers.get(type) ?? objectCompleter(compiler, type, place);
    completers.set(type, known);
    return known;
  };
  const nameOf = (value: unknown, context: unknown, info: GraphQLResolveInfo): unknown =>
    (abstract.resolveType ?? defaultTypeResolver)(value, context, info, abstract);
  return {
    complete(execution, info, path, value) {
      if (value instanceof Error) throw value;
      if (value === null || value === undefined) return null;
      const name = nameOf(value, execution.context, info);
      return isPromise(name)
        ? name.then((resolved) => completerOf(resolved, value).complete(execution, info, path, value))
        : completerOf(name, value).complete(execution, info, path, value);
    },
  };
}

/** The type of an object, by the name that it was resolved to. @throws in the words of graphql-js where it is none of them. */
function runtimeType(
  { schema }: Pick<Compiler, "schema">,
  abstract: GraphQLInterfaceType | GraphQLUnionType,
  { name: field, nodes }: FieldPlace,
  { name, value }: { readonly name: unknown; readonly value: unknown },
): GraphQLObjectType {
  const refusal = (message: string) => new GraphQLError(message, { nodes });
  if (name === null || name === undefined) {
    throw refusal(
      `Abstract type "${abstract.name}" must resolve to an Object type at runtime for field "${field}". Either the "${abstract.name}" type should provide a "resolveType" function or each possible type should provide an "isTypeOf" function.`,
    );
  }
  if (isObjectType(name)) {
    throw new GraphQLError(
      "Support for returning GraphQLObjectType from resolveType was removed in graphql-js@16.0.0 please return type name instead.",
    );
  }
  if (typeof name !== "string") {
    throw new GraphQLError(
      `Abstract type "${abstract.name}" must resolve to an Object type at runtime for field "${field}" with value ${inspect(value)}, received "${inspect(name)}".`,
    );
  }
  const type = schema.getType(name);
  if (!type) {
    throw refusal(
      `Abstract type "${abstract.name}" was resolved to a type "${name}" that does not exist inside the schema.`,
    );
  }
  if (!isObjectType(type)) {
    throw refusal(`Abstract type "${abstract.name}" was resolved to a non-object type "${name}".`);
  }
  if (!schema.isSubType(abstract, type)) {
    throw refusal(`Runtime Object type "${type.name}" is not a possible type for "${abstract.name}".`);
  }
  return type;
}
