import fc from "fast-check";
import {
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isObjectType,
} from "graphql";
import { declaringFile } from "../support/sample-file.ts";

/** Arguments for fields that take some, by `Type.field`, as text. */
type Arguments = Readonly<Record<string, readonly string[]>>;

const mostLevels = 5;

/** Any operation over the schema: a query, or now and then a mutation, of up to three fields on each level. */
export function anyOperation(schema: GraphQLSchema, byField: Arguments): fc.Arbitrary<string> {
  return fc.gen().map((g) => {
    const below = (count: number): number => g(fc.nat, { max: count - 1 });
    const pick = <Value>(values: readonly Value[]): Value => values[below(values.length)] as Value;

    const selection = (type: GraphQLObjectType, levels: number): string => {
      const fields = Object.values(type.getFields());
      const objects = fields.filter((field) => isCompositeType(getNamedType(field.type)));
      const chosen = Array.from({ length: 1 + below(3) }, () =>
        pick(levels > 0 && objects.length > 0 && below(4) > 0 ? objects : fields),
      );
      const texts = [...new Set(chosen)].map((field) => fieldText(type, field, levels));
      const [first] = chosen;
      // The same field again, with arguments and selections of its own.
      const again = first && below(6) === 0 ? [`again: ${fieldText(type, first, levels)}`] : [];
      return `{ __typename ${[...texts, ...again].join(" ")} }`;
    };

    const fieldText = (
      type: GraphQLObjectType,
      field: GraphQLField<unknown, unknown>,
      levels: number,
    ): string => {
      const named = getNamedType(field.type);
      const start = `${field.name}${pick(byField[`${type.name}.${field.name}`] ?? [""])}`;
      if (isAbstractType(named)) {
        const one = pick(schema.getPossibleTypes(named));
        return `${start} { __typename ... on ${one.name} ${selection(one, Math.max(0, levels - 1))} }`;
      }
      if (!isObjectType(named)) return start;
      return `${start} ${levels > 0 ? selection(named, levels - 1) : "{ __typename }"}`;
    };

    const query = schema.getQueryType();
    const mutation = schema.getMutationType();
    if (!query || !mutation) throw new Error("The schema has no root types.");
    return below(5) === 0
      ? declaringFile(`mutation ${selection(mutation, mostLevels - 1)}`)
      : `query ${selection(query, mostLevels)}`;
  });
}
