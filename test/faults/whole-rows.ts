import {
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isLeafType,
  isObjectType,
} from "graphql";

/** All that a type says of itself in one look: its plain fields, parts without an id, and the ids of what it points at. */
export function selectionOf(type: GraphQLObjectType): string {
  return Object.values(type.getFields())
    .filter((field) => field.args.length === 0)
    .map((field) => selected(field, (part) => partOf(part)))
    .join(" ");
}

const selected = (
  { name, type }: GraphQLField<unknown, unknown>,
  inner: (type: GraphQLObjectType) => string,
): string => {
  const named = getNamedType(type);
  if (isLeafType(named)) return name;
  const fields = isObjectType(named) ? inner(named) : "";
  return fields ? `${name} { ${fields} }` : "";
};

/** Parts have parts of their own, as shifts have times. */
const partOf = (type: GraphQLObjectType, levels = 2): string =>
  type.getFields().sourceId
    ? "sourceId"
    : Object.values(type.getFields())
        .map((field) => selected(field, (deeper) => (levels > 0 ? partOf(deeper, levels - 1) : "")))
        .join(" ")
        .trim();

/** Selects lists of `Query` with whole rows. @param argsOf the arguments of each, in parentheses. */
export function wholeRows(
  schema: GraphQLSchema,
  fields: readonly string[],
  argsOf: (field: string) => string,
): string {
  const root = schema.getQueryType()?.getFields() ?? {};
  const lists = fields.map((field) => {
    const type = getNamedType(root[field]?.type);
    if (!isObjectType(type)) throw new Error(`${field} is no list of objects.`);
    const { nodes } = type.getFields();
    const row = getNamedType(nodes?.type);
    const rows = isObjectType(row) ? `nodes { ${selectionOf(row)} }` : selectionOf(type);
    return `${field}${argsOf(field)} { ${rows} }`;
  });
  return `{ ${lists.join("\n")} }`;
}
