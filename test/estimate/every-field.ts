import {
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isObjectType,
} from "graphql";
import { declaringFile } from "../support/sample-file.ts";

/** Arguments for fields that take some, by `Type.field`, as text. */
type Arguments = Readonly<Record<string, readonly string[]>>;

/** Characters of a document that surely has no more tokens than an operation may have. */
const longestDocument = 15_000;

/**
 * Operations that select every field of a schema: one for each sample of the arguments of each root field.
 * @param depths levels of objects, of which the first counts that does not make a document too long.
 */
export function operationsOfEveryField(
  schema: GraphQLSchema,
  byField: Arguments,
  depths: readonly number[] = [4, 3, 2],
): readonly string[] {
  const samplesOf = (type: GraphQLObjectType, field: GraphQLField<unknown, unknown>) =>
    byField[`${type.name}.${field.name}`] ?? [""];

  /** Everything for so many levels of objects; below them, only what leads to no object with an id. */
  const selection = (type: GraphQLObjectType, levels: number): string => {
    const fields = Object.values(type.getFields()).flatMap((field) => {
      const text = fieldText(field, samplesOf(type, field).at(-1) ?? "", levels);
      return text ?? [];
    });
    return `{ __typename ${fields.join(" ")} }`;
  };

  const fieldText = (
    field: GraphQLField<unknown, unknown>,
    args: string,
    levels: number,
  ): string | undefined => {
    const named = getNamedType(field.type);
    const isObject = isObjectType(named) || isAbstractType(named);
    if (isObjectType(named) && isPlain(named)) return `${field.name}${args} ${selection(named, levels)}`;
    if (isObject && levels === 0) return undefined;
    if (isObjectType(named)) return `${field.name}${args} ${selection(named, levels - 1)}`;
    return `${field.name}${args}${isObject ? " { __typename id }" : ""}`;
  };

  return [schema.getQueryType(), schema.getMutationType()].flatMap((root) => {
    if (!root) return [];
    const kind = root.name.toLowerCase();
    return Object.values(root.getFields()).flatMap((field) =>
      samplesOf(root, field).flatMap((args) => {
        const byDepth = depths.map((levels) => `${kind} { ${fieldText(field, args, levels)} }`);
        const fitting = byDepth.find((document) => document.length <= longestDocument);
        return fitting === undefined ? [] : declaringFile(fitting);
      }),
    );
  });
}

/** Whether a type is a part of the object that holds it, with all that it leads to. */
function isPlain(type: GraphQLObjectType, above: readonly GraphQLObjectType[] = []): boolean {
  if (above.includes(type) || type.getInterfaces().length > 0) return false;
  return Object.values(type.getFields()).every((field) => {
    const named = getNamedType(field.type);
    if (isAbstractType(named)) return false;
    return !isObjectType(named) || isPlain(named, [...above, type]);
  });
}
