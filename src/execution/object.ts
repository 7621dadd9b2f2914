import { GraphQLError, type GraphQLObjectType } from "graphql";
import { inspect } from "graphql/jsutils/inspect.js";
import type { Compiler, Completer, FieldPlace, Selection } from "./compiler.ts";
import { isPromise } from "./output.ts";

/** Completes objects of a type. Its selection is compiled when one is met: of a large document little may be reached. */
export function objectCompleter(
  compiler: Pick<Compiler, "selection">,
  type: GraphQLObjectType,
  { nodes }: FieldPlace,
): Completer {
  let compiled: Selection | undefined;
  const selection = (): Selection => {
    compiled ??= compiler.selection(
      type,
      nodes.flatMap(({ selectionSet }) => selectionSet ?? []),
    );
    return compiled;
  };
  const wrongType = (value: unknown) =>
    new GraphQLError(`Expected value of type "${type.name}" but got: ${inspect(value)}.`, { nodes });
  return {
    complete(execution, info, path, value) {
      if (value instanceof Error) throw value;
      if (value === null || value === undefined) return null;
      const isOne = type.isTypeOf?.(value, execution.context, info) ?? true;
      if (isPromise(isOne)) {
        return isOne.then((resolved) => {
          if (!resolved) throw wrongType(value);
          return selection().execute(execution, value, path);
        });
      }
      if (!isOne) throw wrongType(value);
      return selection().execute(execution, value, path);
    },
    // A type that asks each object whether it is one has to be asked.
    known: (value) => (type.isTypeOf ? undefined : compiled?.known?.(value)),
  };
}
