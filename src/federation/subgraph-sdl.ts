import {
  type ConstDirectiveNode,
  type GraphQLSchema,
  Kind,
  type ObjectTypeDefinitionNode,
  parse,
  print,
  printSchema,
  visit,
} from "graphql";
import type { Entities } from "./entities.ts";
import { rootFieldName } from "./prefix.ts";
import type { Subgraph } from "./subgraph.ts";
import { forRouters } from "./type-defs.ts";

/** `@oneOf` is written out, since tools that know no more than GraphQL of 2021 refuse a directive that nothing defines. */
const header = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@shareable"])

"Of the fields of the input exactly one is given."
directive @oneOf on INPUT_OBJECT
`;

/** The fields of `Query` that give any object by its global id, by their names without a prefix. */
const nodeFields = ["node", "nodes"];

/**
 * The SDL of a subgraph, which `_service` answers: the whole schema with keys, less what is for routers alone. Directives of the
 * gateway's own are left out: composition would drop them, and some routers take `@requiresScopes` for theirs, and ask clients
 * for these scopes themselves.
 * @param schema with the names that clients see.
 */
export function printSubgraph(
  schema: GraphQLSchema,
  entities: Entities,
  { fieldPrefix, hasNode, prefix }: Subgraph,
): string {
  const ofNodes = nodeFields.map((name) => rootFieldName(name, { fieldPrefix }));
  const isLeftOut = (name: string) => forRouters.has(name) || (!hasNode && ofNodes.includes(name));
  const dropNamed = ({ name }: { readonly name: { readonly value: string } }) =>
    forRouters.has(name.value) ? null : undefined;
  const withoutFields = (node: ObjectTypeDefinitionNode): ObjectTypeDefinitionNode => ({
    ...node,
    fields: (node.fields ?? []).filter(({ name }) => !isLeftOut(name.value)),
  });
  const document = visit(parse(printSchema(schema), { noLocation: true }), {
    DirectiveDefinition: () => null,
    ScalarTypeDefinition: dropNamed,
    UnionTypeDefinition: dropNamed,
    ObjectTypeDefinition(node) {
      const name = node.name.value;
      if (forRouters.has(name)) return null;
      if (name === schema.getQueryType()?.name) return withoutFields(node);
      const keys = [...(entities.get(name)?.keys.keys() ?? [])];
      const directives = name === `${prefix}PageInfo` ? [shareable] : keys.map(keyOf);
      return directives.length > 0 ? { ...node, directives } : undefined;
    },
  });
  return `${header}\n${print(document)}\n`;
}

const directive = (name: string, args: Readonly<Record<string, string>> = {}): ConstDirectiveNode => ({
  kind: Kind.DIRECTIVE,
  name: { kind: Kind.NAME, value: name },
  arguments: Object.entries(args).map(([argument, value]) => ({
    kind: Kind.ARGUMENT,
    name: { kind: Kind.NAME, value: argument },
    value: { kind: Kind.STRING, value },
  })),
});

const shareable = directive("shareable");

const keyOf = (name: string): ConstDirectiveNode => directive("key", { fields: name });

/** Keeps the SDL of a subgraph with its schema. */
export function keepSubgraphSdl(schema: GraphQLSchema, sdl: string): void {
  schema.extensions = { ...schema.extensions, subgraphSdl: sdl };
}

/** The SDL of a schema that is a subgraph; undefined where it is none. */
export const subgraphSdlOf = ({ extensions }: Pick<GraphQLSchema, "extensions">): string | undefined =>
  extensions.subgraphSdl as string | undefined;
