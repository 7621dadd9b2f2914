import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { makeExecutableSchema } from "@graphql-tools/schema";
import {
  type DocumentNode,
  type GraphQLEnumType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLScalarType,
  type GraphQLSchema,
  GraphQLSpecifiedByDirective,
  getDirectiveValues,
  getNamedType,
  getNullableType,
  isAbstractType,
  isEnumType,
  isLeafType,
  isObjectType,
  isScalarType,
  parse,
  Source,
  validateSchema,
} from "graphql";
import { noteObjectFinder } from "../execution/object-finder.ts";
import { noteRowReader, type RowReader } from "../execution/row-reader.ts";
import { withPrefixes } from "../federation/prefix.ts";
import { keepSubgraphSdl, printSubgraph } from "../federation/subgraph-sdl.ts";
import { federationTypeDefs } from "../federation/type-defs.ts";
import { type Find, findsIn } from "../fields/findable.ts";
import { neverNullIn } from "../fields/never-null.ts";
import { ofRowIn } from "../fields/of-row.ts";
import type { IdKind } from "../resolving/ids.ts";
import type { ResolverMap } from "../resolving/noun.ts";
import { longestText, within } from "../text-limits.ts";
import { audited } from "./audited-field.ts";
import { type AuditedIds, auditedIds } from "./audited-ids.ts";
import type { OperationContext } from "./context.ts";
import { deriveScopes } from "./derive-scopes.ts";
import { describeInputs } from "./descriptions/describe-inputs.ts";
import { remembered } from "./field-path.ts";
import { withinProgress } from "./field-progress.ts";
import { guarded, guardObjects } from "./guard.ts";
import { costsOfMaps, entitiesIn, fullModel, kindsOf, type Model, resolverMapsOf } from "./model.ts";
import { showNeverNull } from "./never-null-fields.ts";
import { objectAtHand } from "./objects-at-hand.ts";
import { knownValues, type Resolve, readableObjects } from "./output-values.ts";
import { readingAhead } from "./read-ahead.ts";
import { schemaMistakes } from "./schema-mistakes.ts";
import { fieldSystems } from "./system-of-field.ts";

type ResolverMaps = Extract<
  Parameters<typeof makeExecutableSchema<OperationContext>>[0]["resolvers"],
  readonly unknown[]
>;

type Field = GraphQLField<unknown, OperationContext>;

/** The SDL files below `schema/`, in a stable order; each definition's source is named after its file. */
function readTypeDefs(): DocumentNode[] {
  const folder = fileURLToPath(new URL("../../schema", import.meta.url));
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return files
    .filter((file) => file.endsWith(".graphql"))
    .sort()
    .map((file) => parse(new Source(readFileSync(join(folder, file), "utf8"), file)));
}

/** The SDL that systems bring themselves; each source is named after its system, as if it were a file of its folder. */
const broughtTypeDefs = ({ systems }: Model): DocumentNode[] =>
  systems.flatMap(({ name, typeDefs }) =>
    typeDefs === undefined ? [] : [parse(new Source(typeDefs, `${name}/${name}.graphql`))],
  );

/** The SDL that Federation adds, for a gateway that is a subgraph. */
const federationDefs = (model: Model): DocumentNode[] => {
  const entities = entitiesIn(model);
  const names = [...(entities?.values() ?? [])].map(({ type }) => type.kind.type);
  return entities ? [parse(new Source(federationTypeDefs(names), "federation.graphql"))] : [];
};

/**
 * Joins SDL and resolvers; a resolver that matches no field is an error. It holds nothing of a gateway: all that its fields
 * need is in the context of the operation.
 * @param model that a gateway joins. @default every system and join
 * @param resolvers @default those of the model
 */
export function createSchema(
  model: Model = fullModel,
  resolvers: readonly ResolverMap[] = resolverMapsOf(model),
): GraphQLSchema {
  const typeDefs = [...readTypeDefs(), ...broughtTypeDefs(model), ...federationDefs(model)];
  const schema = joined(typeDefs, resolvers);
  for (const type of Object.values(schema.getTypeMap())) {
    if (isScalarType(type)) keepWords(type);
    if (isEnumType(type)) refuseLongNames(type);
    if (isAbstractType(type)) guardObjects(type);
  }
  describeInputs(schema);
  deriveScopes(schema, typeDefs, model);
  showNeverNull(schema, resolvers);
  wrapFields(schema, model, resolvers);
  auditWrites(schema, kindsOf(model));
  return asSubgraph(schema, model);
}

/** Whether a field gives a page of a list. */
function isConnection(field: Field): boolean {
  const type = getNamedType(field.type);
  return isObjectType(type) && "nodes" in type.getFields();
}

/** The schema as routers and clients see it, if it is that of a subgraph; itself otherwise. */
function asSubgraph(schema: GraphQLSchema, model: Model): GraphQLSchema {
  const entities = entitiesIn(model);
  if (!model.subgraph || !entities) return schema;
  const { fieldPrefix, prefix } = model.subgraph;
  const shown = prefix + fieldPrefix === "" ? schema : withPrefixes(schema, model.subgraph);
  keepSubgraphSdl(shown, printSubgraph(shown, entities, model.subgraph));
  return shown;
}

/** Puts around every resolver what the house asks of it. */
function wrapFields(schema: GraphQLSchema, model: Model, resolvers: readonly ResolverMap[]): void {
  const systemOfField = fieldSystems(model.systems);
  const fields = ownFieldsOf(schema);
  const costs = costsOfMaps(model, resolvers);
  const roots = [schema.getQueryType(), schema.getMutationType()];
  const neverNull = neverNullIn(resolvers);
  // Of an object that is looked up it is not known whether it is there, nor of a list that belongs to one.
  const beginning = (resolve: Resolve, type: GraphQLObjectType, field: Field): Resolve =>
    roots.includes(type) && !(neverNull.has(`${type.name}.${field.name}`) && isConnection(field))
      ? resolve
      : readingAhead(resolve, type, field, costs);
  const ofRow = ofRowIn(resolvers);
  const finds = findsIn(resolvers);
  const shortcuts = new Map<Field, Shortcuts>();
  for (const { field, type } of fields) {
    const readRow =
      ofRow.get(`${type.name}.${field.name}`) ?? (field.resolve ? undefined : readProperty(field.name));
    const find = finds.get(`${type.name}.${field.name}`);
    // Those that read a property of their object call nothing.
    if (field.resolve) field.resolve = remembered(beginning(field.resolve, type, field));
    const read = withReadableOutput(type, field, systemOfField(field.astNode));
    field.resolve = guarded(read, type, field);
    // One that is guarded by itself is not for all that may have its object.
    if (field.resolve === read) shortcuts.set(field, { readRow, find });
  }
  // Only now: a row is not without an id because time is up.
  for (const { field, type } of fields) {
    if (field.resolve) field.resolve = withinProgress(field.resolve, type, field);
    noteShortcuts(field, shortcuts.get(field));
  }
}

/** Ways past the resolver of a field, for what needs nothing of all that stands around it. */
interface Shortcuts {
  readonly readRow: RowReader | undefined;
  readonly find: Find<never> | undefined;
}

function noteShortcuts(field: Field, { readRow, find }: Partial<Shortcuts> = {}): void {
  const reader = readRow && leafReader(field, readRow);
  if (reader) noteRowReader(field, reader);
  if (find) noteObjectFinder(field, objectAtHand(find));
}

/**
 * The reader of a field of a leaf type that reads its object alone; undefined for other types. An enum value that is not known
 * is left to its resolver, which tells of it.
 */
function leafReader(field: Field, read: RowReader): RowReader | undefined {
  const type = getNullableType(field.type);
  if (!isLeafType(type)) return undefined;
  const values = isEnumType(type) ? new Set<unknown>(type.getValues().map(({ value }) => value)) : undefined;
  return (row) => {
    const value = read(row);
    const isKnown = value === null || value === undefined || !values || values.has(value);
    if (!isKnown || value instanceof Promise)
      throw new Error("The resolver of the field has to see the value.");
    return value;
  };
}

/** @throws GraphQLError with the place of the first mistake in the SDL, where it can be told. */
function joined(typeDefs: DocumentNode[], resolvers: readonly ResolverMap[]): GraphQLSchema {
  try {
    const schema = makeExecutableSchema<OperationContext>({
      typeDefs,
      resolvers: resolvers as ResolverMaps,
      resolverValidationOptions: { requireResolversToMatchSchema: "error" },
      // It is made here: a copy would take as long again.
      updateResolversInPlace: true,
    });
    // Done once for each schema, so Apollo Server need not do it again.
    const [mistake] = validateSchema(schema);
    if (mistake) throw mistake;
    return schema;
  } catch (error) {
    throw schemaMistakes(typeDefs)[0] ?? error;
  }
}

/** The function behind a field, which gives only what its type can show. */
function withReadableOutput(type: GraphQLObjectType, field: Field, system: string | undefined): Resolve {
  const resolve = field.resolve ?? readProperty(field.name);
  const output = getNamedType(field.type);
  if (isEnumType(output))
    return knownValues(resolve, field, output, { place: `${type.name}.${field.name}`, system });
  return isObjectType(output) ? readableObjects(resolve, field, output, system) : resolve;
}

const idsByField = new WeakMap<Field, AuditedIds>();

/** Finds the ids of a field of Mutation of a schema that `createSchema` made, by the name that clients know. */
export function auditedIdsOf(schema: GraphQLSchema, name: string): AuditedIds | undefined {
  const field = schema.getMutationType()?.getFields()[name];
  return field && idsByField.get(field);
}

/** Has the audit follow the fields of mutations, whatever else refuses them: it comes outermost. */
function auditWrites(schema: GraphQLSchema, kinds: ReadonlyMap<string, IdKind>): void {
  for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    const ids = auditedIds(field, kinds);
    idsByField.set(field, ids);
    if (field.resolve) field.resolve = audited(field.resolve, ids);
  }
}

/** Gives a scalar what the SDL says of it, which those that are given whole lose. */
function keepWords(type: GraphQLScalarType): void {
  const { astNode } = type;
  if (!astNode) return;
  type.description ??= astNode.description?.value;
  type.specifiedByURL ??= getDirectiveValues(GraphQLSpecifiedByDirective, astNode)?.url as string | undefined;
}

/** Has an enum look at the length of a value before it looks for values that are like it. */
function refuseLongNames(type: GraphQLEnumType): void {
  const parseValue = type.parseValue.bind(type);
  type.parseValue = (value) => {
    if (typeof value === "string") within(value, longestText.name, type.name);
    return parseValue(value);
  };
}

/** Every field of every object type but those of introspection. */
function ownFieldsOf(schema: GraphQLSchema) {
  const types = Object.values(schema.getTypeMap()).filter(isObjectType);
  return types
    .filter(({ name }) => !name.startsWith("__"))
    .flatMap((type) => Object.values(type.getFields()).map((field: Field) => ({ field, type })));
}

/** Reads `firstName` from `firstName` or, in the words of two upstreams, `first_name`. */
function readProperty(name: string): RowReader {
  const snakeCase = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return (source) => {
    if (typeof source !== "object" || source === null) return undefined;
    const row = source as Readonly<Record<string, unknown>>;
    const value = row[name];
    return value === undefined ? row[snakeCase] : value;
  };
}
