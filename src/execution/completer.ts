import { type GraphQLOutputType, isAbstractType, isLeafType, isListType, isNonNullType } from "graphql";
import { abstractCompleter } from "./abstract.ts";
import type { Compiler, Completer, FieldPlace } from "./compiler.ts";
import { leafWriter } from "./leaf.ts";
import { listCompleter } from "./list.ts";
import { nonNull } from "./non-null.ts";
import { objectCompleter } from "./object.ts";

/** Finds out once how values of a type are completed. */
export function completerOf(compiler: Compiler, type: GraphQLOutputType, place: FieldPlace): Completer {
  if (isNonNullType(type)) return nonNull(completerOf(compiler, type.ofType, place), place.name);
  if (isListType(type)) {
    const item = completerOf(compiler, type.ofType, place);
    return listCompleter({ item, isItemNonNull: isNonNullType(type.ofType), place, pace: compiler.pace });
  }
  if (isLeafType(type)) {
    const write = leafWriter(type);
    return { complete: (_execution, _info, _path, value) => write(value) };
  }
  if (isAbstractType(type)) return abstractCompleter(compiler, type, place);
  return objectCompleter(compiler, type, place);
}
