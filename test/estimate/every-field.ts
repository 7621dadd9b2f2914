import {
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isObjectType,
} from "graphql";

/** Arguments for fields that take some, by `Type.field`, as text. */
type Arguments = Readonly<Record<string, readonly string[]>>;

/** Operations that select every field of a schema: one for each sample of the arguments of each root field. */
export function operationsOfEveryField(schema: GraphQLSchema, byField: Arguments): readonly string[] {
  const samplesOf = (type: GraphQLObjectType, field: GraphQLField<unknown, unknown>) =>
    byField[`${type.name}.${field.name}`] ?? [""];

  /** Everything for so many levels of objects; below them, only what is no object. */
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
    if (isObject && levels === 0) return undefined;
    if (isObjectType(named)) return `${field.name}${args} ${selection(named, levels - 1)}`;
    return `${field.name}${args}${isObject ? " { __typename id }" : ""}`;
  };

  return [schema.getQueryType(), schema.getMutationType()].flatMap((root) => {
    if (!root) return [];
    const kind = root.name.toLowerCase();
    return Object.values(root.getFields()).flatMap((field) =>
      samplesOf(root, field).map((args) => `${kind} { ${fieldText(field, args, 4)} }`),
    );
  });
}
