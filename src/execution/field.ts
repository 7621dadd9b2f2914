import {
  defaultFieldResolver,
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  getNullableType,
  isLeafType,
  isNonNullType,
  TypeNameMetaFieldDef,
} from "graphql";
import { argumentReader } from "./argument-reader.ts";
import type { CompiledField, Compiler, Completer } from "./compiler.ts";
import { type Arguments, type Execution, fail, type Path } from "./execution.ts";
import { FieldInfo } from "./field-info.ts";
import { jsonText } from "./json.ts";
import { leafWriter } from "./leaf.ts";
import { type ObjectFinder, objectFinderOf } from "./object-finder.ts";
import { isPromise, type Output, type Text } from "./output.ts";
import { type RowReader, rowReaderOf } from "./row-reader.ts";

/** A field as it is selected in one place. */
export interface SelectedField {
  readonly type: GraphQLObjectType;
  readonly definition: GraphQLField<unknown, unknown>;
  /** Its name in the answer. */
  readonly key: string;
  readonly nodes: readonly FieldNode[];
}

/** Finds out once how a field is resolved and its value completed. */
export function compileField(compiler: Compiler, selected: SelectedField): CompiledField {
  const { definition, key, type } = selected;
  const label = `"${key}":`;
  if (definition === TypeNameMetaFieldDef) {
    const name = jsonText(type.name);
    return { label, execute: () => name, isOfRow: true };
  }
  const execute = resolvedField(compiler, selected);
  const read = definition.args.length === 0 ? rowReaderOf(definition) : undefined;
  return read
    ? { label, execute: readField(compiler, selected, read, execute), isOfRow: true }
    : { label, execute, isOfRow: false };
}

/** A field that is read from its object alone: it needs neither arguments nor its place, unless something is wrong. */
function readField(
  { isLate }: Pick<Compiler, "isLate">,
  { definition, type }: SelectedField,
  read: RowReader,
  resolve: CompiledField["execute"],
): CompiledField["execute"] {
  const leaf = getNullableType(definition.type);
  if (!isLeafType(leaf)) throw new Error(`${type.name}.${definition.name} is no leaf.`);
  const write = leafWriter(leaf);
  const isNonNull = isNonNullType(definition.type);
  return (execution, source, parent) => {
    if (!isLate(execution.context)) {
      try {
        const text = write(read(source));
        if (text !== null || !isNonNull) return text;
      } catch {
        // Told by its resolver, which counts what fails.
      }
    }
    execution.failures += 1;
    return resolve(execution, source, parent);
  };
}

const noArguments: Arguments = Object.freeze({});

/** A field by its resolver. */
function resolvedField(
  compiler: Compiler,
  { definition, key, nodes, type }: SelectedField,
): CompiledField["execute"] {
  const { fragments, operation, pace, schema } = compiler;
  const { resolve = defaultFieldResolver } = definition;
  const { complete, known: knownText } = compiler.completer(definition.type, {
    name: `${type.name}.${definition.name}`,
    nodes,
  });
  const argumentsOf = argumentReader(definition, nodes[0]);
  const failing = { nodes, isNonNull: isNonNullType(definition.type) };

  const ofField = { fieldName: definition.name, fieldNodes: nodes, returnType: definition.type };
  const place = { ...ofField, parentType: type, schema, fragments, operation };

  const completed = (execution: Execution, info: GraphQLResolveInfo, value: unknown): Output =>
    isPromise(value)
      ? value.then((resolved) => pace.inTurn(execution, () => complete(execution, info, info.path, resolved)))
      : complete(execution, info, info.path, value);

  const resolved: CompiledField["execute"] = (execution, source, parent) => {
    const path: Path = { prev: parent, key, typename: type.name };
    const info = new FieldInfo(place, path, execution.variables);
    try {
      const args = argumentsOf ? argumentsOf(execution) : noArguments;
      const value = resolve(source, args, execution.context, info);
      const output = knownText?.(value) ?? completed(execution, info, value);
      if (output === null || typeof output === "string") return output;
      return output.then(undefined, (error: unknown): Text => fail(execution, failing, path, error));
    } catch (error) {
      return fail(execution, failing, path, error);
    }
  };
  const finder = definition.args.length === 0 ? objectFinderOf(definition) : undefined;
  return finder && knownText ? foundField(finder, knownText, resolved) : resolved;
}

/** A field whose object is most often there, with JSON that is known: all else is left to its resolver. */
function foundField(
  { count, find }: ObjectFinder,
  knownText: NonNullable<Completer["known"]>,
  resolve: CompiledField["execute"],
): CompiledField["execute"] {
  return (execution, source, parent) => {
    const context = execution.context as never;
    const text = knownText(find(source, context));
    return text !== undefined && count(context) ? text : resolve(execution, source, parent);
  };
}
