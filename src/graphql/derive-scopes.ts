import {
  type DocumentNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getDirectiveValues,
  getNamedType,
  getNullableType,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
} from "graphql";
import { allOf, anyOf, implies, noScopes, type RequiredScopes } from "../auth/required-scopes.ts";
import { readScope, type Scope, scopesOf, writeScope } from "../auth/scopes.ts";
import type { Model } from "./model.ts";
import { type ReadSystems, readSystems } from "./read-systems.ts";
import { keepScopes } from "./required-scopes.ts";
import { fieldSystems, type SystemOfField } from "./system-of-field.ts";

type Field = GraphQLField<unknown, unknown>;

/** Knowledge of a schema that the scopes of its parts follow from. */
interface Origins {
  readonly schema: GraphQLSchema;
  readonly systemOfField: SystemOfField;
  readonly readSystems: ReadSystems;
  /** By type, the name of the system that defines it. */
  readonly systemOfType: ReadonlyMap<string, string | undefined>;
  /** Types that queries lead to; what a write alone leads to tells of the write. */
  readonly readTypes: ReadonlySet<GraphQLNamedType>;
  readonly knownScopes: ReadonlySet<Scope>;
}

/**
 * Derives the scopes that each type and field takes, and keeps them there. A field of `Query` takes the read scope of the
 * system that defines it, one of `Mutation` the write scope. An object takes the read scope of its system, one of no system that of the objects that it is never without; a payload, with all
 * that a write alone leads to, the write scope. Every field takes what its own object takes, what the objects that it gives take, and the
 * read scopes of all systems that its cost names. Objects of several types are taken by any of these scopes, and are
 * checked by their type once it is known; a list of them that may hold null may state less. `@requiresScopes` in the SDL may ask for more, never for less.
 * @param documents of the SDL, which tell where a type is defined, not only extended.
 * @throws Error for a part of which nothing tells the scopes, and for one that may be refused and cannot be null.
 */
export function deriveScopes(schema: GraphQLSchema, documents: readonly DocumentNode[], model: Model): void {
  const systemOfField = fieldSystems(model.systems);
  const definitions = documents.flatMap((document) => document.definitions);
  const origins: Origins = {
    schema,
    systemOfField,
    readSystems: readSystems(model, systemOfField),
    systemOfType: new Map(
      definitions.flatMap((node) =>
        node.kind === Kind.OBJECT_TYPE_DEFINITION ? [[node.name.value, systemOfField(node)]] : [],
      ),
    ),
    readTypes: typesBelow(schema, schema.getQueryType()),
    knownScopes: new Set(scopesOf(model.systems.map(({ name }) => name))),
  };
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith("__")) continue;
    const ofType = scopesOfType(origins, type);
    keepScopes(type, ofType, !isRoot(origins, type));
    for (const field of Object.values(type.getFields())) {
      const ofField = scopesOfField(origins, type, field);
      const isRefused = !implies(ofType, ofField);
      if (isRefused && isNonNullType(field.type)) {
        throw new Error(`${type.name}.${field.name} may be refused, so it must not be non-null.`);
      }
      keepScopes(field, ofField, isRefused || isRoot(origins, type));
    }
  }
}

const isRoot = ({ schema }: Origins, type: GraphQLNamedType): boolean =>
  type === schema.getQueryType() || type === schema.getMutationType();

/** @param above types that this one is a part of, each of which leads to the next. */
function scopesOfType(
  origins: Origins,
  type: GraphQLNamedType,
  above: readonly GraphQLNamedType[] = [],
): RequiredScopes {
  if (!isObjectType(type)) {
    if (!isAbstractType(type)) return noScopes;
    return anyOf(origins.schema.getPossibleTypes(type).map((one) => scopesOfType(origins, one)));
  }
  if (isRoot(origins, type) || above.includes(type)) return noScopes;
  const system = origins.systemOfType.get(type.name);
  const derived = system
    ? [[origins.readTypes.has(type) ? readScope(system) : writeScope(system)]]
    : scopesOfParts(origins, type, [...above, type]);
  return withStated(origins, type.name, type, derived);
}

/**
 * Scopes of a type that joins put around objects: those of the objects that it is never without; where each of them may be
 * missing, those of any, since every field asks for itself then.
 */
function scopesOfParts(
  origins: Origins,
  type: GraphQLObjectType,
  above: readonly GraphQLNamedType[],
): RequiredScopes {
  const scopesIn = (parts: readonly GraphQLNamedType[]) =>
    parts.map((part) => scopesOfType(origins, part, above));
  const all = objectsIn(type);
  const always = objectsIn(type, (field) => isNonNullType(field.type));
  return always.length > 0 || all.length === 0 ? allOf(scopesIn(always)) : anyOf(scopesIn(all));
}

function scopesOfField(origins: Origins, type: GraphQLObjectType, field: Field): RequiredScopes {
  const isMutation = type === origins.schema.getMutationType();
  const system = origins.systemOfField(field.astNode);
  const ofDefinition = isMutation ? writeScope : readScope;
  const isOwn = !isRoot(origins, type) && system === origins.systemOfType.get(type.name);
  const reads = isMutation ? [] : origins.readSystems(type, field);
  const derived = allOf([
    scopesOfType(origins, type),
    system === undefined || isOwn ? noScopes : [[ofDefinition(system)]],
    asksItsObjects(field) && statedScopes(origins, field)
      ? noScopes
      : scopesOfType(origins, getNamedType(field.type)),
    [reads.map(readScope)],
  ]);
  const coordinate = `${type.name}.${field.name}`;
  // What an object takes was told with its type.
  if (!isRoot(origins, type) && !statedScopes(origins, field)) return derived;
  return withStated(origins, coordinate, field, derived);
}

/** Whether each object that a field gives is checked by its type alone: it is one of several types, and may be null among others. */
const asksItsObjects = ({ type }: Field): boolean => {
  const list = getNullableType(type);
  return isListType(list) && !isNonNullType(list.ofType) && isAbstractType(getNamedType(type));
};

/** The objects that are parts of one. @param isMeant whether a field counts. @default all do */
const objectsIn = (
  type: GraphQLObjectType,
  isMeant: (field: Field) => boolean = () => true,
): readonly GraphQLNamedType[] =>
  Object.values(type.getFields())
    .filter(isMeant)
    .map((field) => getNamedType(field.type))
    .filter((named) => !isLeafType(named));

/** The scopes that the SDL states, or those that follow where it states none. @throws Error where there are neither, or it loosens them. */
function withStated(
  origins: Origins,
  name: string,
  part: Pick<Field | GraphQLObjectType, "astNode">,
  derived: RequiredScopes,
): RequiredScopes {
  const stated = statedScopes(origins, part);
  if (stated === undefined) {
    if (implies(noScopes, derived)) {
      throw new Error(`Nothing tells which scopes ${name} takes; state them by @requiresScopes.`);
    }
    return derived;
  }
  const unknown = stated.flat().filter((scope) => !origins.knownScopes.has(scope));
  if (unknown.length > 0) throw new Error(`${name} takes unknown scopes: ${unknown.join(", ")}.`);
  if (!implies(stated, derived)) throw new Error(`${name} states less than the scopes that it takes.`);
  return stated;
}

function statedScopes(
  { schema }: Origins,
  { astNode }: Pick<Field | GraphQLObjectType, "astNode">,
): RequiredScopes | undefined {
  const directive = schema.getDirective("requiresScopes");
  const values = directive && astNode && getDirectiveValues(directive, astNode);
  return values?.scopes as RequiredScopes | undefined;
}

/** A type with all that its fields lead to. */
function typesBelow(
  schema: GraphQLSchema,
  root: GraphQLNamedType | null | undefined,
): ReadonlySet<GraphQLNamedType> {
  const found = new Set<GraphQLNamedType>(root ? [root] : []);
  for (const type of found) {
    const below = isAbstractType(type)
      ? schema.getPossibleTypes(type)
      : isObjectType(type)
        ? objectsIn(type)
        : [];
    for (const one of below) found.add(one);
  }
  return found;
}
