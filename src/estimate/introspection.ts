import {
  type GraphQLField,
  type GraphQLResolveInfo,
  getArgumentValues,
  getNamedType,
  isObjectType,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
} from "graphql";
import { type Reading, type SelectedField, selectedFields } from "./selected-fields.ts";

type Field = GraphQLField<unknown, unknown>;

/**
 * Counts what introspection puts into an answer. Nothing but the schema says how much that is, so it is walked as it will
 * be when the operation is executed.
 * @param nodes of `__schema` or `__type`.
 * @param most where counting ends.
 * @returns objects, or one more than `most` if there are more.
 */
export function objectsOfIntrospection(reading: Reading, nodes: SelectedField, most: number): number {
  const info = { schema: reading.schema } as GraphQLResolveInfo;
  let objects = 0;

  const visit = (field: Field, [node, ...others]: SelectedField, sources: readonly unknown[]): void => {
    const type = getNamedType(field.type);
    if (!isObjectType(type)) return;
    const args = getArgumentValues(field, node, reading.variables);
    const values = sources.flatMap((source) => field.resolve?.(source, args, undefined, info) ?? []);
    objects += values.length;
    if (objects > most) return;
    const sets = [node, ...others].flatMap(({ selectionSet }) => selectionSet ?? []);
    for (const inner of selectedFields(reading, type, sets)) {
      const innerField = type.getFields()[inner[0].name.value];
      if (innerField && objects <= most) visit(innerField, inner, values);
    }
  };

  const [{ name }] = nodes;
  if (name.value === "__schema") visit(SchemaMetaFieldDef, nodes, [undefined]);
  if (name.value === "__type") visit(TypeMetaFieldDef, nodes, [undefined]);
  return Math.min(objects, most + 1);
}
